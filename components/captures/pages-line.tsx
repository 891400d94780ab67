import Link from "next/link";
import { places } from "@/components/layout/places";
import type { CaptureDto } from "@/lib/articles/dto";

type Props = {
  capture: Pick<CaptureDto, "id" | "pageCount" | "expunged">;
  /** Where a place on a page is described for the claim in hand. */
  describeHref?: string;
};

/** What stands over the words of a PDF: the way to its pages, whose tables, charts and stamps are not among the words. */
export function PagesLine({ capture: { id, pageCount, expunged }, describeHref }: Props) {
  if (pageCount === 0 || expunged) return null;
  return (
    <p className="mb-3 text-sm text-ink-2">
      A PDF of {pageCount === 1 ? "one page" : `${pageCount} pages`}.{" "}
      <Link href={places.capture(id)} prefetch={false}>
        See {pageCount === 1 ? "it" : "them"} as printed
      </Link>
      {describeHref ? (
        <>
          , or{" "}
          <Link href={describeHref} prefetch={false}>
            mark a table, chart or stamp as evidence
          </Link>
        </>
      ) : null}
      .
    </p>
  );
}

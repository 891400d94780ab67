import Link from "next/link";
import { shortName } from "@/lib/core/short-name";
import { places } from "@/components/layout/places";

type Props = {
  id: string;
  text: string;
  /** What was found about it, in one sentence; empty or left out where that is not to be told. */
  finding?: string | null;
  /** Where it leads, unless to the claim. */
  href?: string;
};

/** A claim as every list of the desk names it: its words, which lead to it, and beneath them the finding. */
export function ClaimName({ id, text, finding, href = places.claim(id) }: Props) {
  return (
    <>
      <p className="min-w-0 font-medium">
        <Link
          href={href}
          dir="auto"
          className="line-clamp-3 py-0.5 wrap-anywhere text-ink decoration-rule-strong"
        >
          {text}
        </Link>
      </p>
      {finding ? (
        <p dir="auto" className="font-serif wrap-anywhere text-ink-2">
          <span className="font-sans text-sm text-ink-3">Finding: </span>
          {finding}
        </p>
      ) : null}
    </>
  );
}

/** So much of a claim stands in a line with other words. */
const mostInLine = 120;

/** A claim as every line of the desk names it: the beginning of its words, which leads to it; all of them on hover. */
export function ClaimInLine({ id, text, href = places.claim(id) }: Omit<Props, "finding">) {
  const shown = shortName(text, mostInLine);
  return (
    <Link href={href} dir="auto" title={shown.endsWith("…") ? text : undefined} className="wrap-anywhere">
      {shown}
    </Link>
  );
}

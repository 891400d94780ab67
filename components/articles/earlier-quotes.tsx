import Link from "next/link";
import { places } from "@/components/layout/places";
import type { EvidenceDto } from "@/lib/claims/dto";

type Quoted = Pick<EvidenceDto, "id" | "articleId" | "quoteId" | "quote">;

type Props = {
  /** The claim's, in its order. */
  evidence: readonly Quoted[];
  articleId: string;
  /** The copy that is shown. */
  captureId: string;
};

/** Above the newest copy of an article: which of the claim's quotes are in an earlier one, each with the way to it. */
export function EarlierQuotes({ evidence, articleId, captureId }: Props) {
  const earlier = evidence.flatMap((item, index) =>
    item.articleId === articleId && item.quote.captureId !== null && item.quote.captureId !== captureId
      ? [{ id: item.id, number: index + 1, href: places.capture(item.quote.captureId, item.quoteId) }]
      : [],
  );
  if (earlier.length === 0) return null;
  return (
    <p className="mb-3 max-w-prose text-sm text-ink-2">
      This is the newest copy. What was quoted is in an earlier one:{" "}
      {earlier.map(({ id, number, href }, index) => (
        <span key={id}>
          {index === 0 ? "" : ", "}
          <Link href={href}>evidence {number} in its copy</Link>
        </span>
      ))}
      .
    </p>
  );
}

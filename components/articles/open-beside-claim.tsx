import Link from "next/link";
import { places } from "@/components/layout/places";
import { Disclosure } from "@/components/ui/disclosure";
import { WordsForm } from "@/components/layout/words-form";

type Claim = { id: string; text: string };

type Props = {
  articleId: string;
  /** The words that were looked for; without any the claims in hand are listed. */
  query: string | undefined;
  found: Claim[];
  inHand: Claim[];
};

const mostListed = 5;

/** The way from an article to a claim that it may be evidence for: the claims in hand, and any open one by its words. */
export function OpenBesideClaim({ articleId, query, found, inHand }: Props) {
  const claims = query ? found : inHand.slice(0, mostListed);
  return (
    <Disclosure id="beside-claim" summary="Quote it for a claim" open={query !== undefined}>
      <div className="max-w-[36em]">
        <WordsForm
          action={places.article(articleId)}
          label="Find an open claim"
          field="Words of the claim"
          query={query}
        />
        {claims.length > 0 ? (
          <>
            <p className="text-sm text-ink-3">
              {query ? "Open claims with these words, newest first" : "Claims you looked at last, or have"}.
              Each opens with this article beside it.
            </p>
            <ul className="mt-1 border-b">
              {claims.map(({ id, text }) => (
                <li key={id} className="border-t">
                  <Link
                    href={places.articleBeside(id, articleId)}
                    prefetch={false}
                    className="block py-1.5 text-ink no-underline hover:bg-sunk"
                  >
                    <span dir="auto" className="line-clamp-2 wrap-anywhere">
                      {text}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </>
        ) : query ? (
          <p role="status" className="text-ink-2">
            No open claim has these words. Try fewer, or <Link href={places.newClaim}>write the claim</Link>.
          </p>
        ) : null}
      </div>
    </Disclosure>
  );
}

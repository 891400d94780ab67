import Link from "next/link";
import { places } from "@/components/layout/places";
import { LongText } from "@/components/ui/long-text";
import { TimeAgo } from "@/components/ui/time-ago";

type Props = {
  claimId: string;
  tips: {
    from: { text: string; url: string | null; createdAt: string } | null;
    others: number;
  } | null;
  /** Whether an article may be added to the claim now. */
  mayAdd: boolean;
  now: string;
};

/** That readers asked for this claim: in which words, where they saw it, and how many. How to reach them stays in the tip. */
export function FromTip({ claimId, tips, mayAdd, now }: Props) {
  if (!tips) return null;
  const { from, others } = tips;
  return (
    <section aria-label="From readers" className="my-3 border-l-2 pl-3 text-sm text-ink-2">
      {from ? (
        <>
          <p>
            A reader’s tip, <TimeAgo at={from.createdAt} now={now} />:
          </p>
          <LongText text={from.text} className="font-serif whitespace-pre-wrap wrap-anywhere">
            {from.text}
          </LongText>
        </>
      ) : null}
      {from?.url ? (
        <p className="flex flex-wrap gap-x-3">
          <a
            href={from.url}
            title={from.url}
            rel="noreferrer nofollow ugc"
            className="min-w-0 flex-1 basis-48 truncate"
          >
            {from.url}
          </a>
          {mayAdd ? <Link href={places.addArticleFor(claimId, from.url)}>Add that page</Link> : null}
        </p>
      ) : null}
      {others > 0 ? <p>{sameWords(others, from !== null)}</p> : null}
    </section>
  );
}

function sameWords(others: number, hasFirst: boolean): string {
  const who = `${others}${hasFirst ? " more" : ""}`;
  return others === 1 ? `${who} reader says the same.` : `${who} readers say the same.`;
}

import type { SourceHistoryDto } from "@/lib/articles/source-history-dto";
import { ClaimInLine } from "@/components/claims/claim-name";
import { Section } from "@/components/ui/section";
import { TimeAgo } from "@/components/ui/time-ago";
import { SourceTimeline } from "./source-timeline";
import { WordsChanged } from "./words-changed";

type Props = { history: SourceHistoryDto; hasUrl: boolean; now?: string };

/** How the source has been watched, what of it has changed, and when it is looked at next. */
export function SourceWatch({ history, hasUrl, now }: Props) {
  const { looks, earlier, changed } = history;
  if (looks.length === 0) return null;
  return (
    <Section id="watch" title="Looked at since" aside={<NextLook {...history} hasUrl={hasUrl} now={now} />}>
      {changed.length > 0 ? (
        <ul className="mb-4 grid gap-3">
          {changed.map(({ quoteId, claims, ...change }) => (
            <li key={quoteId}>
              <WordsChanged {...change} now={now} />
              {claims.length > 0 ? (
                <p className="mt-1 pl-3.5 text-sm">
                  Leaning on it:{" "}
                  {claims.map((claim, index) => (
                    <span key={claim.id}>
                      {index > 0 ? "; " : null}
                      <ClaimInLine id={claim.id} text={claim.text} />
                    </span>
                  ))}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <SourceTimeline looks={looks} earlier={earlier} now={now} />
    </Section>
  );
}

function NextLook({
  watch,
  hasUrl,
  now,
}: Pick<SourceHistoryDto, "watch"> & { hasUrl: boolean; now?: string }) {
  if (!hasUrl) return <>No address: only pasting again compares it.</>;
  if (!watch.isOn) return <>Watching is switched off.</>;
  if (!watch.isWatched || !watch.nextCheckAt) return <>Watched once a claim leans on it.</>;
  const isDue = now !== undefined && watch.nextCheckAt <= now;
  return (
    <>
      {watch.failures > 0
        ? `Not reached ${watch.failures === 1 ? "once" : `${watch.failures} times`}; `
        : null}
      next look {isDue ? "soon" : <TimeAgo at={watch.nextCheckAt} now={now} />}
    </>
  );
}

import type { ReactNode } from "react";
import type { EvidenceDto } from "@/lib/claims/dto";
import { comparedWith } from "@/components/articles/look-words";
import { WordsChanged } from "@/components/articles/words-changed";
import { TimeAgo } from "@/components/ui/time-ago";

type Props = { item: EvidenceDto; now?: string };

const notReachedWords: Record<string, string> = {
  missing: "no page at the address",
  unreachable: "source not reached",
  blocked: "source refused us",
};

/** When the quoted words were last found the same, and whether the source could be reached since. */
export function driftFacts({ item, now }: Props): ReactNode[] {
  const { drift, notReached } = item;
  const isSame = drift?.outcome === "unchanged" || drift?.outcome === "moved";
  const isLater = notReached && (!drift || notReached.checkedAt > drift.checkedAt);
  return [
    drift && isSame ? (
      <span key="same">
        same words {drift.method === "fetched" ? "when last checked" : comparedWith(drift.method)},{" "}
        <TimeAgo at={drift.checkedAt} now={now} />
      </span>
    ) : null,
    isLater ? (
      <span key="not-reached">
        {notReachedWords[notReached.outcome] ?? "source not read"},{" "}
        <TimeAgo at={notReached.checkedAt} now={now} />
      </span>
    ) : null,
  ];
}

/** The quoted words beside those that stand there now. */
export function DriftWords({ item, now }: Props) {
  const { drift, quote } = item;
  if (!drift || !("exact" in quote) || (drift.outcome !== "altered" && drift.outcome !== "gone")) return null;
  const { outcome, is, method, checkedAt } = drift;
  return (
    <div className="mt-1.5">
      <WordsChanged {...{ outcome, is, method, checkedAt }} was={quote.exact} now={now} />
    </div>
  );
}

import Link from "next/link";
import type { LedgerRow } from "@/lib/selection/ledger";
import { places } from "@/components/layout/places";
import { LongText } from "@/components/ui/long-text";
import { TimeAgo } from "@/components/ui/time-ago";
import { reasonWords, sameClaimWords, sourceWords } from "./selection-words";

const whatWords: Record<LedgerRow["what"], string> = {
  claim: "a claim",
  part: "a part of a claim",
  tip: "a reader’s tip",
};

/** What was not checked: its words, why, where it came from, and who decided. */
export function LedgerList({ rows }: { rows: readonly LedgerRow[] }) {
  return (
    <ul className="border-b">
      {rows.map((row) => (
        <li key={row.id} className="border-t py-3 [overflow-wrap:anywhere]">
          <LongText text={row.text} className="font-serif text-md whitespace-pre-wrap">
            {row.what !== "tip" ? <Link href={places.claim(row.id)}>{row.text}</Link> : row.text}
          </LongText>
          <p className="mt-0.5">
            {reasonWords(row.reason)}
            {row.note ? `: ${row.note}` : ""}
          </p>
          <p className="mt-0.5 text-sm text-ink-3">
            {whatWords[row.what]} · {sourceWords(row.source)} · came <TimeAgo at={row.cameAt} exact />
            {row.decided ? (
              <>
                {" · "}declined <TimeAgo at={row.decided.at} exact /> by{" "}
                {row.decided.by ?? "somebody who left"}
              </>
            ) : null}
            {row.topics.length > 0 ? ` · ${row.topics.join(", ")}` : ""}
            {row.claimId ? (
              <>
                {" · "}
                <Link href={places.claim(row.claimId)}>{sameClaimWords(row.claimStands)}</Link>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

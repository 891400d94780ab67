import Link from "next/link";
import type { ClaimState } from "@/lib/claims/vocabulary";
import { capitalise } from "@/lib/core/capitalise";
import type { NetChange } from "@/lib/log/net-changes";
import { places } from "@/components/layout/places";
import { TimeAgo } from "@/components/ui/time-ago";
import { WordDiff } from "@/components/ui/word-diff";
import { disclosureWords, stanceWords } from "@/components/evidence/stance-words";
import { importanceWords, kindWords, stateWords } from "@/lib/claims/vocabulary-words";
import { entryWords, fieldWords } from "./entry-words";

type Props = { claimId: string; changes: readonly NetChange[]; now?: string };

/** What became of a claim, each thing once, with who had a hand in it; words that went and came stand out. */
export function NetChangeList({ claimId, changes, now }: Props) {
  return (
    <ul>
      {changes.map((change, index) => (
        <li key={index} className="border-t py-1.5">
          <Change claimId={claimId} change={change} />
          <p className="text-xs text-ink-3">
            {change.who.length > 0 ? change.who.join(", ") : "Countersign"},{" "}
            <TimeAgo at={change.at} now={now} />
          </p>
        </li>
      ))}
    </ul>
  );
}

const stateName = (state: string) => (stateWords[state as ClaimState] ?? state).toLowerCase();

const choices: Record<string, Readonly<Record<string, string>>> = {
  kind: kindWords,
  importance: importanceWords,
  stance: stanceWords,
  disclosure: disclosureWords,
};

/** What was chosen, by the name that it has in the form. */
const chosen = (field: string, code: string) => choices[field]?.[code] ?? code;

function Change({ claimId, change }: { claimId: string; change: NetChange }) {
  switch (change.what) {
    case "field":
      return (
        <>
          <p className="text-sm text-ink-2">
            {capitalise(fieldWords(change.field))}
            {change.about ? (
              <>
                {" of "}
                <q dir="auto" className="font-serif">
                  {change.about}
                </q>
              </>
            ) : null}
          </p>
          <p className="font-serif text-md whitespace-pre-wrap">
            <WordDiff
              parts={change.diff.map((part) => ({ ...part, text: chosen(change.field, part.text) }))}
            />
          </p>
        </>
      );
    case "figures":
      return (
        <p>
          Figures:{" "}
          <WordDiff
            parts={[
              ...(change.gone.length > 0 ? [{ op: "del" as const, text: change.gone.join(", ") }] : []),
              ...(change.gone.length > 0 && change.come.length > 0
                ? [{ op: "same" as const, text: " " }]
                : []),
              ...(change.come.length > 0 ? [{ op: "ins" as const, text: change.come.join(", ") }] : []),
            ]}
          />
        </p>
      );
    case "state":
      return (
        <p>
          From {stateName(change.from)} to <strong className="font-semibold">{stateName(change.to)}</strong>
        </p>
      );
    case "evidence":
      return (
        <p>
          {capitalise(entryWords(change.event))}:{" "}
          {change.event === "evidence.removed" ? (
            <q className="font-serif">{change.words}</q>
          ) : (
            <Link href={`${places.claim(claimId)}#evidence-${change.id}`} className="font-serif">
              <q dir="auto">{change.words}</q>
            </Link>
          )}
        </p>
      );
    case "attribution":
      return (
        <p>
          {capitalise(entryWords(change.event))}
          {change.words ? `: ${change.words}` : null}
        </p>
      );
    case "other":
      return (
        <p>
          {capitalise(entryWords(change.event))}
          {change.about ? (
            <>
              {": "}
              <q dir="auto" className="font-serif">
                {change.about}
              </q>
            </>
          ) : null}
          {change.times > 1 ? `, ${change.times} times` : null}
        </p>
      );
  }
}

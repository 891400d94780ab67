import Link from "next/link";
import type { ReactNode } from "react";
import { places } from "@/components/layout/places";
import { TimeAgo } from "@/components/ui/time-ago";
import { noticeKindWords } from "@/lib/publications/choice-words";
import type { DeskState } from "@/lib/publications/desk-state";

type Props = {
  claimId: string;
  state: DeskState;
  now: string | undefined;
  /** Words alone: it stands inside a link. */
  isPlain?: boolean;
};

/** What is said beside what is public of a claim: notices that readers see, an open correction, words to be withheld. */
export function PublicStateLine({ claimId, state, now, isPlain }: Props) {
  const { notices, correction, isNoticePrepared, isWithheld, isWithholdingAsked } = state;
  const to = (href: string, words: ReactNode) => (isPlain ? words : <Link href={href}>{words}</Link>);
  const said: [string, ReactNode][] = notices.map((kind) => [kind, `notice: ${noticeKindWords[kind]}`]);
  if (correction) said.push(["correction", to(places.correction(claimId), correctionWords(correction, now))]);
  if (isNoticePrepared)
    said.push(["prepared", to(places.claim(claimId), "notice waits for an editor’s signature")]);
  if (isWithheld) said.push(["withheld", "withheld from readers"]);
  if (isWithholdingAsked)
    said.push(["asked", to(places.withholding(claimId), "withholding waits for its second signature")]);
  if (said.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-4 text-sm font-medium text-ink-2">
      {said.map(([key, words]) => (
        <span key={key}>{words}</span>
      ))}
    </span>
  );
}

function correctionWords(
  { state, publishAt }: NonNullable<DeskState["correction"]>,
  now: string | undefined,
): ReactNode {
  if (publishAt !== null)
    return (
      <>
        correction signed, to be published <TimeAgo at={publishAt} now={now} />
      </>
    );
  return state === "ready" ? "correction waits for an editor’s signature" : "correction open";
}

import type { ReactNode } from "react";
import { en } from "@/lib/words/en";
import { ClaimName } from "@/components/claims/claim-name";
import { places } from "@/components/layout/places";
import { FactLine } from "@/components/ui/fact-line";
import { peopleDate } from "@/components/reader/dates";
import { PublicStateLine } from "@/components/verdicts/public-state-line";
import { noticeKindWords } from "@/lib/publications/choice-words";
import type { DeskState } from "@/lib/publications/desk-state";
import type { PublishedItem } from "@/lib/publications/published-list";

type Props = {
  item: PublishedItem;
  /** How it is rated, or that it was retracted. */
  rating: ReactNode;
  /** How what is public of it stands, as far as this person is shown it. */
  state: DeskState | undefined;
  /** The claim itself is not for this person. */
  isHidden: boolean;
  now: string;
};

/** Something published in the desk's list: what it says, and what readers are told beside it or in its place, and why. */
export function PublishedRow({ item, rating, state, isHidden, now }: Props) {
  const page = places.publication(item.slug);
  const said = item.notices.filter(({ kind }) => state?.notices.includes(kind));
  const others = state?.notices.filter((kind) => !said.some((one) => one.kind === kind)) ?? [];
  return (
    <li className="grid gap-x-6 border-t py-3 tabs:grid-cols-[12.5rem_minmax(0,1fr)]">
      <p>{rating}</p>
      <div className="min-w-0">
        <ClaimName
          id={item.claimId}
          text={item.claimText}
          finding={item.finding}
          {...(isHidden ? { href: page } : {})}
        />
        {item.reason && !state?.isWithheld ? <Told name="Why" text={item.reason} /> : null}
        {said.map(({ kind, text }) => (
          <Told key={kind} name={<a href={page}>Notice: {noticeKindWords[kind]}</a>} text={text} />
        ))}
        <p className="text-sm text-ink-3">
          <FactLine
            facts={[
              item.kind === "retraction" ? "retracted" : `version ${item.version}`,
              <time key="when" dateTime={item.publishedAt}>
                {peopleDate(item.publishedAt, en)}
              </time>,
              <a key="page" href={page}>
                {item.kind === "retraction" ? "what readers see in its place" : "as readers see it"}
              </a>,
            ]}
          />
        </p>
        {state ? (
          <PublicStateLine claimId={item.claimId} state={{ ...state, notices: others }} now={now} />
        ) : null}
      </div>
    </li>
  );
}

/** Words that were signed for readers, with what they are. */
function Told({ name, text }: { name: ReactNode; text: string }) {
  return (
    <p dir="auto" className="line-clamp-3 font-serif wrap-anywhere text-ink-2">
      <span className="font-sans text-sm text-ink-3">{name}: </span>
      {text}
    </p>
  );
}

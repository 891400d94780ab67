import { en } from "@/lib/words/en";
import Link from "next/link";
import type { ReactNode } from "react";
import type { ClaimDto } from "@/lib/claims/dto";
import { isOpenState } from "@/lib/claims/vocabulary";
import type { CorrectionClass } from "@/lib/claims/dossier";
import { correctionClassWords } from "@/lib/publications/choice-words";
import { amountInWords } from "@/lib/words/figure-words";
import { peoplePeriod } from "@/components/reader/dates";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { LongText } from "@/components/ui/long-text";
import { Pill } from "@/components/ui/pill";
import { SelectField } from "@/components/ui/select";
import { TimeAgo } from "@/components/ui/time-ago";
import type { Figure } from "@/lib/figures/figure";
import type { ClaimLinks } from "./claim-links";
import { WatchForm } from "./watch-form";
import { kindWords, stateInWords } from "@/lib/claims/vocabulary-words";
import { isLate } from "./claim-words";

type Person = { id: string; name: string };

type Props = {
  claim: ClaimDto;
  links: ClaimLinks;
  people?: Person[];
  assign?: FormAction;
  watch?: FormAction;
  isWatching?: boolean;
  presence?: ReactNode;
  now?: string;
};

/** Claims beyond this many characters are set smaller, so that what follows is still in sight. */
const longTitle = 280;

/** Which kind of change is open, in the words of the form in which it was chosen. */
function openCorrection(kind: CorrectionClass): string {
  return kind === "correction"
    ? "correction open"
    : `correction open (${correctionClassWords[kind].toLowerCase()})`;
}

/** State, revision, the words and where they come from. */
export function ClaimHead({ claim, links, people = [], assign, watch, isWatching, presence, now }: Props) {
  const figures = claim.figures.map(figureLine).join("; ");
  return (
    <header>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3">
        <Pill>{stateInWords({ state: claim.state, publishAt: claim.scheduled?.publishAt ?? null })}</Pill>
        <span>revision {claim.revision.number}</span>
        {assign ? <Assign claim={claim} people={people} assign={assign} /> : null}
        {claim.correction ? (
          <span>
            <Link href={links.correction ?? links.claim}>{openCorrection(claim.correction.class)}</Link>
          </span>
        ) : null}
        {claim.provisional && claim.state !== "declined" ? (
          <span className={isPromiseBroken(claim, now) ? "font-semibold text-warn" : undefined}>
            {claim.publication ? "first findings" : "to be published as first findings"}
            {claim.nextUpdateAt ? (
              <>
                , next update {isPromiseBroken(claim, now) ? "was promised by" : "by"}{" "}
                <TimeAgo at={claim.nextUpdateAt} exact />
              </>
            ) : null}
          </span>
        ) : null}
        {claim.deadlineAt ? (
          <span className={isLate(claim, now) ? "font-semibold text-warn" : undefined}>
            {isLate(claim, now) ? "overdue since" : "due"} <TimeAgo at={claim.deadlineAt} exact />
          </span>
        ) : null}
        {presence}
      </div>
      <LongText text={claim.text} className="mt-2 mb-1">
        <h1
          dir="auto"
          className={`font-serif font-[620] tracking-tight wrap-anywhere ${claim.text.length > longTitle ? "text-md" : "text-xl"}`}
        >
          {claim.text}
        </h1>
      </LongText>
      {claim.figures.length > 0 ? (
        <LongText text={figures} className="text-sm text-ink-2">
          {figures}
        </LongText>
      ) : null}
      {claim.verbatim && claim.verbatim !== claim.text ? (
        <LongText text={claim.verbatim} className="mt-1 text-sm wrap-anywhere text-ink-2">
          As published:{" "}
          <q dir="auto" className="font-serif">
            {claim.verbatim}
          </q>
        </LongText>
      ) : null}
      <div className="mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
        <ClaimFacts claim={claim} />
        {claim.from ? <Link href={places.article(claim.from.articleId)}>Where it was found</Link> : null}
        {links.edit ? <Link href={links.edit}>Edit</Link> : null}
        {links.history ? <Link href={links.history}>History</Link> : null}
        {watch ? <WatchForm claimId={claim.id} isWatching={isWatching ?? false} action={watch} /> : null}
      </div>
    </header>
  );
}

/** Who does it, and a form to change that. */
function Assign({ claim, people, assign }: { claim: ClaimDto; people: Person[]; assign: FormAction }) {
  const { assignee } = claim;
  const holder = assignee?.hasLeft ? null : assignee;
  const yet = isOpenState(claim.state) ? " yet" : "";
  const had = assignee ? `With nobody: ${assignee.name} left` : `With nobody${yet}`;
  return (
    <Disclosure summary={holder ? `With ${holder.name}` : had}>
      <Form action={assign} id="assign" className="flex flex-wrap items-end gap-2 text-ink">
        <input type="hidden" name="claimId" value={claim.id} />
        <input type="hidden" name="was" value={claim.assignee?.id ?? ""} />
        <SelectField
          name="assignee"
          label="Who does it"
          empty={`Nobody${yet}`}
          defaultValue={holder?.id}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton look="plain">Assign</SubmitButton>
      </Form>
    </Disclosure>
  );
}

/** Readers were told a time for the next update, and it has passed. */
function isPromiseBroken({ state, nextUpdateAt }: ClaimDto, now?: string): boolean {
  return state === "published" && nextUpdateAt !== null && now !== undefined && nextUpdateAt <= now;
}

function ClaimFacts({ claim }: { claim: ClaimDto }) {
  const facts: [string, ReactNode][] = [
    ["Kind", kindWords[claim.kind]],
    ["Who says it", claim.claimant ?? "unknown"],
    ["When", claim.saidAt ? <TimeAgo at={claim.saidAt} /> : "unknown"],
    ["Where", claim.place ?? "unknown"],
    ["Topics", claim.topics.length > 0 ? claim.topics.join(", ") : "none"],
    ["Why we check it", claim.why ?? "not said"],
  ];
  return (
    <Disclosure summary="About it">
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

function figureLine(figure: Figure): string {
  return [
    amountInWords(figure, en),
    figure.period ? peoplePeriod(figure.period, en) : null,
    figure.scope.length > 0 ? figure.scope.join(", ") : null,
  ]
    .filter(Boolean)
    .join(" · ");
}

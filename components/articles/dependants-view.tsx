import Link from "next/link";
import type { LeaningSentence } from "@/lib/articles/blast-radius";
import {
  isOver,
  type DependantClaimDto,
  type DependantPublicationDto,
  type DependantsDto,
} from "@/lib/articles/dependants-dto";
import { stateInWords } from "@/lib/claims/vocabulary-words";
import { shorten } from "@/lib/verdicts/requirements/check";
import { ClaimName } from "@/components/claims/claim-name";
import { places } from "@/components/layout/places";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Pill } from "@/components/ui/pill";
import { Section } from "@/components/ui/section";
import { TimeAgo } from "@/components/ui/time-ago";
import { OtherReChecks } from "./other-re-checks";

type Props = { dependants: DependantsDto };

/** A page of what leans on a source: each claim, what of it rests there, and whether it would stand without it. */
export function DependantsView({ dependants }: Props) {
  const { claims, publications, tasks, counts } = dependants;
  const current = claims.filter(({ state }) => !isOver(state));
  const over = claims.filter(({ state }) => isOver(state));
  const item = (claim: DependantClaimDto) => (
    <ClaimItem key={claim.id} claim={claim} task={tasks.find(({ claimId }) => claimId === claim.id)} />
  );
  const shown = new Set(claims.map(({ id }) => id));
  const others = tasks.filter(({ claimId, done }) => !done && claimId !== null && !shown.has(claimId));
  if (counts.current + counts.over + publications.length + others.length === 0) {
    return (
      <EmptyState title="Nothing leans on this source">
        No claim quotes it, and no other source that a claim quotes is confirmed to have its words from it.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="text-md">{inWords(dependants)}</p>
      <Section id="claims" title="Claims" aside={counts.current}>
        {current.length === 0 ? (
          <p className="text-ink-2">
            {counts.current === 0
              ? "None that is worked on or published leans on it."
              : "None on this page is worked on or published."}
          </p>
        ) : (
          <ul className="border-b">{current.map(item)}</ul>
        )}
        {over.length > 0 ? (
          <Disclosure summary={`${over.length} more, retracted or declined`}>
            <ul className="border-b">{over.map(item)}</ul>
          </Disclosure>
        ) : null}
      </Section>
      <Section id="publications" title="Published versions" aside={publications.length}>
        {publications.length === 0 ? (
          <p className="text-ink-2">
            {isWhole(dependants)
              ? "Readers see nothing that leans on it."
              : "Readers see nothing of the claims on this page."}
          </p>
        ) : (
          <ul className="border-b">
            {publications.map((publication) => (
              <PublicationItem
                key={`${publication.slug}/${publication.version}`}
                publication={publication}
                claim={claims.find(({ id }) => id === publication.claimId)}
              />
            ))}
          </ul>
        )}
      </Section>
      <OtherReChecks tasks={others} />
    </>
  );
}

/** All that leans on the source is on this page. */
const isWhole = ({ claims, counts }: DependantsDto) => claims.length === counts.current + counts.over;

function inWords(dependants: DependantsDto): string {
  const { publications, counts } = dependants;
  const claims = dependants.claims.filter(({ state }) => !isOver(state));
  const known = claims.filter(({ gateWithout }) => gateWithout.passes !== null);
  const falling = known.filter(
    (claim) => claim.gateWithout.newIssues.length > 0 || bareSentences(claim).length > 0,
  ).length;
  const standing = publications.filter(({ standing }) => standing).length;
  const count = (n: number, one: string, many: string) => `${n === 1 ? "One" : n} ${n === 1 ? one : many}`;
  const one = isWhole(dependants) && claims.length === 1 ? "it" : "one";
  const losing = falling === 0 ? "none" : falling === 1 ? one : falling;
  const lose = `${losing} would lose what ${falling > 1 ? "their gates ask" : "its gate asks"} for, or what a sentence cites`;
  const pages = `${standing === 0 ? "nothing" : count(standing, "page", "pages")} that readers see now ${standing > 1 ? "rest" : "rests"}`;
  const none = "No claim that is worked on or published leans on this source.";
  if (!isWhole(dependants)) {
    if (counts.current === 0) return none;
    const many = `${count(counts.current, "claim leans", "claims lean")} on this source, the oldest first.`;
    return claims.length === 0
      ? many
      : `${many} Of the ${claims.length} on this page ${lose}, and ${pages.toLowerCase()} on one of them.`;
  }
  const lead =
    claims.length === 0
      ? none
      : `${count(claims.length, "claim leans", "claims lean")} on this source; ${lose}.`;
  return `${lead} ${pages.charAt(0).toUpperCase()}${pages.slice(1)} on it.`;
}

function ClaimItem({ claim, task }: { claim: DependantClaimDto; task?: DependantsDto["tasks"][number] }) {
  const { gateWithout, sentences, ways, direct, evidenceIds } = claim;
  return (
    <li className="grid gap-1.5 border-t py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-72">
          <ClaimName id={claim.id} text={claim.text} />
        </div>
        <Pill>{stateInWords(claim)}</Pill>
      </div>
      <p className="text-sm text-ink-2">
        {evidenceIds.length === 0
          ? "Its draft no longer leans on it; what is published does."
          : `${evidenceIds.length === 1 ? "One piece" : `${evidenceIds.length} pieces`} of its evidence, ${direct ? (ways.length > 0 ? "from here and through other sources" : "quoted from here") : "through another source"}.`}
      </p>
      {ways.map((way) => (
        <p key={way[0]!.articleId} className="text-sm text-ink-3">
          {way.map(({ articleId, outlet, title }, index) => (
            <span key={articleId}>
              {index > 0 ? " has it from " : null}
              {outlet ?? title ?? "an unnamed source"}
            </span>
          ))}
        </p>
      ))}
      <GateWithout gate={gateWithout} bare={bareSentences(claim)} />
      {"hidden" in sentences ? (
        <p className="text-sm text-ink-3">You see its write-up once you have given your review.</p>
      ) : (
        <Sentences sentences={sentences} />
      )}
      {task ? (
        <p className="text-sm text-ink-3">
          {task.done ? (
            <>Checked again{task.note ? `: ${task.note}` : null}</>
          ) : (
            <>
              Waits to be checked again: <Link href={places.tasks}>tasks</Link>
            </>
          )}
        </p>
      ) : null}
    </li>
  );
}

/** The sentences of the draft that would cite nothing without the source, as far as they are shown. */
function bareSentences({ sentences }: DependantClaimDto): LeaningSentence[] {
  return "hidden" in sentences ? [] : sentences.filter(({ alone }) => alone);
}

type GateWithoutProps = { gate: DependantClaimDto["gateWithout"]; bare: LeaningSentence[] };

function GateWithout({ gate, bare }: GateWithoutProps) {
  if (gate.passes === null) {
    return (
      <p className="text-sm text-ink-3">
        Whether it stands without it shows once you have given your review.
      </p>
    );
  }
  const wouldCite =
    bare.length === 1 ? "one sentence would cite nothing" : `${bare.length} sentences would cite nothing`;
  if (gate.newIssues.length === 0) {
    const stands = gate.passes
      ? "Passes its gate without this source"
      : "Loses nothing that its gate asks for";
    return (
      <p className="text-sm">
        {bare.length === 0 ? (
          <>
            <span aria-hidden="true">✓ </span>
            {stands}.
          </>
        ) : (
          `${stands}, but ${wouldCite}.`
        )}
      </p>
    );
  }
  // A sentence that stands below, and says there that it would cite nothing, is not told a second time.
  const told = new Set(bare.map(({ text }) => `“${shorten(text)}” would cite nothing.`));
  const issues = gate.newIssues.filter(({ message }) => !told.has(message));
  return (
    <div className="text-sm">
      {issues.length === 0 ? null : (
        <>
          <p className="font-medium text-warn">Without this source:</p>
          <ul className="list-disc pl-5">
            {issues.map((issue) => (
              <li key={`${issue.code}-${issue.field}-${issue.message}`}>{issue.message}</li>
            ))}
          </ul>
        </>
      )}
      {/* Right above these sentences. */}
      {bare.length === 0 ? null : <p className="font-medium text-warn">Without this source {wouldCite}.</p>}
    </div>
  );
}

function Sentences({ sentences }: { sentences: LeaningSentence[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {sentences.map(({ text, alone }, index) => (
        <li key={index} className="border-l-2 pl-3 font-serif text-md">
          {text}
          <span className="ml-2 font-sans text-xs text-ink-3">
            {alone ? "would cite nothing" : "cites other evidence too"}
          </span>
        </li>
      ))}
    </ul>
  );
}

type PublicationProps = {
  publication: DependantPublicationDto;
  claim: DependantClaimDto | undefined;
};

function PublicationItem({ publication, claim }: PublicationProps) {
  const { slug, version, standing, retracted, publishedAt, sentences } = publication;
  const listed = claim && !("hidden" in claim.sentences) ? claim.sentences : [];
  const isListed = ({ text, alone }: LeaningSentence) =>
    listed.some((one) => one.text === text && one.alone === alone);
  const others = sentences.filter((sentence) => !isListed(sentence));
  return (
    <li className="grid gap-1.5 border-t py-3">
      <p className="wrap-anywhere">
        <a href={standing ? places.publication(slug) : places.publication(slug, version)}>
          {claim?.text ?? slug}, version {version}
        </a>
        <span className="text-ink-3">
          {" · "}
          <TimeAgo at={publishedAt} exact />
          {standing ? " · what readers see now" : retracted ? " · retracted" : " · replaced"}
        </span>
      </p>
      <Sentences sentences={others} />
    </li>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import type { AttributionDto, LeaningDto } from "@/lib/articles/dto";
import { attributionVerbs } from "@/lib/attributions/choice-words";
import { isDecidedElsewhere, statusOn } from "@/lib/attributions/on-claim";
import { readsText, type RulePlace } from "@/lib/attributions/rule-place";
import { ClaimInLine } from "@/components/claims/claim-name";
import { places } from "@/components/layout/places";
import { AsksFirst } from "@/components/ui/asks-first";
import type { FormAction } from "@/components/ui/form-state";
import { OneAtATime } from "@/components/ui/one-at-a-time";
import { queueQuery } from "@/lib/claims/queue-query";
import { shortName } from "@/lib/core/short-name";
import { AttestOrigin } from "./attest-origin";
import { placeId } from "./article-segments";
import { articleInSentence, hasUnknownOrder, undirectedWords } from "./attribution-words";
import { CaptureOriginalLink } from "./capture-original-link";
import { claimsInWords, DecideAttribution, type Counted, type OriginDto } from "./decide-attribution";
import { OriginInterests } from "./origin-interests";
import { ruleWords } from "./rule-words";

type Props = {
  item: AttributionDto;
  articleId: string;
  /** The claim in hand: what is decided may be for it alone. */
  claimId?: string | undefined;
  /** The claims that rest on the article, for which a decision without a claim in hand counts. */
  leaning?: LeaningDto | undefined;
  /** What a change that holds for every claim does besides. */
  cancels?: Cancels | undefined;
  /** Why it is suggested is said above it, once for several; then each names its article whole. */
  isOfGroup?: boolean;
  /** Where the words that a rule read stand. */
  place?: RulePlace | undefined;
  /** The page with the article's text; empty for this one. */
  textHref?: string | undefined;
  decide?: FormAction | undefined;
  attest?: FormAction | undefined;
  interests?: FormAction | undefined;
};

/** One attribution: what it says, why, for which claims it holds, and what can be done about it. */
export function AttributionLine({
  item,
  articleId,
  claimId,
  leaning,
  cancels,
  isOfGroup = false,
  place,
  textHref,
  decide,
  attest,
  interests,
}: Props) {
  const status = claimId ? statusOn(item, claimId) : item.status;
  const unread = "articleId" in item.to && item.to.state !== "captured" && !item.to.notObtainable;
  return (
    <OneAtATime>
      <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t py-2.5">
        <div className="min-w-48 flex-1 basis-72">
          <p>
            <From item={item} articleId={articleId} />{" "}
            {status === "suggested" && hasUnknownOrder(item)
              ? undirectedWords(item)
              : attributionVerbs[item.type]}{" "}
            {item.type === "own-reporting" ? null : <To item={item} isWhole={isOfGroup} />}
            <span className="text-ink-3"> · {statusWords(item, claimId)}</span>
          </p>
          {item.reason && !isOfGroup ? <Why reason={item.reason} place={place} textHref={textHref} /> : null}
          {leaning ? <CountsFor item={item} leaning={leaning} /> : null}
          <ElsewhereDecided item={item} claimId={claimId} />
          {"origin" in item.to ? (
            <AsksFor id={item.to.origin.id} cancels={cancels}>
              {item.to.origin.naming === "unnamed-known-to-relay" ? (
                <AttestOrigin origin={item.to.origin} lineId={item.id} action={attest} />
              ) : null}
              <OriginInterests origin={item.to.origin} lineId={item.id} action={interests} />
            </AsksFor>
          ) : null}
          {unread && status !== "rejected" && "articleId" in item.to ? (
            <p className="mt-1.5">
              <CaptureOriginalLink
                articleId={item.to.articleId}
                name={item.to.outlet ?? item.to.title ?? "an article"}
                {...(claimId ? { claimId } : {})}
              />
            </p>
          ) : null}
        </div>
        {decide ? (
          <AsksFor id={item.from.articleId} cancels={claimId ? undefined : cancels}>
            <DecideAttribution
              item={item}
              status={status}
              claimId={claimId}
              scope={leaning ? countedFor(item, leaning) : undefined}
              articleId={articleId}
              action={decide}
              cancels={cancels?.get(item.from.articleId)}
            />
          </AsksFor>
        ) : null}
      </li>
    </OneAtATime>
  );
}

/**
 * What a change to sources that holds for every claim does besides, in one sentence, by id of the article whose attributions
 * are decided, and of the origin of which something is said.
 */
export type Cancels = ReadonlyMap<string, string>;

type AsksForProps = { id: string; cancels: Cancels | undefined; children: ReactNode };

/** Around forms whose change holds for every claim: asks first for what it does besides, and for nothing else. */
export function AsksFor({ id, cancels, children }: AsksForProps) {
  return cancels ? <AsksFirst besides={cancels.get(id) ?? null}>{children}</AsksFirst> : children;
}

type WhyProps = Pick<Props, "place" | "textHref"> & { reason: NonNullable<AttributionDto["reason"]> };

/**
 * Why a rule suggests it, with the words that it read; in their sentence, with the way there, where they stand in the text.
 * What an article that relays this one says leads to the source of both: its words are not put into this one's mouth.
 */
export function Why({ reason, place, textHref = "" }: WhyProps) {
  if (place) {
    return (
      <p className="text-sm text-ink-3">
        {ruleWords(reason.rule)}: <InItsSentence place={place} />{" "}
        <a href={`${textHref}#${placeId(place.start)}`} className="inline-block py-0.5 whitespace-nowrap">
          In the text<span className="sr-only">: {place.words}</span>
        </a>
        {place.times > 1 ? ` (the first of ${place.times} places with these words)` : null}
      </p>
    );
  }
  return (
    <p className="text-sm text-ink-3">
      {readsText(reason.rule) ? "Another article or an earlier copy says" : ruleWords(reason.rule)}
      {reason.quote ? (
        <>
          : <Said words={reason.quote} />
        </>
      ) : null}
    </p>
  );
}

/** So much of a long sentence is shown on each side of the words. */
const mostBeside = 240;

function InItsSentence({ place: { before, words, after } }: { place: RulePlace }) {
  const [first, last] = [before.slice(-mostBeside), after.slice(0, mostBeside)];
  return (
    <q dir="auto" className="font-serif text-ink-2 wrap-anywhere">
      {first === before ? null : "…"}
      {first}
      <mark className="bg-mark text-mark-ink forced-colors:underline">{words}</mark>
      {last}
      {last === after ? null : "…"}
    </q>
  );
}

/** Words of the page; what a rule says about them quotes them itself. */
function Said({ words }: { words: string }) {
  return words.includes("“") ? words : <q className="font-serif">{words}</q>;
}

/** The one state of a row; the claims for which it was decided apart stand below it. */
function statusWords(item: AttributionDto, claimId: string | undefined): string {
  const here = item.onClaims.find((one) => one.claimId === claimId);
  if (here) return here.status === "confirmed" ? "confirmed for this claim" : "not for this claim";
  if (isDecidedElsewhere(item, claimId)) {
    if (item.status !== "suggested") return `${item.status} for every other claim`;
    return claimId ? "not decided for this claim" : "decided claim by claim";
  }
  return claimId && item.status === "confirmed" ? "confirmed for every claim" : item.status;
}

/** The claims for which the edge counts as it stands: all that rest on the article but those decided apart. */
function countedFor({ onClaims }: AttributionDto, { count, newest, apart }: LeaningDto): Counted {
  const own = new Set(onClaims.map(({ claimId }) => claimId));
  return {
    count: count - apart.filter((id) => own.has(id)).length,
    newest: newest.filter(({ id }) => !own.has(id)),
  };
}

/** So many claims are named before the rest is only counted. */
const mostNamed = 3;

/** Only what a person confirmed counts. */
const countsWords: Record<AttributionDto["status"], string> = {
  suggested: "Would count for",
  confirmed: "Counts for",
  rejected: "Rejected for",
};

function CountsFor({ item, leaning }: { item: AttributionDto; leaning: LeaningDto }) {
  const claims = countedFor(item, leaning);
  if (claims.count === 0) return null;
  const named = claims.newest.slice(0, mostNamed);
  const more = claims.count - named.length;
  return (
    <p className="text-sm text-ink-3">
      {countsWords[item.status]} {claimsInWords(claims)}:{" "}
      {named.map(({ id, text }, index) => (
        <span key={id}>
          {index > 0 ? "; " : null}
          <ClaimInLine id={id} text={text} href={places.sources(id)} />
        </span>
      ))}
      {more > 0 ? (
        <>
          {"; "}
          <Link href={`${places.queue}?${queueQuery({ article: item.from.articleId, sort: "newest" })}`}>
            and {more.toLocaleString("en")} more
          </Link>
        </>
      ) : null}
    </p>
  );
}

function ElsewhereDecided({ item, claimId }: Pick<Props, "item" | "claimId">) {
  const others = item.onClaims.filter((one) => one.claimId !== claimId);
  if (others.length === 0) return null;
  return (
    <ul className="text-sm text-ink-3">
      {others.map((one) => (
        <li key={one.claimId}>
          {one.status === "confirmed" ? "Confirmed" : "Not"} for{" "}
          <ClaimInLine id={one.claimId} text={one.text} href={places.sources(one.claimId)} />
        </li>
      ))}
    </ul>
  );
}

function From({ item, articleId }: { item: AttributionDto; articleId: string }) {
  if (item.from.articleId === articleId) return <>This article</>;
  return <Link href={places.article(item.from.articleId)}>{articleInSentence(item.from, "An article")}</Link>;
}

/** A machine never guesses a kind: what nobody said is said to be unknown. */
const originInWords = ({ kind, primary }: Pick<OriginDto, "kind" | "primary">) =>
  [kind === "other" ? "kind not known" : kind, ...(primary ? ["primary"] : [])].join(", ");

function To({ item: { to }, isWhole }: { item: AttributionDto; isWhole: boolean }) {
  if ("origin" in to) {
    return (
      <>
        {to.origin.name}
        <span className="text-ink-3"> ({originInWords(to.origin)})</span>
      </>
    );
  }
  return (
    <>
      <Link href={places.article(to.articleId)}>
        {isWhole && to.outlet && to.title
          ? `${to.outlet}: ${shortName(to.title, 160)}`
          : articleInSentence(to)}
      </Link>
      {to.state === "captured" ? null : (
        <span className="text-warn">{to.notObtainable ? " could not be obtained" : " not read yet"}</span>
      )}
    </>
  );
}

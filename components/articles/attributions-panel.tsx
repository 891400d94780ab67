import type { AttributionDto, LeaningDto } from "@/lib/articles/dto";
import { statusOn } from "@/lib/attributions/on-claim";
import type { RulePlace } from "@/lib/attributions/rule-place";
import { SaysBesides } from "@/components/ui/asks-first";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { AddAttribution } from "./add-attribution";
import { AsksFor, AttributionLine, Why, type Cancels } from "./attribution-line";
import { OriginalKey } from "./original-key";

export type AttributionActions = {
  /** attributionId, status: confirmed, rejected, suggested or as-for-every-claim; claimId and scope. */
  decide?: FormAction;
  /** articleId, type, toArticleId, or originName, originKind, originNaming, originPrimary; claimId and scope. */
  add?: FormAction;
  /** originId, reason (none takes it back); for editors. */
  attest?: FormAction;
  /** originId, interests, source (both empty take it back). */
  interests?: FormAction;
};

type Props = {
  articleId: string;
  attributions: AttributionDto[];
  /** Articles it may lean on, for the list of the form. */
  articles: { id: string; name: string }[];
  actions?: AttributionActions;
  /** The article's name, where several panels stand on one page. */
  about?: string;
  /** The claim in hand: what is decided may be for it alone. */
  claimId?: string;
  /** The claims that rest on each article, by its id: for them counts what is decided without a claim in hand. */
  leaning?: ReadonlyMap<string, LeaningDto>;
  /** Where the words that rules read stand in the article's text, by attribution. */
  read?: ReadonlyMap<string, RulePlace>;
  /** The page with the article's text, unless it is this one. */
  textHref?: string;
  /** What a change that holds for every claim does besides. */
  cancels?: Cancels;
  /** What is said above the panel of that already. */
  saidAbove?: string | null;
  /** Whether the article's words were ever read: only then a rule that found nothing says something. */
  isRead?: boolean;
};

/** So many suggestions of the article itself are shown before the rest is folded; what people confirmed always is. */
const most = 8;

/**
 * Where the article has it from: suggested by rules, decided by people. Its own come first; of the articles that it leads to
 * what people confirmed, and what is suggested folded.
 */
export function AttributionsPanel({
  articleId,
  attributions,
  articles,
  actions = {},
  about,
  claimId,
  leaning,
  read,
  textHref,
  cancels,
  saidAbove = null,
  isRead = true,
}: Props) {
  const statusOf = (item: AttributionDto) => (claimId ? statusOn(item, claimId) : item.status);
  // On the article's own page what was decided for single claims is no open suggestion any more.
  const isOpen = (item: AttributionDto) =>
    statusOf(item) === "suggested" && (claimId !== undefined || item.onClaims.length === 0);
  // What its own words say before what it has in common with others, of which there may be many.
  const open = attributions
    .filter(isOpen)
    .sort((a, b) => Number("articleId" in a.to) - Number("articleId" in b.to));
  const [told, onward] = byWhose(open, articleId);
  const listed = attributions.filter((item) => statusOf(item) !== "rejected");
  const [decided, decidedOnward] = byWhose(
    listed.filter((item) => !isOpen(item)),
    articleId,
  );
  const rejected = attributions.filter((item) => statusOf(item) === "rejected");
  // With a claim in hand it is said where every claim is chosen.
  const besides = claimId ? saidAbove : (cancels?.get(articleId) ?? null);
  const line = (item: AttributionDto, isOfGroup = false) => (
    <AttributionLine
      key={item.id}
      item={item}
      articleId={articleId}
      claimId={claimId}
      leaning={claimId ? undefined : leaning?.get(item.from.articleId)}
      cancels={cancels}
      isOfGroup={isOfGroup}
      place={read?.get(item.id)}
      textHref={textHref}
      decide={actions.decide}
      attest={actions.attest}
      interests={actions.interests}
    />
  );
  const lines = (items: readonly AttributionDto[]) =>
    byReason(items).map((group) =>
      group.length === 1 ? (
        line(group[0]!)
      ) : (
        <li key={group[0]!.id} className="border-t pt-2.5">
          <Why reason={group[0]!.reason!} place={read?.get(group[0]!.id)} textHref={textHref} />
          <ul className="mt-1 border-l-2 pl-3 [&>li:first-child]:border-t-0">
            {group.map((item) => line(item, true))}
          </ul>
        </li>
      ),
    );
  return (
    <Section
      id={about ? `attributions-${articleId}` : "attributions"}
      title={about ? `Where ${about} got it` : "Where this article got it"}
      aside={asideWords(told.length)}
    >
      <OriginalKey />
      {besides === saidAbove ? null : <SaysBesides besides={besides} />}
      {attributions.length === 0 ? (
        <p className="text-ink-2">
          {isRead
            ? "Origin unknown. No rule found a source; if you know one, add it."
            : "Not read yet: no rule has seen its words. Fetch it or paste its text and they are looked through; a source that you know can be added now."}
        </p>
      ) : null}
      <ul>{lines(told.slice(0, most))}</ul>
      {told.length > most ? (
        <Disclosure summary={`${told.length - most} more suggested`}>
          <ul>{lines(told.slice(most))}</ul>
        </Disclosure>
      ) : null}
      {decided.length + decidedOnward.length > 0 ? (
        <ul>{[...decided, ...decidedOnward].map((item) => line(item))}</ul>
      ) : null}
      {onward.length > 0 ? (
        <Disclosure summary={`${onward.length} more suggested for the articles it leads to`}>
          <ul>{lines(onward)}</ul>
        </Disclosure>
      ) : null}
      {rejected.length > 0 ? (
        <Disclosure summary={`${rejected.length} rejected`}>
          <ul>{rejected.map((item) => line(item))}</ul>
        </Disclosure>
      ) : null}
      {actions.add ? (
        <Disclosure summary="Add by hand">
          <AsksFor id={articleId} cancels={claimId ? undefined : cancels}>
            <AddAttribution
              articleId={articleId}
              articles={articles}
              action={actions.add}
              cancels={cancels?.get(articleId)}
              {...(claimId ? { claimId } : {})}
            />
          </AsksFor>
        </Disclosure>
      ) : null}
    </Section>
  );
}

/** The attributions of the article itself, and those of others. */
function byWhose(items: readonly AttributionDto[], articleId: string): [AttributionDto[], AttributionDto[]] {
  const isOwn = (item: AttributionDto) => item.from.articleId === articleId;
  return [items.filter(isOwn), items.filter((item) => !isOwn(item))];
}

/** Those that the same rule suggests by the same words are together, at the place of the first. */
function byReason(items: readonly AttributionDto[]): AttributionDto[][] {
  const groups = new Map<string, AttributionDto[]>();
  for (const item of items) {
    const { reason, from, type } = item;
    const key = reason?.quote ? JSON.stringify([from.articleId, type, reason.rule, reason.quote]) : item.id;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

function asideWords(open: number): string | undefined {
  if (open === 0) return undefined;
  return open === 1 ? "1 suggestion to confirm" : `${open} suggestions to confirm`;
}

import Link from "next/link";
import type { DecisiveDoubt } from "@/lib/attributions/decisive-doubts";
import type { ClaimDto, GateDto } from "@/lib/claims/dto";
import type { ClaimLinks } from "@/components/claims/claim-links";
import { places } from "@/components/layout/places";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { EvidenceForm } from "./evidence-form";
import { EvidenceItem } from "./evidence-item";
import { PasteRowsForm, type PasteRowsAction } from "./paste-rows-form";
import { PendingEvidenceRows } from "./pending-evidence";
import { stanceWords } from "./stance-words";

export type EvidenceActions = {
  /** claimId, articleId, exact, stance, shows, disclosure, decisiveReason, translation, translator. */
  addEvidence?: FormAction;
  /** evidenceId, stance, shows, disclosure, decisiveReason, translation, translator. */
  editEvidence?: FormAction;
  /** evidenceId. */
  removeEvidence?: FormAction;
  /** evidenceId: a second person says that the cut is fair. */
  tickCut?: FormAction;
  /** evidenceId: a second person confirms the description of a region. */
  confirmRegion?: FormAction;
  /** claimId, rows. */
  pasteRows?: PasteRowsAction;
};

type Props = {
  claim: ClaimDto;
  gate: GateDto;
  viewer: { id: string };
  links: ClaimLinks;
  /** Articles that are open beside the claim: what it does not quote yet can be quoted by hand too. */
  beside?: { id: string; name: string }[];
  actions: EvidenceActions;
  /** Evidence whose article speaks against its deciding alone. */
  doubts?: readonly DecisiveDoubt[];
  now?: string;
};

/** What is held for and against the claim, numbered as the write-up cites it. */
export function EvidenceList({ claim, gate, viewer, links, beside = [], actions, doubts = [], now }: Props) {
  const articles = articlesOf(claim, beside);
  return (
    <Section
      id="evidence"
      title="Evidence"
      aside={
        <span className="flex items-baseline gap-x-3">
          {links.quotes && claim.evidence.filter(({ quote }) => "exact" in quote).length > 1 ? (
            <Link href={links.quotes}>Side by side</Link>
          ) : null}
          {claim.evidence.length || null}
        </span>
      }
    >
      <ul>
        {claim.evidence.map((item, index) => (
          <EvidenceItem
            key={item.id}
            item={item}
            number={index + 1}
            viewer={viewer}
            actions={actions}
            cutIssue={gate.issues.find(
              (issue) => issue.code === "quote-cut" && issue.field.includes(item.id),
            )}
            doubt={doubts.find(({ evidenceId }) => evidenceId === item.id)?.words}
            now={now}
          />
        ))}
        <PendingEvidenceRows claimId={claim.id} />
      </ul>
      {claim.evidence.length === 0 ? (
        <p className="border-t py-2 text-ink-2">
          {actions.addEvidence ? (
            <>
              None yet. <HowToSelect />, or{" "}
              {links.addArticle ? <Link href={links.addArticle}>add an article</Link> : "add an article"}{" "}
              first.
            </>
          ) : (
            "None was logged."
          )}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-x-5 gap-y-1 border-t pt-2">
        {actions.addEvidence && articles.length > 0 ? (
          <Disclosure summary="Paste a quote">
            <EvidenceForm claimId={claim.id} articles={articles} action={actions.addEvidence} />
          </Disclosure>
        ) : actions.addEvidence && links.addArticle ? (
          <Link href={links.addArticle} className="inline-flex min-h-6 items-center text-sm">
            Paste a quote, its article first
          </Link>
        ) : null}
        {actions.pasteRows ? (
          <Disclosure summary="Paste rows">
            <PasteRowsForm claimId={claim.id} action={actions.pasteRows} />
          </Disclosure>
        ) : null}
        {actions.addEvidence ? (
          <Link
            href={places.mediaEvidence(claim.id, "picture")}
            className="inline-flex min-h-6 items-center text-sm"
          >
            Photo, table, PDF, video or call
          </Link>
        ) : null}
      </div>
    </Section>
  );
}

/** How words become evidence: by a key, or by the buttons where there is no keyboard. */
function HowToSelect() {
  return (
    <>
      <span className="[@media(hover:none)_and_(pointer:coarse)]:hidden">
        Select words in an article and press 1 for {stanceWords.supports.toLowerCase()}, 2 for{" "}
        {stanceWords.disputes.toLowerCase()} or 3 for {stanceWords.context.toLowerCase()}
      </span>
      <span className="hidden [@media(hover:none)_and_(pointer:coarse)]:inline">
        Hold a finger on words in an article, then tap {stanceWords.supports}, {stanceWords.disputes} or{" "}
        {stanceWords.context} below them
      </span>
    </>
  );
}

/** What can be quoted by pasting: the article that is open beside the claim first, as it is the one in hand. */
function articlesOf(claim: ClaimDto, beside: readonly { id: string; name: string }[]) {
  const names = new Map(beside.map(({ id, name }) => [id, name]));
  if (claim.from) names.set(claim.from.articleId, "The article it was found in");
  for (const { articleId, article } of claim.evidence) {
    names.set(articleId, [article.outlet, article.title].filter(Boolean).join(": ") || "An article");
  }
  return [...names].map(([id, name]) => ({ id, name }));
}

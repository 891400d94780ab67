import Link from "next/link";
import type { Conversation } from "@/lib/claims/dossier";
import type { EvidenceDto } from "@/lib/claims/dto";
import type { Issue } from "@/lib/core/result";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { FactLine } from "@/components/ui/fact-line";
import { Form } from "@/components/ui/form";
import { LongText } from "@/components/ui/long-text";
import { TimeAgo } from "@/components/ui/time-ago";
import { driftFacts, DriftWords } from "./drift-line";
import { EvidenceEdit } from "./evidence-edit";
import type { EvidenceActions } from "./evidence-list";
import { RegionWords } from "./region-words";
import { disclosureWords, stanceWords } from "./stance-words";

type Props = {
  item: EvidenceDto;
  number: number;
  viewer: { id: string };
  actions: EvidenceActions;
  cutIssue?: Issue;
  /** What its article is, which speaks against its deciding alone; follows “it”. */
  doubt?: string;
  now?: string;
};

/** One piece of evidence: stance in words, the quote inside its sentence, where it comes from. */
export function EvidenceItem({ item, number, viewer, actions, cutIssue, doubt, now }: Props) {
  const { article, quote } = item;
  return (
    <li
      id={`evidence-${item.id}`}
      className="grid scroll-mt-16 grid-cols-[4.75rem_minmax(0,1fr)] gap-2.5 border-t py-2.5"
    >
      <span>
        <span className={item.stance === "context" ? "font-semibold text-ink-3" : "font-semibold"}>
          {stanceWords[item.stance]}
        </span>
        <span className="block text-xs text-ink-3">{number}</span>
      </span>
      <div className="min-w-0 wrap-anywhere">
        {"exact" in quote ? (
          <LongText text={quote.exact}>
            <q dir="auto" className="font-serif text-md" title={quote.sentence}>
              {quote.exact}
            </q>
          </LongText>
        ) : (
          <RegionWords item={item} region={quote} viewer={viewer} confirm={actions.confirmRegion} />
        )}
        {item.translation ? (
          <LongText text={item.translation.text} className="font-serif text-ink-2">
            In our translation{item.translation.translator ? ` (${item.translation.translator})` : ""}:{" "}
            <q dir="auto">{item.translation.text}</q>
          </LongText>
        ) : null}
        {item.shows ? (
          <LongText text={item.shows} className="mt-0.5">
            {item.shows}
          </LongText>
        ) : null}
        <p className="mt-0.5 text-xs text-ink-3">
          <FactLine
            facts={[
              <Link key="outlet" href={places.article(item.articleId)}>
                {article.outlet ?? article.title ?? "outlet unknown"}
              </Link>,
              article.conversation ? conversationWords(article.conversation) : null,
              "exact" in quote && quote.page !== null ? `page ${quote.page}` : null,
              article.primary ? "primary" : null,
              <span key="origin" className={item.origin.known ? undefined : "font-medium text-warn"}>
                {item.origin.words}
              </span>,
              <span key="added">
                {item.addedBy.id === viewer.id ? "you" : item.addedBy.name},{" "}
                <TimeAgo at={item.addedAt} now={now} />
              </span>,
              item.disclosure === "public" ? null : disclosureWords[item.disclosure].toLowerCase(),
              ...driftFacts({ item, now }),
              "captureId" in quote && quote.captureId ? (
                <Link key="capture" href={places.capture(quote.captureId, item.quoteId)}>
                  see it in the capture
                </Link>
              ) : null,
            ]}
          />
        </p>
        {article.interests ? (
          <p className="mt-0.5 text-sm text-ink-2">
            Interests of the source: {article.interests.words}
            {article.interests.source ? ` (${article.interests.source})` : ""}
          </p>
        ) : null}
        {article.ownerInterests ? (
          <p className="mt-0.5 text-sm text-ink-2">
            Interests of {article.ownerInterests.name}, who owns the outlet: {article.ownerInterests.words} (
            {article.ownerInterests.source})
          </p>
        ) : null}
        <DriftWords item={item} now={now} />
        {item.decisive ? (
          <p className="mt-0.5 text-sm">
            <strong className="font-semibold">Decisive:</strong> {item.decisive.reason}
            {doubt ? <span className="block text-warn">But it {doubt}.</span> : null}
          </p>
        ) : null}
        {cutIssue ? (
          <CutNotice item={item} message={cutIssue.message} viewer={viewer} actions={actions} />
        ) : item.cut?.tickedBy ? (
          <p className="mt-0.5 text-sm text-ink-3">{item.cut.tickedBy} found fair how the quote is cut.</p>
        ) : null}
        <Change item={item} number={number} viewer={viewer} actions={actions} doubt={doubt} />
      </div>
    </li>
  );
}

/** Our own note: when, how, and by whose notes; its title says with whom. */
function conversationWords({ heldAt, how, notesBy }: Conversation): string {
  return `${heldAt.replace("T", " ")}, ${how}, notes by ${notesBy}`;
}

type ChangeProps = Pick<Props, "item" | "number" | "viewer" | "actions" | "doubt">;

function Change({ item, number, viewer, actions, doubt }: ChangeProps) {
  if (!actions.editEvidence && !actions.removeEvidence) return null;
  return (
    <Disclosure summary="Change" quiet>
      {actions.editEvidence ? (
        <EvidenceEdit
          item={item}
          number={number}
          viewer={viewer}
          action={actions.editEvidence}
          doubt={doubt}
        />
      ) : null}
      {actions.removeEvidence ? (
        <Form
          action={actions.removeEvidence}
          id={`remove-${item.id}`}
          done="removed"
          shownAt="the claim"
          className="mt-4 grid gap-2 border-t pt-3"
        >
          <input type="hidden" name="evidenceId" value={item.id} />
          <input type="hidden" name="claimId" value={item.claimId} />
          <input type="hidden" name="version" value={item.version} />
          <p className="text-sm text-ink-2">
            Removing: the log keeps that it was here, and reviews become outdated.
          </p>
          <div>
            <SubmitButton look="plain" small busy="Removing…">
              Remove evidence {number}
            </SubmitButton>
          </div>
        </Form>
      ) : null}
    </Disclosure>
  );
}

type CutProps = { item: EvidenceDto; message: string; viewer: { id: string }; actions: EvidenceActions };

/** What waits for a second person. A place in a picture has a button of its own, beside its description. */
function CutNotice({ item, message, viewer, actions }: CutProps) {
  return (
    <div className="mt-1 text-sm">
      <p className="text-warn">{message}</p>
      {actions.tickCut && item.cut && item.addedBy.id !== viewer.id ? (
        <Form action={actions.tickCut} id={`cut-${item.id}`} className="mt-1">
          <input type="hidden" name="evidenceId" value={item.id} />
          <SubmitButton look="plain" small>
            The cut is fair
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}

import "server-only";
import { mayDo, type Action } from "../access/can";
import type { Viewer } from "../access/viewer";
import { takeBackArticleEdit } from "../articles/commands/take-back-edit";
import {
  takeBackAttestation,
  takeBackAttribution,
  takeBackInterests,
} from "../attributions/take-back-attribution.server";
import { takeBackEdit } from "../claims/commands/take-back-edit";
import { takeBackComment } from "../comments/take-back-comment.server";
import { fail, notFound, ok, type Result } from "../core/result";
import { takeBackDisagreement } from "../disagreements/commands/take-back-disagreement";
import { takeBackAdded, takeBackEntityEdit, takeBackLink } from "../entities/take-back-entity.server";
import { takeBackEvidence } from "../evidence/take-back-evidence.server";
import { takeBackVouch } from "../evidence/take-back-vouch.server";
import { takeBackComparison } from "../figures/take-back-comparison.server";
import { restoreLegalRead } from "../legal-reads/restore-legal-read.server";
import { takeBackDismissal } from "../notices/take-back-dismissal.server";
import { takeBackMerge, takeBackOutletEdit, takeBackOutletName } from "../outlets/take-back-outlet.server";
import { takeBackCorrectionChange } from "../publications/take-back-correction.server";
import { takeBackChoices } from "../notifications/take-back-choices.server";
import { takeBackNote } from "../replies/take-back-note.server";
import { takeBackReminder } from "../replies/take-back-reminder.server";
import { takeBackSetting } from "../settings/take-back-setting.server";
import { takeBackLook } from "../shelf-life/take-back-look.server";
import { takeBackKeys } from "../shortcuts/take-back-keys.server";
import { takeBackSiteDraft } from "../site-pages/take-back-site-draft.server";
import { reopenTask } from "../tasks/reopen-task.server";
import { takeBackTemplateEdit } from "../templates/take-back-template.server";
import { takeBackMove } from "../topics/take-back-move.server";
import { takeBackView } from "../views/take-back-view.server";
import { ownEntry, type OwnEntry } from "./own-entry.server";

type Way = {
  /** Whoever takes it back may do it too. */
  action: Action;
  command: (viewer: Viewer, entry: OwnEntry, now: Date) => Promise<Result<object>>;
};

/** `stays`: what of it was not put back, in words; null when all was. */
type TakenBack = { stays: string | null };

/** What can be taken back by its entry in the log. A mark, a signature and what is public are never among it. */
const ways: Readonly<Record<string, Way>> = {
  "claim.edited": { action: "claim.write", command: takeBackEdit },
  "comment.added": { action: "comment.write", command: takeBackComment },
  "shelf-life.looked-again": { action: "shelf-life.look", command: takeBackLook },
  "task.finished": { action: "task.write", command: reopenTask },
  "legal-read.withdrawn": { action: "claim.write", command: restoreLegalRead },
  "reply.noted": { action: "claim.write", command: takeBackNote },
  "reply.reminded": { action: "claim.write", command: takeBackReminder },
  "view.saved": { action: "view.write", command: takeBackView },
  "view.removed": { action: "view.write", command: takeBackView },
  "comparison.decided": { action: "evidence.write", command: takeBackComparison },
  "disagreement.marked": { action: "evidence.write", command: takeBackDisagreement },
  "disagreement.resolved": { action: "evidence.write", command: takeBackDisagreement },
  "disagreement.dismissed": { action: "evidence.write", command: takeBackDisagreement },
  "evidence.added": { action: "evidence.write", command: takeBackEvidence },
  "quote.cut-ticked": { action: "evidence.write", command: takeBackVouch },
  "quote.region-confirmed": { action: "evidence.write", command: takeBackVouch },
  "article.edited": { action: "article.write", command: takeBackArticleEdit },
  "article.reliability-changed": { action: "article.reliability", command: takeBackArticleEdit },
  "attribution.added": { action: "article.write", command: takeBackAttribution },
  "origin.attested": { action: "origin.attest", command: takeBackAttestation },
  "origin.attestation-withdrawn": { action: "origin.attest", command: takeBackAttestation },
  "origin.interests-noted": { action: "article.write", command: takeBackInterests },
  "correction.changed": { action: "correction.open", command: takeBackCorrectionChange },
  "prepared-notice.dismissed": { action: "notice.sign", command: takeBackDismissal },
  "outlet.edited": { action: "outlet.write", command: takeBackOutletEdit },
  "outlet.named": { action: "outlet.write", command: takeBackOutletName },
  "outlet.merged": { action: "outlet.write", command: takeBackMerge },
  "entity.added": { action: "entity.write", command: takeBackAdded },
  "entity.edited": { action: "entity.write", command: takeBackEntityEdit },
  "entity.linked": { action: "entity.write", command: takeBackLink },
  "entity.link-confirmed": { action: "entity.write", command: takeBackLink },
  "entity.link-rejected": { action: "entity.write", command: takeBackLink },
  "template.edited": { action: "template.write", command: takeBackTemplateEdit },
  "account.keys-changed": { action: "own.account", command: takeBackKeys },
  "news.choices-saved": { action: "own.account", command: takeBackChoices },
  "setting.changed": { action: "settings.write", command: takeBackSetting },
  "site-page.drafted": { action: "page.write", command: takeBackSiteDraft },
  "site-page.finished": { action: "page.write", command: takeBackSiteDraft },
  "topic.renamed": { action: "settings.write", command: takeBackMove },
  "topic.merged": { action: "settings.write", command: takeBackMove },
};

/**
 * Takes back what this person did, by its entry: a change like any other, with every rule of one and an entry of its own.
 * 409 `stale` when somebody changed it since; nothing of theirs is put back over.
 */
export async function takeBack(
  viewer: Viewer,
  { entryId }: { entryId: string },
  now: Date,
): Promise<Result<TakenBack>> {
  const entry = await ownEntry(viewer, entryId);
  if (!entry.ok) return entry;
  const way = Object.hasOwn(ways, entry.value.event) ? ways[entry.value.event] : undefined;
  if (!way) return fail(notFound("change to take back"));
  const allowed = mayDo(viewer, way.action);
  if (!allowed.ok) return allowed;
  const done = await way.command(viewer, entry.value, now);
  if (!done.ok) return done;
  const { stays }: { stays?: string } = done.value;
  return ok({ stays: stays ?? null });
}

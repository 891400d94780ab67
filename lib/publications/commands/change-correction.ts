import "server-only";
import type { Viewer } from "../../access/viewer";
import { fallBackToReview, lockClaim, type LockedClaim } from "../../claims/open-claim.server";
import { currentRevision } from "../../claims/revision.server";
import { nextState } from "../../claims/workflow";
import { changedFields } from "../../core/changed-fields";
import type { Tx } from "../../core/db.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { refuseUnlessAsRead } from "../../log/refuse-stale.server";
import { isBlind } from "../../reviews/blindness";
import { cancelSchedules } from "../../schedules/cancel-schedules.server";
import { topicsNow } from "../../settings/topic-settings";
import { changedSince } from "../../undo/own-entry.server";
import { compareRecords } from "../changes";
import { publishedRevision } from "../published-revision.server";
import type { ChangeCorrectionInput, CorrectionFields } from "../schema";

type Done = Result<{ claimId: string }>;

/** What is changed of which correction. */
export type CorrectionChange = { correctionId: string; changes: CorrectionFields };

/**
 * Calls an open correction something else, or tells readers another reason. Like opening it, this is not authoring. `entryId`
 * is the log's entry of it, null when nothing changed. 409 `stale` when something else stands than the input `expected`, with
 * both sides, or than what it `undoes`.
 */
export async function changeCorrection(
  viewer: Viewer,
  claimId: string,
  { expected, ...input }: ChangeCorrectionInput,
  now: Date,
  undoes?: CorrectionChange,
): Promise<Result<{ claimId: string; entryId: string | null }>> {
  return runCommand(async (tx) => {
    const { correction } = await lockCorrection(tx, claimId);
    if (undoes && correction.id !== undoes.correctionId) refuse(changedSince);
    const subject = { kind: "correction", id: correction.id };
    const events = ["correction.opened", "correction.changed"];
    const mine = { expected, mine: input, kept: correction };
    await refuseUnlessAsRead(tx, { what: "correction", subject, events, ...mine });
    const changes = changedFields(input, correction);
    if (Object.keys(changes).length === 0) return { claimId, entryId: null };
    if (undoes && Object.keys(changedFields(undoes.changes, correction)).length > 0) refuse(changedSince);
    await tx.correction.update({ where: { id: correction.id }, data: changes as Record<string, string> });
    await fallBackToReview(tx, viewer, [claimId], now);
    const entryId = await recordEvent(tx, viewer, now, {
      event: "correction.changed",
      subject,
      claimId,
      body: { was: { class: correction.class, reason: correction.reason }, changes },
    });
    return { claimId, entryId };
  });
}

/**
 * Takes an open correction back: the claim is published again as it stands. Only while the desk's work says what the
 * published version says, so that nothing unsigned is left behind unseen; 422 `correction-changed` names what differs.
 */
export async function abandonCorrection(viewer: Viewer, claimId: string, now: Date): Promise<Done> {
  return runCommand(async (tx) => {
    const { claim, correction } = await lockCorrection(tx, claimId);
    const next = nextState(claim.state, "abandon", { isPublished: true });
    if (!next.ok) refuse(next.error);
    await refuseChanged(tx, viewer, claimId, now);
    await tx.correction.update({
      where: { id: correction.id },
      data: { closedAt: now, abandonedById: viewer.id },
    });
    await cancelSchedules(tx, viewer, [claimId], "changed", now);
    await tx.claim.update({ where: { id: claimId }, data: { state: next.value, updatedAt: now } });
    await recordEvent(tx, viewer, now, {
      event: "correction.abandoned",
      subject: { kind: "correction", id: correction.id },
      claimId,
      from: claim.state,
      to: next.value,
    });
    return { claimId };
  });
}

async function lockCorrection(tx: Tx, claimId: string) {
  const claim: LockedClaim = await lockClaim(tx, claimId);
  const correction = await tx.correction.findFirst({ where: { claimId, closedAt: null } });
  if (!correction)
    refuse({ kind: "invalid", code: "no-correction", detail: "No correction of this claim is open." });
  return { claim, correction };
}

/**
 * What the record takes from elsewhere (other people's reviews, a later look at a source, a decision for every claim) may
 * have moved on and does not hold the claim: it would have moved while it was published too. So words are compared only
 * when somebody wrote to the claim since the correction was opened.
 */
async function refuseChanged(tx: Tx, viewer: Viewer, claimId: string, now: Date): Promise<void> {
  const written = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM contribution c WHERE c."claimId" = ${claimId} AND c.cycle >= claim_cycle(${claimId}) LIMIT 1`;
  if (written.length === 0) return;
  const current = (await currentRevision(tx, claimId, now)) ?? refuse(notFound("claim"));
  const signed = (await publishedRevision(tx, claimId)) ?? refuse(notFound("publication"));
  // A topic that was renamed for every claim since is the same topic.
  const topics = topicsNow(signed.claim.topics, current.settings.topics);
  const before = { ...signed, claim: { ...signed.claim, topics } };
  const changes = compareRecords(before, current.record).filter(({ field }) => !movesAlone(field));
  if (changes.length === 0) return;
  const isHidden = isBlind(viewer, current.dossier);
  refuse({
    kind: "invalid",
    code: "correction-changed",
    detail:
      "The claim says something else than the published version. Put it back as it was, or finish the correction.",
    issues: (isHidden ? [] : changes).map(({ field, label }) => ({
      code: "correction-changed",
      field,
      message: `“${label}” differs from the published version.`,
      overridable: false,
    })),
  });
}

function movesAlone(field: string): boolean {
  return field === "reviews" || field === "correction" || field.endsWith(".sameWordsAt");
}

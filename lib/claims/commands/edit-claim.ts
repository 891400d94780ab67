import "server-only";
import type { Viewer } from "../../access/viewer";
import { bothSides } from "../../core/both-sides";
import { changedFields, fieldsBefore } from "../../core/changed-fields";
import type { Tx } from "../../core/db.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { refreshClaimFigures } from "../../figures/refresh-claim-figures.server";
import { refreshComparisons } from "../../figures/refresh-comparisons.server";
import { recordEvent } from "../../log/record.server";
import { refuseStale } from "../../log/refuse-stale.server";
import { checkTopics } from "../../topics/check-topics.server";
import { onlyTopicsMoved } from "../../topics/move-claims.server";
import type { EditClaimInput } from "../schema";
import { noteAssignment } from "../note-assignment.server";
import { fallBackToReview, lockClaim, noteAuthor, openForWriting } from "../open-claim.server";
import { checkAssignee } from "./create-claim";

/** Fields that are about the work, not printed: changing them is not authoring, and the claim stays as ready as it was. */
const deskFields: readonly string[] = ["importance", "deadlineAt", "reach", "assigneeId"];

/**
 * Changes a claim's own fields; what is the same already is no change. 409 `stale` with both versions when someone changed
 * it since it was read, but by making a topic another, which is meant by its old name. Only what is printed needs an open claim and makes an author. `had`: topics that it may have again,
 * though they are retired. `isPutBack`: what stands so already is done, whichever version was read. Answers the log's entry of it, null when nothing changed.
 */
export async function editClaim(
  viewer: Viewer,
  claimId: string,
  input: EditClaimInput,
  now: Date,
  { had = [], isPutBack = false }: { had?: readonly string[] | undefined; isPutBack?: boolean } = {},
): Promise<Result<{ claimId: string; entryId: string | null }>> {
  return runCommand(async (tx) => {
    const { version, ...typed } = input;
    const current = (await tx.claim.findUnique({ where: { id: claimId } })) ?? refuse(notFound("claim"));
    const topics = typed.topics && (await checkTopics(tx, typed.topics, [...current.topics, ...had]));
    const given = { ...typed, ...(topics ? { topics } : {}) };
    const changes = changedFields(given, current);
    const isSo = Object.keys(changes).length === 0;
    if (!(isSo && isPutBack) && !(await isAsRead(tx, version, current)))
      await refuseChanged(tx, viewer, version, given, current);
    if (isSo) return { claimId, entryId: null };
    const printed = Object.keys(changes).filter((field) => !deskFields.includes(field));
    const locked =
      printed.length > 0 ? await openForWriting(tx, viewer, claimId, now) : await lockClaim(tx, claimId);
    if (locked.version !== current.version)
      await refuseChanged(
        tx,
        viewer,
        version,
        given,
        await tx.claim.findUniqueOrThrow({ where: { id: claimId } }),
      );
    await checkAssignee(tx, changes.assigneeId);
    await openWhole(tx, viewer, current, printed, now);
    await tx.claim.update({
      where: { id: claimId },
      data: { ...changes, version: { increment: 1 }, updatedAt: now } as never,
    });
    if (changes.assigneeId !== undefined) await noteAssignment(tx, viewer, claimId, changes.assigneeId, now);
    if (changes.text !== undefined) {
      await refreshClaimFigures(tx, claimId, changes.text);
      await refreshComparisons(tx, claimId);
    }
    for (const field of printed) await noteAuthor(tx, viewer, claimId, `claim.${field}`, claimId, now);
    const entryId = await recordEvent(tx, viewer, now, {
      event: "claim.edited",
      subject: { kind: "claim", id: claimId },
      claimId,
      body: {
        changes: changes as Record<string, unknown>,
        was: fieldsBefore(changes, current),
        version: locked.version + 1,
      },
    });
    return { claimId, entryId };
  });
}

/** Whether whoever read version `read` of a claim read what it says now, its topics by the names of then. */
async function isAsRead(
  tx: Tx,
  read: number,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  return version === read || (await onlyTopicsMoved(tx, id, { read, version }));
}

/**
 * A part's words and its weight are printed with the whole: whoever changes them writes the whole too. The weight is the
 * whole's own, so a published whole needs a correction first; a part's words are its own, and may be worked on.
 */
async function openWhole(
  tx: Tx,
  viewer: Viewer,
  part: { id: string; parentId: string | null },
  printed: readonly string[],
  now: Date,
): Promise<void> {
  const fields = printed.filter((field) => field === "text" || field === "central");
  if (!part.parentId) {
    if (fields.includes("central")) refuseNoPart();
    return;
  }
  if (fields.includes("central")) await openForWriting(tx, viewer, part.parentId, now);
  else if (fields.length > 0) await fallBackToReview(tx, viewer, [part.parentId], now);
  for (const field of fields) await noteAuthor(tx, viewer, part.parentId, `part.${field}`, part.id, now);
}

function refuseNoPart(): never {
  const message = "Only a part of another claim is central or not.";
  refuse({
    kind: "invalid",
    code: "not-a-part",
    detail: message,
    issues: [{ code: "not-a-part", field: "central", message }],
  });
}

/** Topics stand in one field of the form, with commas between. */
async function refuseChanged(
  tx: Tx,
  viewer: Viewer,
  read: number,
  mine: Record<string, unknown>,
  theirs: { id: string; version: number } & Record<string, unknown>,
): Promise<never> {
  const sides = bothSides(mine, theirs, { separator: ", " });
  const subject = { kind: "claim", id: theirs.id };
  return refuseStale(tx, {
    what: "claim",
    subject,
    read,
    version: theirs.version,
    sides,
    viewerId: viewer.id,
  });
}

import "server-only";
import type { Viewer } from "../access/viewer";
import { noteArticleAuthor } from "../claims/open-claim.server";
import { changedFields } from "../core/changed-fields";
import type { Tx } from "../core/db.server";
import { fail, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { changedSince, partOf, type OwnEntry } from "../undo/own-entry.server";
import { saveAttestation, type Attestation, type KeptAttestation } from "./commands/attest-origin";
import type { EdgeBefore } from "./commands/decide-attribution";
import { decideOnClaim, takeBackOnClaim } from "./commands/decide-on-claim";
import { noteInterests, type Interests } from "./commands/note-interests";
import { reopenClaims } from "./commands/reopen-claims";
import type { AttributionStatus } from "./on-claim";

/** Notes again what was noted of an origin's interests before. 409 `stale` when something else was noted since. */
export async function takeBackInterests(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ originId: string }>> {
  const [was, undoes] = [partOf(entry, "was"), partOf(entry, "changes")] as Interests[];
  // An entry from before entries told what was noted until then fits none.
  if (was?.interests === undefined) return fail(changedSince);
  const input = { interests: was.interests, source: was.interestsSource };
  return noteInterests(viewer, entry.subjectId, input, now, undoes);
}

/**
 * Leaves the word on an unnamed source as it stood before somebody gave theirs or took it back, also when it was another
 * editor's. 409 `stale` when it is another one since.
 */
export async function takeBackAttestation(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ originId: string }>> {
  const [was, undoes] = [partOf(entry, "was"), partOf(entry, "changes")] as KeptAttestation[];
  // An entry from before entries told what stood until then fits none.
  if (was?.attestedReason === undefined || undoes === undefined) return fail(changedSince);
  return saveAttestation(viewer, entry.subjectId, asTold(was), now, { undoes: asTold(undoes) });
}

const asTold = ({ attestedAt, ...word }: KeptAttestation): Attestation => ({
  ...word,
  attestedAt: attestedAt === null ? null : new Date(attestedAt),
});

type Added = { wasHere: AttributionStatus | null; was: EdgeBefore | null; articleId: string };

/**
 * Takes back that this person added where an article has it from. For every claim: it says what it said before, or is gone
 * when it was new. For one claim: what was decided for that one; for others it stays the suggestion that it was. 409 `stale`
 * when it was decided otherwise since.
 */
export async function takeBackAttribution(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ attributionId: string }>> {
  const { subjectId: id, claimId } = entry;
  const added = entry.body as Added;
  // An entry from before entries told what stood until then fits none.
  if (added.was === undefined) return fail(changedSince);
  return runCommand(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM attribution WHERE id = ${id} FOR UPDATE`;
    if (claimId) await backOnClaim(tx, viewer, { ...entry, claimId }, now);
    else await takeBackForAllClaims(tx, viewer, entry, now);
    return { attributionId: id };
  });
}

async function backOnClaim(
  tx: Tx,
  viewer: Viewer,
  { subjectId: attributionId, claimId, at, body }: OwnEntry & { claimId: string },
  now: Date,
): Promise<void> {
  const { wasHere } = body as Added;
  const here = await tx.claimAttribution.findUnique({
    where: { attributionId_claimId: { attributionId, claimId } },
  });
  // Taken back already is what was wanted.
  if (here?.status === (wasHere ?? "withdrawn")) return;
  if (here?.decidedById !== viewer.id || here.decidedAt.getTime() !== at.getTime()) refuse(changedSince);
  if (wasHere) await decideOnClaim(tx, viewer, { attributionId, claimId, status: wasHere }, now);
  else await takeBackOnClaim(tx, viewer, { attributionId, claimId }, now);
}

async function takeBackForAllClaims(
  tx: Tx,
  viewer: Viewer,
  { subjectId: id, at, body }: OwnEntry,
  now: Date,
): Promise<void> {
  const { was, articleId } = body as Added;
  const row = await tx.attribution.findUnique({ where: { id }, include: { onClaims: true } });
  // Taken back already is what was wanted.
  if (was ? row && Object.keys(changedFields(was, row)).length === 0 : !row) return;
  const decided = row?.decidedAt ?? row?.createdAt;
  if (!row || decided?.getTime() !== at.getTime()) refuse(changedSince);
  if (was) await tx.attribution.update({ where: { id }, data: was });
  else if (row.onClaims.length > 0) refuse(changedSince);
  else await tx.attribution.delete({ where: { id } });
  await noteArticleAuthor(tx, viewer, articleId, "attribution", id, now);
  await reopenClaims(tx, viewer, articleId, now);
  await recordEvent(tx, viewer, now, {
    event: "attribution.add-undone",
    subject: { kind: "attribution", id },
    articleIds: [articleId],
    from: row.status,
    to: was?.status ?? null,
    body: { articleId },
  });
}

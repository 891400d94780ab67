import "server-only";
import type { Viewer } from "../../access/viewer";
import { Prisma, rowsOf, type Tx } from "../../core/db.server";
import { refuse, type Failure, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { cancelSchedules } from "../../schedules/cancel-schedules.server";
import { declineReasonOf } from "../decline-reason";
import { noteAssignment } from "../note-assignment.server";
import { lockClaim } from "../open-claim.server";
import type { ClaimEventInput } from "../schema";
import { slugOf } from "../slug";
import { claimStates, type ClaimState } from "../vocabulary";
import { isExternalEvent, nextState, notAllowed } from "../workflow";

/**
 * Moves a claim along its workflow; `from` is the state it was in, `entryId` the log's entry of the step. 422 lists the events
 * that are allowed; 409 where it is to take back a step after which something else was done.
 */
export async function sendEvent(
  viewer: Viewer,
  claimId: string,
  input: ClaimEventInput,
  now: Date,
): Promise<Result<{ claimId: string; from: ClaimState; entryId: string }>> {
  return runCommand(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (input.takesBack !== undefined) await refuseIfDoneSince(tx, claimId, input.takesBack);
    const verdict = await tx.verdict.findUnique({
      where: { claimId },
      select: { rating: true, finding: true },
    });
    const isPublished = (await tx.publication.count({ where: { claimId } })) > 0;
    const facts = { rating: verdict?.rating ?? null, finding: verdict?.finding ?? "", isPublished };
    const { event } = input;
    if (!isExternalEvent(event)) refuse(notAllowed(claim.state, event, facts));
    const declinedIn =
      event === "reopen" && input.asBefore ? await lastDeclinedIn(tx, claimId, input.takesBack) : undefined;
    const next = nextState(claim.state, event, { ...facts, ...(declinedIn ? { declinedIn } : {}) });
    if (!next.ok) refuse(next.error);
    const why =
      event === "decline"
        ? declineReasonOf(input.asBefore && !input.reason ? await lastDecline(tx, claimId) : input)
        : { reason: input.reason ?? null, note: input.note ?? null };
    if (event === "return") await cancelSchedules(tx, viewer, [claimId], "returned", now);
    const slug = event === "ready" && !claim.slug ? await freeSlug(tx, claim.text) : undefined;
    await tx.claim.update({
      where: { id: claimId },
      data: {
        state: next.value,
        updatedAt: now,
        ...(slug ? { slug } : {}),
        ...(event === "decline" ? { declineReason: why.reason, declineNote: why.note } : {}),
        ...(event === "start-research" && !claim.holderId ? { assigneeId: viewer.id } : {}),
      },
    });
    if (event === "start-research" && !claim.holderId)
      await noteAssignment(tx, viewer, claimId, viewer.id, now);
    const entryId = await recordEvent(tx, viewer, now, {
      event: `claim.${pastOf[event]}`,
      subject: { kind: "claim", id: claimId },
      claimId,
      from: claim.state,
      to: next.value,
      body: { ...why, entriesBefore: await entriesBeside(tx, claimId, Prisma.sql`pg_current_xact_id()`) },
    });
    return { claimId, from: claim.state, entryId };
  });
}

/**
 * Refuses to take back a step once the log has more of the claim than the step found, beside what was written with it. Entries
 * are never deleted and are counted by the database, so it does not matter what the clocks of the hosts say that made them.
 */
async function refuseIfDoneSince(tx: Tx, claimId: string, entryId: string): Promise<void> {
  const step = await tx.logEntry.findFirst({
    where: { id: entryId, claimId },
    select: { payload: { select: { body: true } } },
  });
  // Of words that were erased, and of an entry from before steps counted, it is not known: they fit none.
  const { entriesBefore } = (step?.payload?.body ?? {}) as { entriesBefore?: unknown };
  const own = Prisma.sql`(SELECT s.txid FROM log_entry s WHERE s.id = ${entryId})`;
  if (entriesBefore !== (await entriesBeside(tx, claimId, own))) refuse(doneSince);
}

/**
 * How many entries the log has about the claim, or about what it prints, but for those of one transaction. That a person is
 * called otherwise now is nothing that was done with the claim.
 */
async function entriesBeside(tx: Tx, claimId: string, txid: Prisma.Sql): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    tx,
    Prisma.sql`SELECT count(*)::int AS count FROM claim_log WHERE "onClaimId" = ${claimId} AND txid <> ${txid}
      AND event <> 'account.renamed'`,
  );
  return row!.count;
}

const doneSince: Failure = {
  kind: "conflict",
  code: "stale",
  detail: "Something else was done with it after that, so the step was not taken back.",
};

/** Why the claim was declined last, for a decline that takes its reopening back; nothing where it never was. */
async function lastDecline(tx: Tx, claimId: string) {
  const { declineReason, declineNote } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { declineReason: true, declineNote: true },
  });
  return { reason: declineReason ?? undefined, note: declineNote ?? undefined };
}

/** The state in which the claim was declined, last or by that entry; undefined where the log does not say. */
async function lastDeclinedIn(
  tx: Tx,
  claimId: string,
  entryId: string | undefined,
): Promise<ClaimState | undefined> {
  const entry = await tx.logEntry.findFirst({
    where: { claimId, event: "claim.declined", ...(entryId === undefined ? {} : { id: entryId }) },
    orderBy: { id: "desc" },
    select: { fromState: true },
  });
  return claimStates.find((state) => state === entry?.fromState);
}

const pastOf = {
  "start-research": "research-started",
  submit: "submitted",
  return: "returned",
  ready: "called-ready",
  decline: "declined",
  reopen: "reopened",
} as const;

/**
 * The first free address made of the claim's words. One claim at a time: two with the same words, or words of another
 * script, would choose the same one.
 */
async function freeSlug(tx: Tx, text: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('claim-slug'))`;
  const base = slugOf(text);
  const taken = await tx.claim.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  const slugs = new Set(taken.map(({ slug }) => slug));
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!slugs.has(slug)) return slug;
  }
}

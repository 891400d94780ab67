import "server-only";
import type { Viewer } from "../access/viewer";
import { lockClaim } from "../claims/open-claim.server";
import { currentRevision, type CurrentRevision } from "../claims/revision.server";
import { nextState } from "../claims/workflow";
import { bothSides } from "../core/both-sides";
import type { Tx } from "../core/db.server";
import { minuteMs } from "../core/durations";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { sayMinute } from "../core/zoned-time";
import { recordEvent } from "../log/record.server";
import { cancelUnlessHolds } from "../schedules/cancel-unless-holds.server";
import { loadSettings } from "../settings/settings.server";
import { draftHash } from "./draft-hash";
import type { NoteLegalReadInput } from "./schema";

export type LegalReadNoted = {
  id: string;
  claimId: string;
  kind: "asked" | "read";
  reader: string;
  at: string;
};

/**
 * Notes that somebody was asked to read the draft for the law, or read it, for the draft as it stands: refused when it
 * changed since the page was opened or since they read it. Nothing that would be published changes, so the claim stays
 * ready, what waits for its time goes on waiting, and whoever notes it is no author.
 */
export async function noteLegalRead(
  viewer: Viewer,
  claimId: string,
  input: NoteLegalReadInput,
  now: Date,
): Promise<Result<LegalReadNoted>> {
  const { kind, reader } = input;
  const at = input.at === undefined ? now : new Date(input.at);
  return runCommand(async (tx) => {
    await lockOpen(tx, claimId);
    if (at > now) refuseTime("legal-read-time", "That time is still to come.");
    const hash = kind === "read" ? await hashAsRead(tx, claimId, { at, seen: input.draftHash }, now) : null;
    const id = newId();
    const row = { id, claimId, kind, reader, at, draftHash: hash, notedById: viewer.id, notedAt: now };
    await tx.legalRead.create({ data: row });
    await recordEvent(tx, viewer, now, {
      event: kind === "read" ? "legal-read.noted" : "legal-read.asked",
      subject: { kind: "legal-read", id },
      claimId,
      body: { reader, at: at.toISOString() },
    });
    return { id, claimId, kind, reader, at: at.toISOString() };
  });
}

/** Locks a claim whose draft can still change; elsewhere there is no draft to be read. */
export async function lockOpen(tx: Tx, claimId: string): Promise<void> {
  const { state } = await lockClaim(tx, claimId);
  const open = nextState(state, "edit");
  if (!open.ok) refuse(open.error);
}

async function hashAsRead(
  tx: Tx,
  claimId: string,
  { at, seen }: { at: Date; seen: string | undefined },
  now: Date,
): Promise<string> {
  const current = (await currentRevision(tx, claimId, now)) ?? refuse(notFound("claim"));
  const hash = draftHash(current.record);
  if (seen !== undefined && seen !== hash) {
    const detail =
      "The draft changed after you read it, so nothing was noted. Look at what changed, have it read as it stands, then note it again.";
    const conflict = bothSides({ draftHash: seen }, { draftHash: hash });
    refuse({ kind: "conflict", code: "stale", detail, extra: { draftHash: hash, conflict } });
  }
  const changedAt = await lastChange(tx, current);
  // Times are typed to the minute.
  if (changedAt && changedAt.getTime() >= at.getTime() + minuteMs)
    refuseTime(
      "changed-after-read",
      `The draft changed after that, last on ${sayMinute((await loadSettings(tx)).site.timeZone, changedAt)}. Have it read as it stands, or put the time right.`,
    );
  return hash;
}

/** When somebody last wrote something that would be published, or gave a mark. */
async function lastChange(tx: Tx, { claim, dossier }: CurrentRevision): Promise<Date | null> {
  const articleIds = dossier.articles.map(({ id }) => id);
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT greatest(
      (SELECT max(at) FROM contribution WHERE "claimId" = ${claim.id}),
      (SELECT max(at) FROM contribution WHERE "articleId" = ANY(${articleIds})),
      (SELECT max("givenAt") FROM review WHERE "claimId" = ${claim.id})) AS at`;
  return row?.at ?? null;
}

function refuseTime(code: string, message: string): never {
  refuse({ kind: "invalid", code, detail: message, issues: [{ code, field: "at", message }] });
}

/**
 * Takes back what was noted about a legal read, by a row of its own. What waits for its time to be published is cancelled
 * when it rested on that read.
 */
export async function withdrawLegalRead(
  viewer: Viewer,
  legalReadId: string,
  now: Date,
): Promise<Result<{ id: string; claimId: string; entryId: string }>> {
  return runCommand(async (tx) => {
    const row = await tx.legalRead.findUnique({ where: { id: legalReadId } });
    if (!row || row.kind === "withdrawn") return refuse(notFound("legal read"));
    const { claimId } = row;
    await lockOpen(tx, claimId);
    if (await tx.legalRead.findUnique({ where: { withdrawsId: legalReadId } })) {
      const detail = "It was withdrawn already.";
      refuse({ kind: "invalid", code: "already-withdrawn", detail });
    }
    const id = newId();
    const withdrawal = { id, claimId, kind: "withdrawn", withdrawsId: legalReadId, at: now };
    await tx.legalRead.create({ data: { ...withdrawal, notedById: viewer.id, notedAt: now } });
    const entryId = await recordEvent(tx, viewer, now, {
      event: "legal-read.withdrawn",
      subject: { kind: "legal-read", id: legalReadId },
      claimId,
      body: { reader: row.reader, at: row.at.toISOString() },
    });
    await cancelUnlessHolds(tx, { actor: viewer, endedRight: false }, claimId, now);
    return { id: legalReadId, claimId, entryId };
  });
}

import "server-only";
import type { Viewer } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { afterEntry } from "../log/after-entry.server";
import { recordEvent } from "../log/record.server";
import { changedSince, type OwnEntry } from "../undo/own-entry.server";
import { lockOpen } from "./commands";

/**
 * Notes again what this person took back: rows are never changed, so it is a new one that says the same, of whoever noted
 * it then, for the draft that was read then. What was cancelled meanwhile stays cancelled. 409 `stale` when the new
 * one was taken back in its turn.
 */
export async function restoreLegalRead(
  viewer: Viewer,
  { id: entryId, subjectId }: OwnEntry,
  now: Date,
): Promise<Result<{ id: string; claimId: string }>> {
  return runCommand(async (tx) => {
    const row = await tx.legalRead.findUnique({ where: { id: subjectId } });
    if (!row || row.kind === "withdrawn") return refuse(notFound("legal read"));
    const { id: _withdrawn, withdrawsId: _none, ...said } = row;
    await lockOpen(tx, row.claimId);
    const again = await tx.legalRead.findFirst({
      where: { ...said, id: { in: await restoredSince(tx, row.claimId, entryId) } },
      include: { withdrawal: true },
    });
    if (again?.withdrawal) refuse(changedSince);
    // There already is what was wanted.
    if (again) return { id: again.id, claimId: row.claimId };
    const id = newId();
    await tx.legalRead.create({ data: { id, ...said } });
    await recordEvent(tx, viewer, now, {
      event: "legal-read.restored",
      subject: { kind: "legal-read", id },
      claimId: row.claimId,
      body: { reader: row.reader, at: row.at.toISOString() },
    });
    return { id, claimId: row.claimId };
  });
}

/** The legal reads of a claim that were noted again after this entry. */
async function restoredSince(tx: Tx, claimId: string, entryId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT l."subjectId" AS id FROM log_entry l
    WHERE l."claimId" = ${claimId} AND l.event = 'legal-read.restored' AND ${afterEntry(entryId)}`;
  return rows.map(({ id }) => id);
}

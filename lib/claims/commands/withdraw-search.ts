import "server-only";
import type { Viewer } from "../../access/viewer";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { noteRemoval, noteReturn, openForWriting } from "../open-claim.server";

type Done = Result<{ id: string; claimId: string }>;

/**
 * Takes back a search that was logged by mistake: it counts for nothing and is shown to nobody from then on, and the log
 * keeps that it was there. `not_found` once it is taken back.
 */
export async function withdrawSearch(viewer: Viewer, searchId: string, now: Date): Promise<Done> {
  return runCommand(async (tx) => {
    const row = (await tx.searchEntry.findUnique({ where: { id: searchId } })) ?? refuse(notFound("search"));
    const { claimId, where, query } = row;
    await openForWriting(tx, viewer, claimId, now);
    const { count } = await tx.searchEntry.updateMany({
      where: { id: searchId, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    if (count === 0) refuse(notFound("search"));
    await noteRemoval(tx, viewer, claimId, "search", searchId, now);
    await recordEvent(tx, viewer, now, {
      event: "search.withdrawn",
      subject: { kind: "search", id: searchId },
      claimId,
      body: { where, query },
    });
    return { id: searchId, claimId };
  });
}

/** Puts back a search that was taken back, as it was; whoever wrote on it is an author again. */
export async function restoreSearch(viewer: Viewer, searchId: string, now: Date): Promise<Done> {
  return runCommand(async (tx) => {
    const row = (await tx.searchEntry.findUnique({ where: { id: searchId } })) ?? refuse(notFound("search"));
    const { claimId, where, query } = row;
    await openForWriting(tx, viewer, claimId, now);
    const { count } = await tx.searchEntry.updateMany({
      where: { id: searchId, withdrawnAt: { not: null } },
      data: { withdrawnAt: null },
    });
    // Somebody else put it back already: that is what was wanted.
    if (count === 0) return { id: searchId, claimId };
    await noteReturn(tx, viewer, claimId, "search", searchId, now);
    await recordEvent(tx, viewer, now, {
      event: "search.restored",
      subject: { kind: "search", id: searchId },
      claimId,
      body: { where, query },
    });
    return { id: searchId, claimId };
  });
}

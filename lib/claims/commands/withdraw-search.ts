import "server-only";
import type { Viewer } from "../../access/viewer";
import type { Result } from "../../core/result";
import type { SearchFields } from "../work-schema";
import { setWithdrawn, toMark, type WithdrawableEntry } from "../set-withdrawn.server";

type Done = Result<{ id: string; claimId: string }>;

const searchEntry: WithdrawableEntry = {
  what: "search",
  subjectKind: "search",
  name: "search",
  find: async (tx, id) => {
    const row = await tx.searchEntry.findUnique({ where: { id } });
    return row && { claimId: row.claimId, body: { where: row.where, query: row.query }, kept: row };
  },
  mark: async (tx, id, withdrawnAt) => {
    const done = await tx.searchEntry.updateMany({ where: toMark(id, withdrawnAt), data: { withdrawnAt } });
    return done.count;
  },
};

/**
 * Takes back a search that was logged by mistake: it counts for nothing and is shown to nobody from then on, and the log
 * keeps that it was there. `not_found` once it is taken back; 409 `stale` when it says something else than was read of it
 * (`expected`).
 */
export async function withdrawSearch(
  viewer: Viewer,
  searchId: string,
  now: Date,
  expected?: SearchFields,
): Promise<Done> {
  return setWithdrawn(viewer, searchEntry, searchId, { isWithdrawn: true, expected }, now);
}

/** Puts back a search that was taken back, as it was; whoever wrote on it is an author again. */
export async function restoreSearch(viewer: Viewer, searchId: string, now: Date): Promise<Done> {
  return setWithdrawn(viewer, searchEntry, searchId, { isWithdrawn: false }, now);
}

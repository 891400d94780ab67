import "server-only";
import type { Viewer } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { noteRemoval, noteReturn, openForWriting } from "./open-claim.server";

/** A kind of entry on a claim that can be taken back and put back, such as a search. */
export type WithdrawableEntry = {
  /** What contributions call it, and its log events begin with. */
  what: "search" | "reply";
  subjectKind: string;
  /** What a refusal calls it. */
  name: string;
  /** Its claim, and the words by which the history tells of it; null when there is none. */
  find: (tx: Tx, id: string) => Promise<{ claimId: string; body: Record<string, string> } | null>;
  /** Sets when it was withdrawn, where it is not so already; answers how many rows that changed. */
  mark: (tx: Tx, id: string, withdrawnAt: Date | null) => Promise<number>;
};

/** Where an entry still has to be marked: one that is there is to go, one that is gone is to come back. */
export function toMark(id: string, withdrawnAt: Date | null) {
  return { id, withdrawnAt: withdrawnAt ? null : { not: null } };
}

/**
 * Takes an entry back that was logged by mistake, or (`isWithdrawn` false) puts it back as it was; whoever wrote on it is
 * then an author again. Taken back twice is `not_found`; put back twice changes nothing.
 */
export async function setWithdrawn(
  viewer: Viewer,
  { what, subjectKind, name, find, mark }: WithdrawableEntry,
  id: string,
  isWithdrawn: boolean,
  now: Date,
): Promise<Result<{ id: string; claimId: string }>> {
  return runCommand(async (tx) => {
    const { claimId, body } = (await find(tx, id)) ?? refuse(notFound(name));
    await openForWriting(tx, viewer, claimId, now);
    const changed = await mark(tx, id, isWithdrawn ? now : null);
    if (changed === 0) {
      if (isWithdrawn) refuse(notFound(name));
      // Somebody else put it back already: that is what was wanted.
      return { id, claimId };
    }
    await (isWithdrawn ? noteRemoval : noteReturn)(tx, viewer, claimId, what, id, now);
    await recordEvent(tx, viewer, now, {
      event: `${what}.${isWithdrawn ? "withdrawn" : "restored"}`,
      subject: { kind: subjectKind, id },
      claimId,
      body,
    });
    return { id, claimId };
  });
}

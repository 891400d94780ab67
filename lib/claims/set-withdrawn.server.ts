import "server-only";
import type { Viewer } from "../access/viewer";
import { isAsRead } from "../core/as-read";
import type { Tx } from "../core/db.server";
import { notFound, refuse, type Failure, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { noteRemoval, noteReturn, openForWriting } from "./open-claim.server";

type Found = { claimId: string; body: Record<string, string>; kept: Readonly<Record<string, unknown>> };

/** A kind of entry on a claim that can be taken back and put back, such as a search. */
export type WithdrawableEntry = {
  /** What contributions call it, and its log events begin with. */
  what: "search" | "reply";
  subjectKind: string;
  /** What a refusal calls it. */
  name: string;
  /** Its claim, the words by which the history tells of it, and all that is kept of it; null when there is none. */
  find: (tx: Tx, id: string) => Promise<Found | null>;
  /** Sets when it was withdrawn, where it is not so already; answers how many rows that changed. */
  mark: (tx: Tx, id: string, withdrawnAt: Date | null) => Promise<number>;
};

/** Where an entry still has to be marked: one that is there is to go, one that is gone is to come back. */
export function toMark(id: string, withdrawnAt: Date | null) {
  return { id, withdrawnAt: withdrawnAt ? null : { not: null } };
}

const changedSince = (name: string): Failure => ({
  kind: "conflict",
  code: "stale",
  detail: `Someone changed this ${name} after you read it, so it was not taken back. Read it, then take it back.`,
});

/**
 * Takes an entry back that was logged by mistake, or (`isWithdrawn` false) puts it back as it was; whoever wrote on it is
 * then an author again. Taken back twice is `not_found`; put back twice changes nothing. 409 `stale` when it says something
 * else than was read of it (`expected`), where that is given.
 */
export async function setWithdrawn(
  viewer: Viewer,
  { what, subjectKind, name, find, mark }: WithdrawableEntry,
  id: string,
  {
    isWithdrawn,
    expected,
  }: { isWithdrawn: boolean; expected?: Readonly<Record<string, unknown>> | undefined },
  now: Date,
): Promise<Result<{ id: string; claimId: string }>> {
  return runCommand(async (tx) => {
    const { claimId } = (await find(tx, id)) ?? refuse(notFound(name));
    await openForWriting(tx, viewer, claimId, now);
    // Read under the claim's lock: whoever wrote before this is heard.
    const { body, kept } = (await find(tx, id)) ?? refuse(notFound(name));
    if (!isAsRead(expected, kept)) refuse(changedSince(name));
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

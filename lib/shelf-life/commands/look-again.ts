import "server-only";
import type { Viewer } from "../../access/viewer";
import { lockClaim } from "../../claims/open-claim.server";
import type { ClaimKind } from "../../claims/vocabulary";
import type { Tx } from "../../core/db.server";
import { refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { loadSettings } from "../../settings/settings.server";
import { closeLook, nextLook, setLook, waitForDays } from "../keep-shelf-life.server";
import { noonOf } from "../periods";
import type { LookedAgainInput } from "../schema";

/**
 * Notes that somebody looked at a published finding again and that nothing changed: logged with their name, without a
 * new publication. Sets the next look and closes the task that asked for this one.
 */
export async function lookedAgain(
  viewer: Viewer,
  claimId: string,
  input: LookedAgainInput,
  now: Date,
): Promise<Result<{ claimId: string; entryId: string }>> {
  return runCommand(async (tx) => {
    await waitForDays(tx);
    const { state } = await lockClaim(tx, claimId);
    if (state !== "published") {
      const detail = "Only what stands in public is looked at again; this claim is not published now.";
      refuse({ kind: "invalid", code: "not-published", detail });
    }
    const recheckAt = input.next ? await dayOf(tx, input.next, now) : await usualNext(tx, claimId, now);
    const before = await tx.shelfLife.findUnique({ where: { claimId } });
    const was = before && {
      recheckAt: before.recheckAt.toISOString(),
      since: before.since.toISOString(),
      lookedById: before.lookedById,
      isChosen: before.isChosen,
    };
    await setLook(tx, claimId, {
      recheckAt,
      since: now,
      lookedById: viewer.id,
      isChosen: input.next !== undefined,
    });
    const note = input.note?.trim() || null;
    const what = `Looked again, nothing changed.${note ? ` ${note}` : ""}`;
    await closeLook(tx, claimId, { note: what, byId: viewer.id }, now);
    const entryId = await recordEvent(tx, viewer, now, {
      event: "shelf-life.looked-again",
      subject: { kind: "claim", id: claimId },
      claimId,
      body: { reason: note, next: recheckAt?.toISOString() ?? null, was },
    });
    return { claimId, entryId };
  });
}

async function usualNext(tx: Tx, claimId: string, now: Date): Promise<Date | null> {
  const where = { id: claimId };
  const { kind, topics } = await tx.claim.findUniqueOrThrow({ where, select: { kind: true, topics: true } });
  return nextLook(tx, { kind: kind as ClaimKind, topics }, null, now);
}

async function dayOf(tx: Tx, next: string, now: Date): Promise<Date> {
  const at = noonOf(next, (await loadSettings(tx)).site.timeZone);
  if (at > now) return at;
  const message = "Choose a day that is still to come.";
  const issues = [{ code: "next-look", field: "next", message }];
  return refuse({ kind: "invalid", code: "next-look", detail: message, issues });
}

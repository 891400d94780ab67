import "server-only";
import type { Viewer } from "../access/viewer";
import { openForWriting } from "../claims/open-claim.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { changedSince, partOf, type OwnEntry } from "../undo/own-entry.server";

/**
 * Takes back that this person confirmed a region or ticked a cut quote, so that the gate asks for a second person again; who
 * had done it before them has done it still. 409 `stale` when somebody else did it since.
 */
export async function takeBackVouch(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ quoteId: string }>> {
  const field = entry.event === "quote.region-confirmed" ? "confirmedById" : "cutTickedById";
  const before = partOf(entry, "was")[field];
  const claimId = entry.claimId ?? "";
  return runCommand(async (tx) => {
    await openForWriting(tx, viewer, claimId, now);
    const quoteId = entry.subjectId;
    const quote = await tx.quote.findUnique({ where: { id: quoteId } });
    if (!quote) refuse(notFound("quote"));
    if (quote[field] === null) return { quoteId };
    if (quote[field] !== viewer.id) refuse(changedSince);
    await tx.quote.update({
      where: { id: quoteId },
      data: { [field]: typeof before === "string" ? before : null },
    });
    await recordEvent(tx, viewer, now, {
      event: field === "confirmedById" ? "quote.region-unconfirmed" : "quote.cut-unticked",
      subject: { kind: "quote", id: quoteId },
      claimId,
    });
    return { quoteId };
  });
}

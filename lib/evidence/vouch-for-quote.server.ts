import "server-only";
import type { Viewer } from "../access/viewer";
import { openForWriting } from "../claims/open-claim.server";
import { refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { findEvidence } from "./find-evidence.server";

/** `entryId` is the log's entry of it; null when somebody had done it before. */
type Vouched = { evidenceId: string; claimId: string; entryId: string | null };

/**
 * A second person confirms a region's description, or that a cut quote is fair: not who made the quote and not who
 * logged it as this evidence. It holds for these very words; another passage is another quote and needs its own tick.
 */
export async function vouchForQuote(
  viewer: Viewer,
  evidenceId: string,
  what: "region" | "cut",
  now: Date,
): Promise<Result<Vouched>> {
  return runCommand(async (tx) => {
    const row = await findEvidence(tx, evidenceId);
    await openForWriting(tx, viewer, row.claimId, now);
    const quote = await tx.quote.findUniqueOrThrow({ where: { id: row.quoteId } });
    if (quote.createdById === viewer.id || row.addedById === viewer.id)
      refuse({
        kind: "forbidden",
        code: "second-person",
        detail: "A second person must confirm this: you added this quote.",
      });
    const isThere = what === "region" ? quote.region !== null : quote.cutReason !== null;
    if (!isThere)
      refuse({
        kind: "invalid",
        code: "nothing-to-confirm",
        detail: what === "region" ? "This evidence is no region." : "This quote does not look cut.",
      });
    const before = what === "region" ? quote.confirmedById : quote.cutTickedById;
    // Whoever logged this evidence does not count as its second person, though they were one for the quote elsewhere.
    if (before !== null && before !== row.addedById)
      return { evidenceId, claimId: row.claimId, entryId: null };
    const field = what === "region" ? "confirmedById" : "cutTickedById";
    await tx.quote.update({ where: { id: quote.id }, data: { [field]: viewer.id } });
    const entryId = await recordEvent(tx, viewer, now, {
      event: what === "region" ? "quote.region-confirmed" : "quote.cut-ticked",
      subject: { kind: "quote", id: quote.id },
      claimId: row.claimId,
      body: { was: { [field]: before } },
    });
    return { evidenceId, claimId: row.claimId, entryId };
  });
}

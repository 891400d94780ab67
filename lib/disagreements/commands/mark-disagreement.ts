import "server-only";
import type { Viewer } from "../../access/viewer";
import { noteAuthor, openForWriting } from "../../claims/open-claim.server";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { differenceInWords } from "../differences";
import { inOrder } from "../pairs";
import type { DismissSuggestionInput, MarkDisagreementInput } from "../schema";

type Done = Result<{ disagreementId: string; claimId: string }>;

/** Marks two quotes of a claim as disagreeing. A pair that was settled before is open again; the log keeps how. */
export async function markDisagreement(
  viewer: Viewer,
  claimId: string,
  input: MarkDisagreementInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    await openForWriting(tx, viewer, claimId, now);
    const pair = await pairOn(tx, claimId, input);
    const before = await tx.disagreement.findUnique({ where: { aId_bId: pair } });
    if (before?.status === "open")
      refuse({
        kind: "conflict",
        code: "already-there",
        detail: "These two are marked as disagreeing already.",
        extra: { disagreementId: before.id },
      });
    const id = before?.id ?? newId();
    const why = input.why.trim() || (await whyOf(tx, pair));
    const mark = { status: "open", why, markedById: viewer.id, markedAt: now };
    if (before)
      await tx.disagreement.update({
        where: { id },
        data: { ...mark, resolution: null, settledById: null, settledAt: null },
      });
    else await tx.disagreement.create({ data: { id, claimId, ...pair, ...mark } });
    await noteAuthor(tx, viewer, claimId, "disagreement", id, now);
    await recordEvent(tx, viewer, now, {
      event: "disagreement.marked",
      subject: { kind: "disagreement", id },
      claimId,
      from: before?.status ?? null,
      to: "open",
      body: { ...pair, reason: why, ...(before ? { before: before.resolution } : {}) },
    });
    return { disagreementId: id, claimId };
  });
}

/** Says of a suggested pair that it does not disagree, so that it is not suggested again. */
export async function dismissSuggestion(
  viewer: Viewer,
  claimId: string,
  input: DismissSuggestionInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    await openForWriting(tx, viewer, claimId, now);
    const pair = await pairOn(tx, claimId, input);
    if (await tx.disagreement.findUnique({ where: { aId_bId: pair } }))
      refuse({
        kind: "conflict",
        code: "already-there",
        detail: "Someone decided about these two meanwhile.",
      });
    const id = newId();
    const by = { markedById: viewer.id, markedAt: now, settledById: viewer.id, settledAt: now };
    const words = { why: input.why.trim(), resolution: input.reason.trim() };
    await tx.disagreement.create({ data: { id, claimId, ...pair, status: "dismissed", ...words, ...by } });
    await noteAuthor(tx, viewer, claimId, "disagreement", id, now);
    await recordEvent(tx, viewer, now, {
      event: "disagreement.dismissed",
      subject: { kind: "disagreement", id },
      claimId,
      to: "dismissed",
      body: { ...pair, reason: input.reason.trim() },
    });
    return { disagreementId: id, claimId };
  });
}

/** The words that differ between the two, for who marked them without saying what they disagree about. */
async function whyOf(tx: Tx, { aId, bId }: { aId: string; bId: string }): Promise<string> {
  const rows = await tx.evidence.findMany({ where: { id: { in: [aId, bId] } }, include: { quote: true } });
  const words = (id: string) => {
    const { quote } = rows.find((row) => row.id === id)!;
    return quote.exact ?? quote.description ?? "";
  };
  return differenceInWords(words(aId), words(bId)).slice(0, 1_000);
}

async function pairOn(tx: Tx, claimId: string, given: { a: string; b: string }) {
  const found = await tx.evidence.count({
    where: { id: { in: [given.a, given.b] }, claimId, removedAt: null },
  });
  if (found !== 2) refuse(notFound("evidence on this claim"));
  return inOrder(given.a, given.b);
}

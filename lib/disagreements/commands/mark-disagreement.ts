import "server-only";
import type { Viewer } from "../../access/viewer";
import { noteAuthor, openForWriting } from "../../claims/open-claim.server";
import { fieldsBefore } from "../../core/changed-fields";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { differenceInWords } from "../differences";
import { inOrder } from "../pairs";
import type { DismissSuggestionInput, MarkDisagreementInput } from "../schema";

/** With the log's entry of it, by which it is taken back. */
type Done = Result<{ disagreementId: string; claimId: string; entryId: string }>;

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
    const kept = await tx.disagreement.findUnique({ where: { aId_bId: pair } });
    const before = kept?.status === "withdrawn" ? null : kept;
    if (before?.status === "open")
      refuse({
        kind: "conflict",
        code: "already-there",
        detail: "These two are marked as disagreeing already.",
        extra: { disagreementId: before.id },
      });
    const id = kept?.id ?? newId();
    const why = input.why.trim() || (await whyOf(tx, pair));
    const unsettled = { resolution: null, settledById: null, settledAt: null };
    const mark = { status: "open", why, markedById: viewer.id, markedAt: now.toISOString(), ...unsettled };
    if (kept) await tx.disagreement.update({ where: { id }, data: mark });
    else await tx.disagreement.create({ data: { id, claimId, ...pair, ...mark } });
    await noteAuthor(tx, viewer, claimId, "disagreement", id, now);
    const was = before && fieldsBefore(mark, before);
    const entryId = await recordEvent(tx, viewer, now, {
      event: "disagreement.marked",
      subject: { kind: "disagreement", id },
      claimId,
      from: before?.status ?? null,
      to: "open",
      body: { ...pair, reason: why, ...(before ? { before: before.resolution } : {}), changes: mark, was },
    });
    return { disagreementId: id, claimId, entryId };
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
    const kept = await tx.disagreement.findUnique({ where: { aId_bId: pair } });
    if (kept && kept.status !== "withdrawn")
      refuse({
        kind: "conflict",
        code: "already-there",
        detail: "Someone decided about these two meanwhile.",
      });
    const id = kept?.id ?? newId();
    const [by, at] = [viewer.id, now.toISOString()];
    const words = { why: input.why.trim(), resolution: input.reason.trim() };
    const who = { markedById: by, markedAt: at, settledById: by, settledAt: at };
    const changes = { status: "dismissed", ...words, ...who };
    const where = { aId_bId: pair };
    await tx.disagreement.upsert({ where, create: { id, claimId, ...pair, ...changes }, update: changes });
    await noteAuthor(tx, viewer, claimId, "disagreement", id, now);
    const entryId = await recordEvent(tx, viewer, now, {
      event: "disagreement.dismissed",
      subject: { kind: "disagreement", id },
      claimId,
      to: "dismissed",
      body: { ...pair, reason: input.reason.trim(), changes, was: null },
    });
    return { disagreementId: id, claimId, entryId };
  });
}

/** The words that differ between the two, for who marked them without saying what they disagree about. */
async function whyOf(tx: Tx, { aId, bId }: { aId: string; bId: string }): Promise<string> {
  const rows = await tx.evidence.findMany({
    where: { id: { in: [aId, bId] } },
    include: { quote: true, article: { select: { language: true } } },
  });
  const told = (id: string) => {
    const { quote, article } = rows.find((row) => row.id === id)!;
    return { text: quote.exact ?? quote.description ?? "", language: article.language };
  };
  return differenceInWords(told(aId), told(bId)).slice(0, 1_000);
}

async function pairOn(tx: Tx, claimId: string, given: { a: string; b: string }) {
  const found = await tx.evidence.count({
    where: { id: { in: [given.a, given.b] }, claimId, removedAt: null },
  });
  if (found !== 2) refuse(notFound("evidence on this claim"));
  return inOrder(given.a, given.b);
}

import "server-only";
import { randomUUID } from "node:crypto";
import type { Viewer } from "../../access/viewer";
import { createClaim } from "../../claims/commands/create-claim";
import { db } from "../../core/db.server";
import { logProblem } from "../../core/log-problem.server";
import { fail, notFound, ok, type Result } from "../../core/result";
import { sha256Hex } from "../../publications/canonical";
import { sameWordsKey } from "../plan-rows";
import { previewRows, type Outcome, type PreviewRow } from "../preview";
import { claimsSaying, findBatch, type Batch } from "../queries";
import type { ImportRowsInput } from "../schema";
import { keepSheetSaid, logSource } from "../log-source.server";
import { importRoute, runImportStep } from "../run-import-step.server";

/** `failed`: of all rows of the sheet that were gone through so far. */
export type Imported = { done: number; left: number; failed: number };

/**
 * Makes claims of the rows of one's own sheet that were not gone through yet, each in transactions of its own, so that a
 * row that fails stops no other. The same row never makes a second claim, however often and from wherever it is sent.
 */
export async function importRows(
  viewer: Viewer,
  { id, most, again }: ImportRowsInput,
  now: Date,
): Promise<Result<Imported>> {
  if (again) await forgetFailures(viewer, id);
  const batch = await findBatch(viewer, id, now);
  if (!batch) return fail(notFound("sheet"));
  const gone = new Set(batch.outcomes.map(({ line }) => line));
  const waiting = batch.planned.filter(({ line, claim }) => claim && !gone.has(line));
  const turn = new Set(waiting.slice(0, most).map(({ line }) => line));
  const there = await claimsSaying(
    viewer,
    waiting.filter(({ line }) => turn.has(line)).map(({ text }) => text),
  );
  const rows = previewRows(batch.planned, there, batch.outcomes);
  const claims = new Map(
    batch.outcomes.flatMap(({ line, claimId }) => (claimId ? [[line, claimId] as const] : [])),
  );
  let failed = batch.outcomes.filter(({ outcome }) => outcome === "failed").length;
  for (const row of rows) {
    if (!turn.has(row.line)) continue;
    const outcome = await importRow(viewer, batch, row, claims, now);
    if (outcome.claimId) claims.set(row.line, outcome.claimId);
    if (outcome.outcome === "failed") failed += 1;
    await keepOutcome(batch.id, outcome, now);
  }
  return ok({ done: turn.size, left: waiting.length - turn.size, failed });
}

async function forgetFailures(viewer: Viewer, id: string): Promise<void> {
  await db().importRow.deleteMany({
    where: { batchId: id, outcome: "failed", batch: { ownerId: viewer.id } },
  });
}

/** What was kept first stays when two requests went through the same row. */
async function keepOutcome(batchId: string, outcome: Outcome, at: Date): Promise<void> {
  await db().importRow.createMany({ data: [{ batchId, ...outcome, at }], skipDuplicates: true });
}

async function importRow(
  viewer: Viewer,
  batch: Batch,
  row: PreviewRow,
  claims: ReadonlyMap<number, string>,
  now: Date,
): Promise<Outcome> {
  let made: string | null = null;
  const failed = (message: string): Outcome => ({
    line: row.line,
    outcome: "failed",
    claimId: made,
    message,
  });
  try {
    const target = await claimFor(viewer, batch, row, claims, now);
    if (!target.ok) return failed(target.error.detail);
    const { claimId, outcome } = target.value;
    made = claimId;
    if (outcome === "there" && row.fate !== "repeats")
      return {
        line: row.line,
        outcome,
        claimId,
        message: await addToThere(viewer, { batch, row, claimId }, now),
      };
    const logged = await logSource(viewer, { batch, row, claimId }, now);
    return { line: row.line, outcome, claimId, message: logged };
  } catch (error) {
    // One row's bug or a database that was away must not end the import; the row can be tried again.
    const id = randomUUID();
    logProblem({ id, error });
    return failed(
      `Something broke here, not in your sheet. Try it again; if it fails again, tell whoever runs this desk: ${id}.`,
    );
  }
}

/** What a row adds to a claim that was there before it: what its sheet said of it, and nothing else. */
async function addToThere(
  viewer: Viewer,
  place: Parameters<typeof keepSheetSaid>[1],
  now: Date,
): Promise<string> {
  if (place.row.sheetSaid.length === 0) return "Nothing was added to it.";
  return (await keepSheetSaid(viewer, place, now))
    ? "What the sheet said of it is in a comment, and is no review; nothing else was added."
    : "What the sheet said of it is there too; nothing was added.";
}

type Target = { claimId: string; outcome: "created" | "there" };

async function claimFor(
  viewer: Viewer,
  batch: Batch,
  row: PreviewRow,
  claims: ReadonlyMap<number, string>,
  now: Date,
): Promise<Result<Target>> {
  const earlier = row.sameAs === null ? undefined : claims.get(row.sameAs);
  if (earlier) return ok({ claimId: earlier, outcome: "there" });
  const isOurs = row.claimId !== null && (await madeBy(viewer, batch.id, row)) === row.claimId;
  if (row.claimId && !isOurs) return ok({ claimId: row.claimId, outcome: "there" });
  const made = await runImportStep(viewer, keyOf(batch.id, row), () => createClaim(viewer, row.claim!, now));
  return made.ok ? ok({ claimId: made.value.claimId, outcome: "created" }) : made;
}

/** Of all the words: claims of one interview may begin with the same hundreds of letters. */
const keyOf = (batchId: string, row: PreviewRow) => `${batchId}:${sha256Hex(sameWordsKey(row.text))}`;

/** The claim that an earlier go at this row made, when it ended before it could say so. */
async function madeBy(viewer: Viewer, batchId: string, row: PreviewRow): Promise<string | null> {
  const kept = await db().idempotencyKey.findUnique({
    where: { account_route_key: { account: viewer.id, route: importRoute, key: keyOf(batchId, row) } },
  });
  return (kept?.result as { claimId?: string } | null)?.claimId ?? null;
}

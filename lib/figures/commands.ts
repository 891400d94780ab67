import "server-only";
import type { Viewer } from "../access/viewer";
import type { DecideComparisonInput } from "../attributions/schema";
import type { ComparisonClass } from "../claims/dossier";
import { lockClaim, noteAuthor, openForWriting } from "../claims/open-claim.server";
import { changedFields, fieldsBefore } from "../core/changed-fields";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { toFigure } from "../claims/to-figure";
import type { Tx } from "../core/db.server";
import { explainClass } from "./compare-figures";

/**
 * Confirms how two figures relate, or says how they really do, in the person's own words or in plain ones. A person's
 * class stays as long as the figures do. A claim that is published refuses; open a correction. 409 `stale` when it is no
 * longer what the input `expected`; deciding what is decided already changes nothing, and has no entry in the log.
 */
export async function decideComparison(
  viewer: Viewer,
  comparisonId: string,
  input: DecideComparisonInput,
  now: Date,
): Promise<Result<Decided>> {
  return runCommand((tx) => decide(tx, viewer, comparisonId, input, now));
}

/**
 * The same for several comparisons of one claim, each with an entry of its own: all of them, or none where one is no longer
 * what the input `expected`. 404 for one of another claim.
 */
export async function decideComparisons(
  viewer: Viewer,
  comparisonIds: readonly string[],
  input: DecideComparisonInput,
  now: Date,
): Promise<Result<Decided[]>> {
  return runCommand(async (tx) => {
    const decided: Decided[] = [];
    for (const id of new Set(comparisonIds)) {
      const one = await decide(tx, viewer, id, input, now);
      if (one.claimId !== (decided[0] ?? one).claimId) refuse(notFound("comparison"));
      decided.push(one);
    }
    return decided;
  });
}

type Decided = { comparisonId: string; claimId: string; entryId: string | null };

async function decide(
  tx: Tx,
  viewer: Viewer,
  comparisonId: string,
  input: DecideComparisonInput,
  now: Date,
): Promise<Decided> {
  const { claimId } = await findExpected(tx, comparisonId, input);
  await lockClaim(tx, claimId);
  const row = await findExpected(tx, comparisonId, input);
  const chosen = input.class ?? (row.class as ComparisonClass);
  const explanation = input.explanation ?? (await explained(tx, row, chosen));
  const given = { class: chosen, explanation, status: input.status ?? "confirmed" };
  if (Object.keys(changedFields(given, row)).length === 0) return { comparisonId, claimId, entryId: null };
  await openForWriting(tx, viewer, claimId, now);
  const changes = { ...given, decidedById: viewer.id, decidedAt: now.toISOString() };
  await tx.comparison.update({ where: { id: comparisonId }, data: changes });
  await noteAuthor(tx, viewer, row.claimId, "comparison", comparisonId, now);
  const entryId = await recordEvent(tx, viewer, now, {
    event: "comparison.decided",
    subject: { kind: "comparison", id: comparisonId },
    claimId: row.claimId,
    from: row.class,
    to: chosen,
    body: { changes, was: fieldsBefore(changes, row) },
  });
  return { comparisonId, claimId: row.claimId, entryId };
}

async function findExpected(tx: Tx, comparisonId: string, { expected }: DecideComparisonInput) {
  const row =
    (await tx.comparison.findUnique({ where: { id: comparisonId } })) ?? refuse(notFound("comparison"));
  if (expected && Object.keys(changedFields(expected, row)).length > 0) {
    const { class: kind, status } = row;
    const detail = `Someone decided this meanwhile: ${kind}, ${status}. Nothing was changed. Read it, then decide again.`;
    refuse({ kind: "conflict", code: "stale", detail, extra: { class: kind, status } });
  }
  return row;
}

/** The rule's reason while its class stands; else what the chosen class says of the two figures. */
async function explained(
  tx: Tx,
  row: { aId: string; bId: string; class: string; explanation: string },
  chosen: ComparisonClass,
): Promise<string> {
  if (chosen === row.class) return row.explanation;
  const figures = await tx.figure.findMany({ where: { id: { in: [row.aId, row.bId] } } });
  const a = figures.find(({ id }) => id === row.aId);
  const b = figures.find(({ id }) => id === row.bId);
  return a && b ? explainClass(chosen, toFigure(a), toFigure(b)) : row.explanation;
}

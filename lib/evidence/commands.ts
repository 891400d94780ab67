import "server-only";
import { randomBytes } from "node:crypto";
import type { Viewer } from "../access/viewer";
import { suggestSameOwner } from "../attributions/commands/suggest-same-owner";
import { lockClaim, noteAuthor, noteRemoval, openForWriting } from "../claims/open-claim.server";
import { nextState } from "../claims/workflow";
import { bothSides } from "../core/both-sides";
import { changedFields, fieldsBefore } from "../core/changed-fields";
import { Prisma, rowsOf, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { refuse, type Failure, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { refreshComparisons } from "../figures/refresh-comparisons.server";
import { recordEvent } from "../log/record.server";
import { refuseStale } from "../log/refuse-stale.server";
import { saveQuote } from "../quotes/save-quote.server";
import { saveRegion } from "../quotes/save-region.server";
import { deciderOf } from "./decider-of.server";
import { findEvidence } from "./find-evidence.server";
import type { AddEvidenceInput, EditEvidenceInput } from "./schema";

/** `entryId` is the log's entry of it. */
export type EvidenceAdded = { evidenceId: string; claimId: string; entryId: string };

/** Links a quoted passage of an article to a claim with a stance. The quote is anchored in the article's current capture. */
export async function addEvidence(
  viewer: Viewer,
  claimId: string,
  input: AddEvidenceInput,
  now: Date,
): Promise<Result<EvidenceAdded>> {
  return runCommand((tx) => linkEvidence(tx, viewer, claimId, input, now));
}

/** The same inside a command that brings the source too: both are there, or neither. */
export async function linkEvidence(
  tx: Tx,
  viewer: Viewer,
  claimId: string,
  input: AddEvidenceInput,
  now: Date,
): Promise<EvidenceAdded> {
  await openForWriting(tx, viewer, claimId, now);
  const from = { articleId: input.articleId, createdById: viewer.id };
  const quoteId =
    "exact" in input.quote
      ? await saveQuote(tx, { ...from, selector: input.quote })
      : await saveRegion(tx, { ...from, region: input.quote });
  const id = newId();
  // Asked at once: each sees what those before it wrote.
  const [twinId] = await Promise.all([
    insertUnlessThere(tx, { ...input, id, claimId, quoteId, viewerId: viewer.id, now }),
    noteAuthor(tx, viewer, claimId, "evidence", id, now),
    suggestSameOwner(tx, { claimId }),
    refreshComparisons(tx, claimId),
  ]);
  if (twinId)
    refuse({
      kind: "conflict",
      code: "already-there",
      detail: "These words are already logged for this claim with this stance.",
      extra: { evidenceId: twinId },
    });
  const entryId = await recordEvent(tx, viewer, now, {
    event: "evidence.added",
    subject: { kind: "evidence", id },
    claimId,
    body: { articleId: input.articleId, quoteId, stance: input.stance },
  });
  return { evidenceId: id, claimId, entryId };
}

type NewEvidence = AddEvidenceInput & {
  id: string;
  claimId: string;
  quoteId: string;
  viewerId: string;
  now: Date;
};

/** The id of the evidence that has the same words with the same stance already; then nothing is added. */
async function insertUnlessThere(tx: Tx, of: NewEvidence): Promise<string | undefined> {
  const salt = randomBytes(32).toString("hex");
  const [twin] = await rowsOf<{ id: string }>(
    tx,
    Prisma.sql`
      WITH twin AS (
        SELECT id FROM evidence
        WHERE "claimId" = ${of.claimId} AND "quoteId" = ${of.quoteId} AND stance = ${of.stance} AND "removedAt" IS NULL LIMIT 1),
      made AS (
        INSERT INTO evidence (id, "claimId", "articleId", "quoteId", stance, shows, disclosure, "commitmentSalt", "decisiveReason",
          "decisiveById", translation, translator, "addedById", "addedAt")
        SELECT ${of.id}, ${of.claimId}, ${of.articleId}, ${of.quoteId}, ${of.stance}, ${of.shows ?? null}, ${of.disclosure ?? "public"},
          ${salt}, ${of.decisive?.reason ?? null}, ${of.decisive ? of.viewerId : null}, ${of.translation?.text ?? null},
          ${of.translation?.translator ?? null}, ${of.viewerId}, ${of.now}::timestamptz
        WHERE NOT EXISTS (SELECT FROM twin))
      SELECT id FROM twin`,
  );
  return twin?.id;
}

/** The evidence, refused as stale when it is not the version that was read: of an edit (`mine`) with both versions of what differs. */
async function findUnchanged(
  tx: Tx,
  evidenceId: string,
  version: number | undefined,
  mine: EditEvidenceInput | null,
) {
  const row = await findEvidence(tx, evidenceId);
  if (version === undefined || row.version === version) return row;
  if (mine === null) return refuse(notRemoved(row.version));
  const subject = { kind: "evidence", id: evidenceId };
  const sides = bothSides(columnsOf(mine), row);
  return refuseStale(tx, { what: "evidence", subject, read: version, version: row.version, sides });
}

const notRemoved = (version: number): Failure => ({
  kind: "conflict",
  code: "stale",
  detail: "Someone changed this evidence after you read it, so it was not removed. Read it, then remove it.",
  extra: { version },
});

/** The columns that an edit gives; what it leaves out is `undefined`. */
function columnsOf({ stance, shows, disclosure, decisive, translation }: EditEvidenceInput) {
  const orNull = <T>(given: unknown, value: T | undefined) =>
    given === undefined ? undefined : (value ?? null);
  return {
    stance,
    shows,
    disclosure,
    decisiveReason: orNull(decisive, decisive?.reason),
    translation: orNull(translation, translation?.text),
    translator: orNull(translation, translation?.translator),
  };
}

export type EvidenceEdited = {
  evidenceId: string;
  claimId: string;
  version: number;
  /** The columns that changed as they were before; of a translation always both, because they are written together. */
  was: Record<string, string | null>;
};

/** Changes what a person said about a piece of evidence; its words stay what they are. The same again changes nothing. */
export async function editEvidence(
  viewer: Viewer,
  evidenceId: string,
  input: EditEvidenceInput,
  now: Date,
): Promise<Result<EvidenceEdited>> {
  return runCommand(async (tx) => {
    const { claimId, version } = await findUnchanged(tx, evidenceId, input.version, input);
    const { state } = await lockClaim(tx, claimId);
    const next = nextState(state, "edit");
    if (!next.ok) refuse(next.error);
    const read = input.version === undefined ? undefined : version;
    const row = await findUnchanged(tx, evidenceId, read, input);
    const changes = changedFields(columnsOf(input), row);
    if (Object.keys(changes).length === 0) return { evidenceId, claimId, version: row.version, was: {} };
    await openForWriting(tx, viewer, claimId, now);
    const was = fieldsBefore(changes, row) as EvidenceEdited["was"];
    const decided =
      changes.decisiveReason === undefined
        ? {}
        : { decisiveById: await deciderOf(tx, viewer, evidenceId, changes.decisiveReason) };
    await tx.evidence.update({
      where: { id: evidenceId },
      data: { ...changes, ...decided, version: { increment: 1 } } as Prisma.EvidenceUncheckedUpdateInput,
    });
    await noteAuthor(tx, viewer, claimId, "evidence", evidenceId, now);
    await recordEvent(tx, viewer, now, {
      event: "evidence.edited",
      subject: { kind: "evidence", id: evidenceId },
      claimId,
      body: {
        ...{ stance: input.stance ?? null, changes, version: row.version + 1 },
        was: "decisiveById" in decided ? { ...was, decisiveById: row.decisiveById } : was,
      },
    });
    const { translation, translator } = row;
    const isTranslated = "translation" in changes || "translator" in changes;
    const both: EvidenceEdited["was"] = isTranslated ? { translation, translator } : {};
    return { evidenceId, claimId, version: row.version + 1, was: { ...was, ...both } };
  });
}

/**
 * Takes a piece of evidence off a claim. It stays in the history; the removal counts as writing. 409 `stale` when it is not
 * the version that was meant, where one is given.
 */
export async function removeEvidence(
  viewer: Viewer,
  evidenceId: string,
  now: Date,
  { version, mayGo }: { version?: number; mayGo?: (tx: Tx) => Promise<void> } = {},
): Promise<Result<{ evidenceId: string; claimId: string }>> {
  return runCommand(async (tx) => {
    const { claimId } = await findUnchanged(tx, evidenceId, version, null);
    await openForWriting(tx, viewer, claimId, now);
    await findUnchanged(tx, evidenceId, version, null);
    await mayGo?.(tx);
    await tx.evidence.update({
      where: { id: evidenceId },
      data: { removedAt: now, version: { increment: 1 } },
    });
    await noteRemoval(tx, viewer, claimId, "evidence", evidenceId, now);
    await refreshComparisons(tx, claimId);
    await recordEvent(tx, viewer, now, {
      event: "evidence.removed",
      subject: { kind: "evidence", id: evidenceId },
      claimId,
    });
    return { evidenceId, claimId };
  });
}

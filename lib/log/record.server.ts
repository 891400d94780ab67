import "server-only";
import { randomBytes } from "node:crypto";
import { Prisma, sendLater, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import type { Actor } from "../access/viewer";
import { tellWatchers } from "../notifications/tell-watchers.server";
import { payloadCommitment } from "./entry";

export type LogEvent = {
  /** The id it gets, where something was written before that names it. */
  id?: string;
  event: string;
  subject: { kind: string; id: string };
  claimId?: string | null;
  from?: string | null;
  to?: string | null;
  /** What happened in detail; erasable, and bound to the entry by a salted commitment. */
  body?: Record<string, unknown>;
  /** Of a publication or notice: the sha256 of its record, which is public and needs no salt. */
  recordSha256?: string;
  /** Articles of which it changed what is printed: it is an entry of each claim that prints them, beside the one it names. */
  articleIds?: readonly string[];
  /** Other claims of which it changed what is printed; it is an entry of each of them too. */
  claimIds?: readonly string[];
  /** The claim's people were told of it in words of their own. */
  isTold?: boolean;
};

/** The rows of one entry: what the tree will hold, and its erasable words. */
function rowsOf(actor: Actor | null, now: Date, entry: LogEvent) {
  const id = entry.id ?? newId();
  const salt = randomBytes(16).toString("hex");
  const body = entry.body ?? {};
  const row = {
    id,
    at: now,
    actorId: actor?.id ?? null,
    actorRole: actor?.role ?? null,
    event: entry.event,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    claimId: entry.claimId ?? null,
    fromState: entry.from ?? null,
    toState: entry.to ?? null,
    commitment: entry.recordSha256 ?? payloadCommitment(salt, body),
  };
  return { row, payload: { salt, body: body as Prisma.InputJsonValue } };
}

/**
 * Writes one log entry in the command's own transaction, and tells who watches the claim. The sealer later gives the entry
 * its place in the tree; a trigger announces it to whoever has the claim open. Answers its id, by which it is taken back.
 */
export async function recordEvent(tx: Tx, actor: Actor | null, now: Date, entry: LogEvent): Promise<string> {
  const { row, payload } = rowsOf(actor, now, entry);
  // One statement, not one a table, and with whatever comes next: every command has an entry.
  await sendLater(
    tx,
    Prisma.sql`
      WITH entry AS (
        INSERT INTO log_entry (id, at, "actorId", "actorRole", event, "subjectKind", "subjectId", "claimId", "fromState", "toState", commitment)
        VALUES (${row.id}, ${row.at}, ${row.actorId}, ${row.actorRole}, ${row.event}, ${row.subjectKind}, ${row.subjectId},
          ${row.claimId}, ${row.fromState}, ${row.toState}, ${row.commitment}) RETURNING id)
      INSERT INTO log_payload ("entryId", salt, body) SELECT id, ${payload.salt}, ${JSON.stringify(payload.body)}::jsonb FROM entry`,
  );
  if (entry.articleIds?.length)
    await sendLater(
      tx,
      Prisma.sql`
        INSERT INTO entry_on_claim ("claimId", "entryId")
        SELECT p.id, ${row.id} FROM claims_printing(${[...entry.articleIds]}::text[]) p WHERE p.id IS DISTINCT FROM ${row.claimId}`,
    );
  if (entry.claimIds?.length)
    await sendLater(
      tx,
      Prisma.sql`INSERT INTO entry_on_claim ("claimId", "entryId") SELECT unnest(${[...entry.claimIds]}::text[]), ${row.id}`,
    );
  if (!entry.isTold) await tellWatchers(tx, actor, { ...entry, id: row.id }, now);
  return row.id;
}

/** Writes many log entries at once, of a change that is one for the person who made it; who watches is told nothing. */
export async function recordManyQuietly(
  tx: Tx,
  actor: Actor | null,
  now: Date,
  entries: readonly LogEvent[],
): Promise<void> {
  const rowsPerStatement = 1_000;
  for (let first = 0; first < entries.length; first += rowsPerStatement) {
    const rows = entries.slice(first, first + rowsPerStatement).map((entry) => rowsOf(actor, now, entry));
    await tx.$executeRaw`
      INSERT INTO log_entry (id, at, "actorId", "actorRole", event, "subjectKind", "subjectId", "claimId", "fromState", "toState", commitment)
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows.map(({ row }) => row))}::jsonb) AS e(id text, at timestamptz,
        "actorId" text, "actorRole" text, event text, "subjectKind" text, "subjectId" text, "claimId" text,
        "fromState" text, "toState" text, commitment text)`;
    const payloads = rows.map(({ row, payload }) => ({ entryId: row.id, ...payload }));
    await tx.$executeRaw`
      INSERT INTO log_payload ("entryId", salt, body)
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(payloads)}::jsonb) AS p("entryId" text, salt text, body jsonb)`;
  }
}

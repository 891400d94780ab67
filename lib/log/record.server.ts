import "server-only";
import { randomBytes } from "node:crypto";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import type { Actor } from "../access/viewer";
import { tellWatchers } from "../notifications/tell-watchers.server";
import { payloadCommitment } from "./entry";

export type LogEvent = {
  event: string;
  subject: { kind: string; id: string };
  claimId?: string | null;
  from?: string | null;
  to?: string | null;
  /** What happened in detail; erasable, and bound to the entry by a salted commitment. */
  body?: Record<string, unknown>;
  /** Of a publication or notice: the sha256 of its record, which is public and needs no salt. */
  recordSha256?: string;
  /** The claim's people were told of it in words of their own. */
  isTold?: boolean;
};

/**
 * Writes one log entry in the command's own transaction, and tells who watches the claim. The sealer later gives the entry
 * its place in the tree; a trigger announces it to whoever has the claim open.
 */
export async function recordEvent(tx: Tx, actor: Actor | null, now: Date, entry: LogEvent): Promise<void> {
  const id = newId();
  const salt = randomBytes(16).toString("hex");
  const body = entry.body ?? {};
  const commitment = entry.recordSha256 ?? payloadCommitment(salt, body);
  // One statement, not one a table: every command waits for it.
  await tx.$executeRaw`
    WITH entry AS (
      INSERT INTO log_entry (id, at, "actorId", "actorRole", event, "subjectKind", "subjectId", "claimId", "fromState", "toState", commitment)
      VALUES (${id}, ${now}, ${actor?.id ?? null}, ${actor?.role ?? null}, ${entry.event}, ${entry.subject.kind}, ${entry.subject.id},
        ${entry.claimId ?? null}, ${entry.from ?? null}, ${entry.to ?? null}, ${commitment}) RETURNING id)
    INSERT INTO log_payload ("entryId", salt, body) SELECT id, ${salt}, ${JSON.stringify(body)}::jsonb FROM entry`;
  if (!entry.isTold) await tellWatchers(tx, actor, { ...entry, id }, now);
}

import { randomUUID } from "node:crypto";
import { payloadCommitment } from "@/lib/log/entry";
import { password } from "../scenes";
import { sql } from "../sessions";
import { articleInState, ownClaim, preparedNotice, templateToEdit } from "./desk-things";
import type { Fields } from "./post-action";

/** What a form is sent with, and the row that it is about. */
export type Filled = {
  fields: Fields;
  bound?: unknown[];
  about?: { table: string; id: string };
  /** Ends what would be in others' way once the form was sent. */
  putAway?: () => Promise<void>;
};

export const mark = () => randomUUID().slice(0, 8);
const newSalt = () => randomUUID().replaceAll("-", "");

export async function captureToExpunge(): Promise<Filled> {
  const id = `access-${randomUUID()}`;
  await sql(
    `INSERT INTO capture (id, "articleId", sha256, method, "capturedAt", bytes, "fullText", "createdById")
     SELECT $1, $2, encode(sha256(convert_to($1, 'UTF8')), 'hex'), 'pasted', now(), convert_to($1, 'UTF8'), $1, id
     FROM "user" WHERE email = 'checker1@demo.local'`,
    [id, await articleInState("captured")],
  );
  return { fields: { captureId: id, reason: "A court order." }, about: { table: "capture", id } };
}

export const ofArticle =
  (more: Fields, state = "captured") =>
  async (): Promise<Filled> => {
    const id = await articleInState(state);
    return { fields: { articleId: id, ...more }, about: { table: "article", id } };
  };

export async function account(more: Fields): Promise<Filled> {
  const id = `access-${randomUUID()}`;
  await sql(`INSERT INTO "user" (id, email, name, role) VALUES ($1, $2, 'Somebody', 'checker')`, [
    id,
    `${id}@demo.local`,
  ]);
  return { fields: { accountId: id, password, ...more }, about: { table: "user", id } };
}

/** The same with a second factor, whose seed nobody can open. */
export async function withSecondFactor(accountId?: string): Promise<Filled> {
  const filled: Filled = accountId ? { fields: {} } : await account({});
  await sql(
    `UPDATE "user" SET "totpSeed" = gen_random_uuid(), "totpConfirmedAt" = now(), "totpLastStep" = 1 WHERE id = $1`,
    [accountId ?? filled.about?.id],
  );
  return filled;
}

export async function invitation(): Promise<Filled> {
  const id = `access-${randomUUID()}`;
  await sql(
    `INSERT INTO invitation (id, "secretHash", purpose, email, name, role, "expiresAt") VALUES ($1, $1, 'invite', $2, 'X', 'checker', now() + interval '1 day')`,
    [id, `${id}@demo.local`],
  );
  return { fields: { invitationId: id }, about: { table: "invitation", id } };
}

/** A webhook whose secret nobody can open: it is told nothing. */
export async function webhook(more: Fields): Promise<Filled> {
  const id = `access-${randomUUID()}`;
  await sql(
    `INSERT INTO webhook (id, url, events, "sealedSecret", "secretMadeAt", "createdById", "createdAt")
     VALUES ($1, 'https://hooks.example/', '{publication.noticed}', 'x', now(), 'x', now())`,
    [id],
  );
  return { fields: { webhookId: id, ...more }, about: { table: "webhook", id } };
}

export async function delivery(): Promise<Filled> {
  const [id, { about }] = [`access-${randomUUID()}`, await webhook({})];
  await sql(
    `INSERT INTO webhook_delivery (id, "webhookId", event, body, status, "createdAt")
     VALUES ($1, $2, 'publication.noticed', '{"data":{"slug":"x"}}', 'failed', now())`,
    [id, about!.id],
  );
  return { fields: { deliveryId: id }, about: { table: "webhook_delivery", id } };
}

export async function tip(): Promise<Filled> {
  const id = `access-${randomUUID()}`;
  await sql(`INSERT INTO tip (id, text) VALUES ($1, 'Hidden words of a reader')`, [id]);
  return { fields: { decision: "decline", reason: "x" }, bound: [id], about: { table: "tip", id } };
}

/** A tip that whoever tries declined themselves: nobody else takes that back. */
export async function declinedTip(accountId: string): Promise<Filled> {
  const id = `access-${randomUUID()}`;
  await sql(
    `INSERT INTO tip (id, text, state, reason, "decidedById", "decidedAt")
     VALUES ($1, 'Hidden words of a reader', 'declined', 'opinion', $2, now())`,
    [id, accountId],
  );
  return { fields: { tipId: id }, about: { table: "tip", id } };
}

export const ofPrepared = (more: Fields) => async (): Promise<Filled> => {
  const id = await preparedNotice(await articleInState("captured"));
  return { fields: { preparedId: id, ...more }, about: { table: "prepared_notice", id } };
};

export const ofTemplate = (more: Fields) => async (): Promise<Filled> => {
  const id = await templateToEdit();
  return { fields: { templateId: id, version: "0", ...more }, about: { table: "template", id } };
};

/** Something that whoever tries did to a claim of their own, as the log keeps it; `fields` are those of the form that takes it back. */
const ownDeed =
  (event: string, body: Record<string, unknown>, fields: Fields) =>
  async (accountId: string): Promise<Filled> => {
    const [{ claimId }, entryId, salt] = [await ownClaim(accountId), `access-${randomUUID()}`, newSalt()];
    await sql(`UPDATE claim SET place = 'Selby', version = 1 WHERE id = $1`, [claimId]);
    await sql(
      `INSERT INTO verdict ("claimId", version, finding, summary) VALUES ($1, 1, 'Hidden words', '{}')`,
      [claimId],
    );
    await sql(
      `INSERT INTO log_entry (id, at, "actorId", "actorRole", event, "subjectKind", "subjectId", "claimId", commitment)
       VALUES ($1, now(), $2, 'checker', $3, $4, $5, $5, $6)`,
      [entryId, accountId, event, event.split(".")[0], claimId, payloadCommitment(salt, body)],
    );
    await sql(`INSERT INTO log_payload ("entryId", salt, body) VALUES ($1, $2, $3)`, [
      entryId,
      salt,
      JSON.stringify(body),
    ]);
    return { fields: { ...fields, entryId, claimId }, about: { table: "claim", id: claimId } };
  };

export const ownEdit = ownDeed(
  "claim.edited",
  { changes: { place: "Selby" }, was: { place: null }, version: 1 },
  {},
);

export const ownDraft = ownDeed(
  "verdict.written",
  { version: 1, finding: "Hidden words" },
  { since: "0", version: "1" },
);

export async function task(): Promise<Filled> {
  const id = `access-${randomUUID()}`;
  await sql(`INSERT INTO task (id, kind, text) VALUES ($1, 're-check', 'Look again.')`, [id]);
  return { fields: { taskId: id, note: "Looked." }, about: { table: "task", id } };
}

/** A view of whoever tries. */
export async function view(accountId: string): Promise<Filled> {
  const id = `access-${randomUUID()}`;
  await sql(
    `INSERT INTO queue_view (id, name, query, "ownerId", "createdAt", "updatedAt") VALUES ($1, $1, 'topic=cars', $2, now(), now())`,
    [id, accountId],
  );
  return { fields: { viewId: id }, about: { table: "queue_view", id } };
}

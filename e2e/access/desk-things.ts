import { createHash, randomUUID } from "node:crypto";
import { sql } from "../sessions";

/** An article that no claim rests on, in a state. */
export async function articleInState(state: string): Promise<string> {
  const id = `access-${randomUUID()}`;
  await sql(
    `INSERT INTO article (id, state, title, url, "createdById") SELECT $1, $2, 'Hidden words', $3, id FROM "user" WHERE email = 'checker1@demo.local'`,
    [id, state, `https://${id}.example/`],
  );
  return id;
}

/** The draft of a notice about a source, beside one of the demo's publications. */
export async function preparedNotice(articleId: string): Promise<string> {
  const id = `access-${randomUUID()}`;
  await sql(
    `INSERT INTO prepared_notice (id, "claimId", "articleId", slug, kind, text, cause)
     SELECT $1, id, $2, slug, 'source-changed', 'A draft for readers.', 'drift' FROM claim WHERE state = 'published' AND slug IS NOT NULL ORDER BY "createdAt" LIMIT 1`,
    [id, articleId],
  );
  return id;
}

/** A claim of the account's own, which hides nothing from them, with a comment on it. */
export async function ownClaim(accountId: string): Promise<{ claimId: string; commentId: string }> {
  const [claimId, commentId] = [`access-${randomUUID()}`, `access-${randomUUID()}`];
  await sql(`INSERT INTO claim (id, text, kind, "createdById") VALUES ($1, 'Hidden words', 'so', $2)`, [
    claimId,
    accountId,
  ]);
  await sql(`INSERT INTO comment (id, "claimId", "authorId", text) VALUES ($1, $2, $3, 'Hidden words')`, [
    commentId,
    claimId,
    accountId,
  ]);
  return { claimId, commentId };
}

/** A sheet of one claim that somebody gave to be imported; `beside` is another of the same workbook, read otherwise. */
export async function sheetOf(accountId: string, beside: string | null = null): Promise<string> {
  const id = `access-${randomUUID()}`;
  const sheets = [id, beside].map((one) => ({ id: one, name: one, problem: null }));
  await sql(
    `INSERT INTO import_batch (id, "ownerId", name, cells, "hasHeader", mapping, sheets, "createdAt")
     VALUES ($1, $2, 'Hidden words', $3, true, $4, $5, now())`,
    [
      ...[id, accountId, JSON.stringify([["Claim"], [`Hidden words of ${id}`]])],
      ...[JSON.stringify([beside ? "verbatim" : "text"]), beside && JSON.stringify(sheets)],
    ],
  );
  return id;
}

/** A sheet of theirs with one row, which became a claim of theirs and names a page and words of it. */
export async function sheetGoneThrough(accountId: string, url: string, quote: string): Promise<string> {
  const id = `access-${randomUUID()}`;
  const { claimId } = await ownClaim(accountId);
  const cells = [
    ["Claim", "URL", "Quote"],
    [`Hidden words of ${id}`, url, quote],
  ];
  await sql(
    `INSERT INTO import_batch (id, "ownerId", name, cells, "hasHeader", mapping, "createdAt")
     VALUES ($1, $2, 'Hidden words', $3, true, '["text", "url", "quote"]', now())`,
    [id, accountId, JSON.stringify(cells)],
  );
  await sql(
    `INSERT INTO import_row ("batchId", line, outcome, "claimId", message, at) VALUES ($1, 2, 'created', $2, 'Created.', now())`,
    [id, claimId],
  );
  return id;
}

/** A claim by nobody here that an editor of the demo signed for a later time. */
export async function scheduledClaim(): Promise<string> {
  const id = `access-${randomUUID()}`;
  await sql(
    `INSERT INTO claim (id, text, kind, "createdById") SELECT $1, 'Hidden words', 'so', id FROM "user" WHERE email = 'checker1@demo.local'`,
    [id],
  );
  for (const state of ["researching", "in-review", "ready"])
    await sql(`UPDATE claim SET state = $2 WHERE id = $1`, [id, state]);
  const hash = createHash("sha256").update(id).digest("hex");
  await sql(`INSERT INTO revision ("claimId", number, hash) VALUES ($1, 1, $2)`, [id, hash]);
  await sql(
    `INSERT INTO schedule (id, "claimId", "revisionHash", "recordText", "editorId", "signerName", "signedAt", "publishAt")
     SELECT $1, $1, $2, '{"evidence":[],"reviews":[],"route":{"nodes":[]}}', id, name, now(), now() + interval '1 day' FROM "user" WHERE email = 'editor1@demo.local'`,
    [id, hash],
  );
  return id;
}

/** Ends what `scheduledClaim` left waiting: while anything waits, whoever changes a setting is asked first. */
export async function cancelSchedule(id: string): Promise<void> {
  await sql(
    `UPDATE schedule SET state = 'cancelled', "endedAt" = now(), "endCode" = 'cancelled', "endDetail" = 'Put away.'
     WHERE id = $1 AND state = 'waiting'`,
    [id],
  );
}

/** A template that nobody changed yet. */
export async function templateToEdit(): Promise<string> {
  const id = `access-${randomUUID()}`;
  await sql(
    `INSERT INTO template (id, kind, name, body, "createdById", "createdAt", "updatedAt") VALUES ($1, 'decline', $1, 'A note.', 'x', now(), now())`,
    [id],
  );
  return id;
}

import { randomUUID } from "node:crypto";
import { password } from "../scenes";
import { sql } from "../sessions";
import type { Filled } from "./filled-forms";

/** Each of the three who may write has a page of their own here, so that nobody's draft makes another's stale. */
function pageOf(accountId: string, by: "writer" | "signer"): string {
  if (!accountId.includes("-editor-")) return "corrections-policy";
  // Whoever wrote a page in one row does not sign it in the next.
  return accountId.endsWith("-no-author") === (by === "writer") ? "contact" : "people";
}

async function newestDraft(page: string): Promise<number> {
  const [row] = await sql(`SELECT coalesce(max(number), 0) AS n FROM site_draft WHERE page = $1`, [page]);
  return Number(row?.n);
}

/** A draft to save over the newest one. */
export async function draftToSave(accountId: string): Promise<Filled> {
  const page = pageOf(accountId, "writer");
  const version = String(await newestDraft(page));
  return { fields: { page, version, text: `Words of ${randomUUID().slice(0, 8)}`, intent: "draft" } };
}

/** A finished draft by somebody else, for who may sign. */
export async function draftToSign(accountId: string): Promise<Filled> {
  const page = pageOf(accountId, "signer");
  if (accountId.includes("-editor-"))
    await sql(
      `INSERT INTO site_draft (id, page, number, content, "forSignature", "authorId", "savedAt")
       SELECT gen_random_uuid(), $1, $2, jsonb_build_object('text', $3::text), true, id, now() FROM "user" WHERE email = 'admin@demo.local'`,
      [page, (await newestDraft(page)) + 1, `Words of ${randomUUID().slice(0, 8)}`],
    );
  return { fields: { page, draft: String(await newestDraft(page)), password } };
}

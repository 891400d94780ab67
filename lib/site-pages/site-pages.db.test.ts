import { beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { newId } from "../core/new-id.server";
import { canonicalJson, sha256Hex } from "../publications/canonical";
import { loadKeySet } from "../publications/signing-key.server";
import { verifyPage, verifyRecord } from "../publications/sign";
import { saveDraft } from "./commands/save-draft";
import { signSitePage } from "./commands/sign-page";
import { pageFacts } from "./page-facts.server";
import { sitePageNames, type SitePageName } from "./pages";
import { publicPage } from "./public-pages.server";
import { db } from "../core/db.server";

const database = useTestDatabase();
const now = () => new Date();

let admin: Viewer;
let editor: Viewer;
let other: Viewer;
beforeEach(async () => {
  admin = await database.makeViewer("admin", "Ada Admin");
  editor = await database.makeViewer("editor", "Ed Editor");
  other = await database.makeViewer("editor", "Olga Other");
});

const newest = async (page: SitePageName) => (await pageFacts(db(), page)).draft?.number ?? 0;

async function write(viewer: Viewer, page: SitePageName, text: string, forSignature = true) {
  const draft = await newest(page);
  return saveDraft(viewer, { page, text, signatoryOf: [], forSignature, draft }, now());
}

async function sign(viewer: Viewer, page: SitePageName, selfSignReason?: string) {
  const draft = await newest(page);
  return signSitePage(viewer, { page, draft, ...(selfSignReason ? { selfSignReason } : {}) }, now());
}

/** A version by raw SQL as the application's role, as good as such a row can be made without the signing key. */
async function insertVersion(
  page: SitePageName,
  editorId: string,
  more: { text?: string; version?: number } = {},
) {
  const [draft] = await database.sql<{ id: string; content: { text: string } }>(
    `SELECT id, content FROM site_draft WHERE page = $1 ORDER BY number DESC LIMIT 1`,
    [page],
  );
  const [before] = await database.sql<{ version: number; sha256: string }>(
    `SELECT version, sha256 FROM site_version WHERE page = $1 ORDER BY version DESC LIMIT 1`,
    [page],
  );
  const version = more.version ?? (before?.version ?? 0) + 1;
  const record = canonicalJson({
    type: "countersign-page",
    page,
    version,
    content: more.text === undefined ? draft!.content : { text: more.text },
    previous: before ?? null,
    signer: { selfSigned: null },
  });
  return database.sql(
    `INSERT INTO site_version (id, page, version, "recordText", sha256, signature, "keyId", "draftId", "editorId", "publishedAt")
     VALUES ($1, $2, $3, $4, $5, $6, 'key', $7, $8, now())`,
    [newId(), page, version, record, sha256Hex(record), "s".repeat(86), draft!.id, editorId],
  );
}

describe("signing a page", () => {
  it("publishes exactly the draft that was read, signed under a prefix of its own and logged with its hash", async () => {
    await write(admin, "methodology", "We read the original.");
    const done = await sign(editor, "methodology");
    expect(done).toMatchObject({ ok: true, value: { page: "methodology", version: 1 } });
    const found = await publicPage("methodology");
    const [signed] = found.ok ? found.value : [];
    expect(signed?.record).toMatchObject({
      content: { text: "We read the original." },
      version: 1,
      previous: null,
      signer: { name: "Ed Editor", selfSigned: null },
    });
    const keys = await loadKeySet();
    expect(verifyPage(signed!, keys)).toEqual({ ok: true });
    expect(verifyRecord(signed as never, keys).ok).toBe(false);
    const [entry] = await database.sql(
      `SELECT event, commitment, "actorId" FROM log_entry WHERE "subjectKind" = 'site-page' AND "subjectId" = $1`,
      [signed!.sha256],
    );
    expect(entry).toEqual({ event: "site-page.signed", commitment: signed!.sha256, actorId: editor.id });
  });

  it("shows nothing of a draft to readers until it is signed, and keeps the signed text while the next is written", async () => {
    await write(admin, "about", "Two people and a dog.");
    expect(await publicPage("about")).toMatchObject({ ok: false, error: { kind: "not_found" } });
    await sign(editor, "about");
    await write(other, "about", "Two people and two dogs.");
    const found = await publicPage("about");
    expect(JSON.stringify(found)).not.toContain("two dogs");
    await sign(editor, "about");
    const later = await publicPage("about");
    expect(later.ok && later.value.map(({ record }) => record.content.text)).toEqual([
      "Two people and a dog.",
      "Two people and two dogs.",
    ]);
    expect(later.ok && later.value[1]!.record.previous).toEqual({
      version: 1,
      sha256: later.ok && later.value[0]!.sha256,
    });
  });

  it("is refused to whoever saved any draft since the last version, also when somebody else wrote last", async () => {
    await write(editor, "people", "Ada edits.");
    await write(admin, "people", "Ada edits, Ed signs.");
    expect(await sign(editor, "people")).toMatchObject({ ok: false, error: { code: "four-eyes" } });
    expect(await sign(other, "people")).toMatchObject({ ok: true });
    await write(admin, "people", "Ada edits, Ed signs, Olga reads.");
    expect(await sign(editor, "people")).toMatchObject({ ok: true });
  });

  it("is refused for a draft that is not finished, for an older draft, and for one that is signed", async () => {
    await write(admin, "contact", "Write to us.", false);
    expect(await sign(editor, "contact")).toMatchObject({ ok: false, error: { code: "not-finished" } });
    await write(admin, "contact", "Write to us by post.");
    const old = await signSitePage(editor, { page: "contact", draft: 1 }, now());
    expect(old).toMatchObject({ ok: false, error: { kind: "conflict", code: "stale" } });
    await sign(editor, "contact");
    expect(await sign(other, "contact")).toMatchObject({ ok: false, error: { code: "nothing-to-sign" } });
  });

  it("takes a draft as it is stored, also one of words alone, as what settings held before became", async () => {
    for (const page of ["contact", "ratings"] as const) {
      await database.sql(
        `INSERT INTO site_draft (id, page, number, content, "forSignature", "authorId", "savedAt")
         VALUES ($1, $2, $3, '{"text": "Words alone."}', true, $4, now())`,
        [newId(), page, (await newest(page)) + 1, admin.id],
      );
      expect(await sign(editor, page), page).toMatchObject({ ok: true });
    }
  });

  it("has one winner of two who sign at once", async () => {
    await write(admin, "corrections-policy", "We correct in the open.");
    const all = await Promise.all([sign(editor, "corrections-policy"), sign(other, "corrections-policy")]);
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("lets the one person of a one-person desk sign with a reason that is printed, and nobody else", async () => {
    const set = (on: boolean) =>
      database.sql(
        `INSERT INTO setting (key, value) VALUES ('gate', jsonb_build_object('onePersonDesk', $1::boolean))
         ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`,
        [on],
      );
    await write(editor, "ratings", "Seven words.");
    await set(true);
    expect(await sign(editor, "ratings")).toMatchObject({ ok: false, error: { code: "self-sign-reason" } });
    expect(await sign(editor, "ratings", "I work alone.")).toMatchObject({ ok: true });
    await set(false);
    const found = await publicPage("ratings");
    expect(found.ok && found.value.at(-1)!.record.signer.selfSigned).toEqual({ reason: "I work alone." });
    expect(found.ok && found.value.at(-1)!.record.content.scale?.length).toBe(7);
  });
});

describe("saving a draft", () => {
  it("tells the editors who can sign it once it is finished, and nobody who wrote any of it", async () => {
    const told = async () => {
      const rows = await database.sql<{ userId: string }>(
        `SELECT "userId" FROM notification WHERE kind = 'site-page' AND "userId" = ANY($1)`,
        [[admin.id, editor.id, other.id]],
      );
      return rows.map(({ userId }) => userId);
    };
    await write(editor, "contact", `Begun ${newId()}`, false);
    expect(await told()).toEqual([]);
    await write(admin, "contact", `Finished ${newId()}`);
    expect(await told()).toEqual([other.id]);
  });

  it("never overwrites what somebody saved meanwhile: it shows both texts and the number to save over", async () => {
    const draft = await newest("about");
    const input = { page: "about" as const, signatoryOf: [], forSignature: false, draft };
    await saveDraft(admin, { ...input, text: "Theirs." }, now());
    expect(await saveDraft(editor, { ...input, text: "Mine." }, now())).toMatchObject({
      ok: false,
      error: {
        code: "stale",
        extra: { version: draft + 1, conflict: [{ field: "text", mine: "Mine.", theirs: "Theirs." }] },
      },
    });
  });
});

describe("the database, asked by the application's role past every command", () => {
  it("refuses a version signed by whoever wrote it, by an admin, a checker or a deactivated editor", async () => {
    await write(editor, "people", `Ed wrote this ${newId()}`);
    const checker = await database.makeViewer("checker", "Chris");
    const gone = await database.makeViewer("editor", "Gone");
    await database.sqlOwner(`UPDATE "user" SET "deactivatedAt" = now() WHERE id = $1`, [gone.id]);
    for (const id of [editor.id, admin.id, checker.id, gone.id])
      expect((await refusalOf(insertVersion("people", id))).message).toContain("four-eyes");
  });

  it("refuses other words than the draft's, a draft that is not finished, and a version out of turn", async () => {
    await write(admin, "people", `Finished ${newId()}`);
    expect((await refusalOf(insertVersion("people", other.id, { text: "Others." }))).message).toContain(
      "exactly the draft",
    );
    expect((await refusalOf(insertVersion("people", other.id, { version: 77 }))).message).toContain(
      "without gaps",
    );
    await write(admin, "people", `Unfinished ${newId()}`, false);
    expect((await refusalOf(insertVersion("people", other.id))).message).toContain("finished");
  });

  it("never changes or deletes a signed version or a draft, for the application or for the owner", async () => {
    for (const table of ["site_version", "site_draft"]) {
      for (const work of [
        `UPDATE ${table} SET page = page`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        expect((await refusalOf(database.sql(work))).code).toBe("42501");
        expect((await refusalOf(database.sqlOwner(work))).code).toBe("23000");
      }
    }
  });

  it("refuses drafts of checkers and of pages that are none", async () => {
    const checker = await database.makeViewer("checker", "Chris");
    const add = (page: string, authorId: string) =>
      database.sql(
        `INSERT INTO site_draft (id, page, number, content, "authorId", "savedAt")
         VALUES ($1, $2, (SELECT coalesce(max(number), 0) + 1 FROM site_draft WHERE page = $2), '{"text":"x"}', $3, now())`,
        [newId(), page, authorId],
      );
    expect((await refusalOf(add("about", checker.id))).code).toBe("23514");
    expect((await refusalOf(add("imprint", editor.id))).code).toBe("23514");
    for (const page of sitePageNames) await add(page, editor.id);
  });

  it("shows no page whose record was altered by somebody who owns the server", async () => {
    await write(admin, "methodology", `Version ${newId()}`);
    await sign(other, "methodology");
    const as = (sql: string) =>
      database.sqlOwner(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);
    await as(
      `UPDATE site_version SET "recordText" = replace("recordText", 'Version', 'Vision'),
        sha256 = encode(sha256(convert_to(replace("recordText", 'Version', 'Vision'), 'UTF8')), 'hex') WHERE page = 'methodology'`,
    );
    await write(admin, "about", `x ${newId()}`);
    await sign(other, "about");
    expect(await publicPage("methodology")).toMatchObject({ ok: false, error: { code: "not-verified" } });
    expect(await publicPage("about")).toMatchObject({ ok: true });
  });
});

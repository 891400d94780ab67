import { beforeAll, describe, expect, it } from "vitest";
import { makeScene, recordOf, refusalOf, type Scene } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";

const database = useTestDatabase();
let scene: Scene;

const denied = "42501";
const refusedByTrigger = "23000";
const check = "23514";

/** One row in each table of the history, so that a row trigger has something to refuse. */
async function fillHistory(): Promise<void> {
  const { editor, claimId, author } = await scene.published();
  const slug = await scene.slugOf(claimId);
  const record = recordOf(slug, 1, "notice");
  const signed = { recordText: record.text, sha256: record.sha256, signature: "s".repeat(86), keyId: "key" };
  const notice = {
    id: scene.id(),
    claimId,
    slug,
    kind: "outdated",
    editorId: editor,
    publishedAt: new Date(),
  };
  await scene.add("notice", { ...notice, ...signed });
  const open = await scene.claim(author);
  await scene.go(open, "researching", "in-review");
  await scene.review(open, editor);
  const articleId = await scene.article(author);
  const captureId = await scene.capture(articleId, author);
  const quoteId = await scene.quote(articleId, captureId, author);
  await scene.add("quote_check", {
    id: scene.id(),
    quoteId,
    outcome: "unchanged",
    was: "a",
    method: "pasted",
    checkedAt: new Date(),
  });
  await scene.add("legal_read", {
    id: scene.id(),
    claimId: open,
    kind: "asked",
    reader: "Counsel",
    at: new Date(),
    notedById: editor,
    notedAt: new Date(),
  });
  const entry = { event: "claim.created", subjectKind: "claim", subjectId: claimId, commitment: "00" };
  const entryId = await scene.add("log_entry", { id: scene.id(), at: new Date(), ...entry });
  await scene.add("entry_on_claim", { claimId: open, entryId });
  await scene.add("log_payload", { entryId, salt: "00", body: JSON.stringify({ text: "words" }) });
  await scene.add("log_leaf", { index: 0, entryId, leafHash: "00" });
  await scene.add("checkpoint", { size: 1, root: "00", note: "note", at: new Date() });
}

beforeAll(async () => {
  scene = makeScene(database);
  await fillHistory();
});

const history = [
  ["publication", "finding"],
  ["notice", "signature"],
  ["sign_off", "editorId"],
  ["review", "mark"],
  ["revision", "hash"],
  ["log_entry", "event"],
  ["entry_on_claim", "entryId"],
  ["log_leaf", "leafHash"],
  ["checkpoint", "root"],
  ["quote_check", "outcome"],
  ["legal_read", "reader"],
  ["capture", "fullText"],
] as const;

describe.each(history)("history: %s", (table, column) => {
  it("is not updated, deleted or emptied by the application's role", async () => {
    expect((await refusalOf(database.sql(`UPDATE "${table}" SET "${column}" = "${column}"`))).code).toBe(
      denied,
    );
    expect((await refusalOf(database.sql(`DELETE FROM "${table}"`))).code).toBe(denied);
    expect((await refusalOf(database.sql(`TRUNCATE "${table}" CASCADE`))).code).toBe(denied);
  });

  it("is refused by trigger even to the owner", async () => {
    const count = () => database.sqlOwner<{ n: string }>(`SELECT count(*) AS n FROM "${table}"`);
    const before = await count();
    expect(Number(before[0]!.n)).toBeGreaterThan(0);
    expect((await refusalOf(database.sqlOwner(`UPDATE "${table}" SET "${column}" = "${column}"`))).code).toBe(
      refusedByTrigger,
    );
    expect((await refusalOf(database.sqlOwner(`DELETE FROM "${table}"`))).code).toBe(refusedByTrigger);
    expect((await refusalOf(database.sqlOwner(`TRUNCATE "${table}" CASCADE`))).code).toBe(refusedByTrigger);
    expect(await count()).toEqual(before);
  });
});

describe("rows that stay, in part", () => {
  it("keeps everything else that people wrote from being deleted", async () => {
    const deletable = [
      "figure",
      "comparison",
      "session",
      "idempotency_key",
      "rate_window",
      "recovery_code",
      "import_batch",
      "import_row",
      "presence",
      "writing_lock",
      "queue_view",
      // When to look again, and what a person wants to hear of: plans and choices, each in the log.
      "shelf_life",
      "watch",
      // Another name of an outlet, a person or organisation that nothing uses, and what was said of two of them, taken back by
      // whoever said it.
      "outlet",
      "entity",
      "entity_link",
      // Where an article has it from, while nobody but whoever added it decided about it.
      "attribution",
      // What is too common to look things up by, counted anew every hour.
      "common_likeness",
      "common_shingle",
    ];
    const rows = await database.sql<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND has_table_privilege(current_user, oid, 'DELETE') ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(deletable.sort());
  });

  it("lets the words of a log entry be erased, never replaced", async () => {
    const replace = database.sql(`UPDATE log_payload SET body = '{"text":"others"}'`);
    expect((await refusalOf(replace)).code).toBe(refusedByTrigger);
    const disguise = database.sql(`UPDATE log_payload SET body = '{"text":"others"}', "erasedAt" = now()`);
    expect((await refusalOf(disguise)).code).toBe(refusedByTrigger);
    expect((await refusalOf(database.sql("UPDATE log_payload SET salt = 'x'"))).code).toBe(denied);
    await database.sql(`UPDATE log_payload SET body = NULL, "erasedAt" = now()`);
    expect(
      (await refusalOf(database.sql(`UPDATE log_payload SET body = '{}', "erasedAt" = now()`))).code,
    ).toBe(refusedByTrigger);
  });

  it("keeps what a template is for and who began it, and offers no two of one name", async () => {
    const by = await scene.person("editor");
    const template = (name: string) => {
      const [id, at] = [scene.id(), new Date()];
      const made = { createdById: by, createdAt: at, updatedAt: at };
      return scene.add("template", { id, kind: "notice", name, body: "We look again.", ...made });
    };
    const id = await template("Under review");
    for (const column of ["kind", "createdById", "createdAt"])
      expect((await refusalOf(database.sql(`UPDATE template SET "${column}" = "${column}"`))).code).toBe(
        denied,
      );
    expect((await refusalOf(template("under Review"))).code).toBe("23505");
    await database.sql(`UPDATE template SET "retiredAt" = now(), version = 1 WHERE id = $1`, [id]);
    await template("under Review");
  });

  it("keeps a quote's words and place, and lets a second person confirm it", async () => {
    const [maker, other] = [await scene.person("checker"), await scene.person("checker")];
    const articleId = await scene.article(maker);
    const quoteId = await scene.quote(articleId, await scene.capture(articleId, maker), maker);
    expect(
      (await refusalOf(database.sql("UPDATE quote SET exact = 'Three cars' WHERE id = $1", [quoteId]))).code,
    ).toBe(denied);
    const tick = (by: string) =>
      database.sql(`UPDATE quote SET "cutTickedById" = $2 WHERE id = $1`, [quoteId, by]);
    expect((await refusalOf(tick(maker))).code).toBe(check);
    await tick(other);
  });

  it("keeps evidence with its claim, its quote and who added it", async () => {
    const [author, other] = [await scene.person("checker"), await scene.person("editor")];
    const claimId = await scene.claim(author);
    const articleId = await scene.article(author);
    const quoteId = await scene.quote(articleId, await scene.capture(articleId, author), author);
    const evidenceId = await scene.evidence(claimId, articleId, quoteId, author);
    const set = (column: string, value: string) =>
      database.sql(`UPDATE evidence SET "${column}" = $2 WHERE id = $1`, [evidenceId, value]);
    expect((await refusalOf(set("addedById", other))).code).toBe(check);
    expect((await refusalOf(set("claimId", await scene.claim(author)))).code).toBe(check);
    expect(
      (
        await refusalOf(
          set("quoteId", await scene.quote(articleId, await scene.capture(articleId, other), other)),
        )
      ).code,
    ).toBe(check);
    await set("shows", "That two were given.");
    expect(
      (await refusalOf(database.sql(`UPDATE claim SET "createdById" = $2 WHERE id = $1`, [claimId, other])))
        .code,
    ).toBe(check);
  });
});

describe("expunging a capture", () => {
  const expunge = (captureId: string) => database.sql("SELECT expunge_capture($1)", [captureId]);

  it("needs an admin who asks and an editor who confirms, and leaves hash and fact", async () => {
    const [admin, editor, checker] = [
      await scene.person("admin"),
      await scene.person("editor"),
      await scene.person("checker"),
    ];
    const captureId = await scene.capture(await scene.article(checker), checker);
    expect((await refusalOf(expunge(captureId))).code).toBe(refusedByTrigger);
    const request = (by: string) =>
      scene.add("expunge_request", { id: scene.id(), captureId, reason: "court order", requestedById: by });
    const confirm = (id: string, by: string) =>
      database.sql(`UPDATE expunge_request SET "confirmedById" = $2, "confirmedAt" = now() WHERE id = $1`, [
        id,
        by,
      ]);
    expect((await refusalOf(request(checker))).code).toBe(check);
    // Column "requestedAt" has no default: the command gives it.
    const asked = await scene.add("expunge_request", {
      id: scene.id(),
      captureId,
      reason: "court order",
      requestedById: admin,
      requestedAt: new Date(),
    });
    expect((await refusalOf(expunge(captureId))).code).toBe(refusedByTrigger);
    expect((await refusalOf(confirm(asked, checker))).code).toBe(check);
    expect((await refusalOf(confirm(asked, admin))).code).toBe(check);
    await confirm(asked, editor);
    await expunge(captureId);
    const [row] = await database.sql(
      `SELECT bytes, "fullText", sha256, "expungedAt" FROM capture WHERE id = $1`,
      [captureId],
    );
    expect(row).toMatchObject({
      bytes: null,
      fullText: null,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      expungedAt: expect.any(Date),
    });
    expect((await refusalOf(expunge(captureId))).code).toBe(refusedByTrigger);
  });
});

describe("the application's role", () => {
  it("owns nothing, is no superuser and belongs to nobody", async () => {
    const [row] = await database.sql(
      `SELECT current_user AS who, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
         (SELECT count(*) FROM pg_class WHERE relowner = r.oid) + (SELECT count(*) FROM pg_proc WHERE proowner = r.oid)
         + (SELECT count(*) FROM pg_namespace WHERE nspowner = r.oid) + (SELECT count(*) FROM pg_database WHERE datdba = r.oid) AS owned,
         (SELECT count(*) FROM pg_auth_members WHERE member = r.oid) AS memberships
       FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(row).toEqual({
      who: "countersign_app",
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      rolbypassrls: false,
      owned: "0",
      memberships: "0",
    });
  });

  it.each([
    "ALTER TABLE publication ADD COLUMN note text",
    "ALTER TABLE publication DISABLE TRIGGER ALL",
    "ALTER TABLE publication OWNER TO countersign_app",
    "ALTER TABLE claim DROP CONSTRAINT claim_state",
    "DROP TABLE publication",
    "DROP TRIGGER publication_append_only ON publication",
    "DROP FUNCTION guard_sign_off CASCADE",
    "CREATE TABLE mine (id text)",
    "CREATE TEMPORARY TABLE contribution (id text)",
    "CREATE SCHEMA mine",
    "CREATE ROLE mine",
    "CREATE OR REPLACE FUNCTION guard_sign_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "CREATE RULE quiet AS ON INSERT TO log_entry DO INSTEAD NOTHING",
    "CREATE TRIGGER mine BEFORE INSERT ON sign_off FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    "ALTER ROLE countersign_app SUPERUSER",
    "SET session_replication_role = replica",
    "SET ROLE postgres",
    "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', '1', '1')",
    "COPY claim TO PROGRAM 'true'",
  ])("may not: %s", async (statement) => {
    const { code } = await refusalOf(database.sql(statement));
    expect(code).toBe(denied);
  });

  it("gives itself no right: PostgreSQL only warns, and grants nothing", async () => {
    await database.sql("GRANT UPDATE ON publication TO countersign_app");
    const [row] = await database.sql("SELECT has_table_privilege('publication', 'UPDATE') AS can");
    expect(row).toEqual({ can: false });
  });
});

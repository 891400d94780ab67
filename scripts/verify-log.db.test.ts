import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../lib/access/viewer";
import { signPublicNotice } from "../lib/notices/commands/sign-notice";
import { abandonCorrection } from "../lib/publications/commands/change-correction";
import { openCorrection } from "../lib/publications/commands/open-correction";
import { retractPublication } from "../lib/publications/commands/retract-publication";
import { changeRole, deactivatePerson } from "../lib/accounts/commands/manage-people";
import { withholdVersion } from "../lib/publications/commands/withhold-version";
import { signOffVerdict } from "../lib/publications/commands/sign-off-verdict";
import { saveGate } from "../lib/settings/commands";
import { saveDraft } from "../lib/site-pages/commands/save-draft";
import { signSitePage } from "../lib/site-pages/commands/sign-page";
import { writeVerdict } from "../lib/verdicts/commands";
import { verifyLogOf } from "./faults/verify-log-of";
import { done, makeDesk } from "./test/desk-scene";
import { sealAll } from "./test/seal-all";
import { useTestDatabase } from "./test/test-database";

const database = useTestDatabase();
const desk = makeDesk(database);
const tables = [
  ...["claim", "verdict", "review", "setting", "user", "publication", "notice", "site_draft", "site_version"],
  ...["log_entry", "log_payload", "log_leaf", "log_node", "checkpoint"],
];
const verify = (withWords = true, options = ["--heads", join(database.home, "checkpoints")]) =>
  verifyLogOf(database.home, { withWords, options, seal: false });

/** As somebody who owns the server: no trigger, no privilege, no foreign key holds. */
const asAdministrator = (sql: string) =>
  database.sqlOwner(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);

const keep = () =>
  asAdministrator(tables.map((name) => `CREATE TABLE kept_${name} AS TABLE "${name}"`).join("; "));
const putBack = () =>
  asAdministrator(
    tables
      .map((name) => {
        const columns = `(SELECT string_agg(quote_ident(column_name), ', ') FROM information_schema.columns WHERE table_name = '${name}' AND is_generated = 'NEVER')`;
        return `DELETE FROM "${name}"; DO $do$ BEGIN EXECUTE format('INSERT INTO "${name}" (%1$s) SELECT %1$s FROM kept_${name}', ${columns}); END $do$`;
      })
      .join("; "),
  );

async function publish(editor: Viewer, text: string) {
  const { claimId, hash, author } = await desk.ready(text);
  await done(signOffVerdict(editor, claimId, { revisionHash: hash }, new Date()));
  return { claimId, author };
}

async function signAbout(editor: Viewer, admin: Viewer) {
  const input = { page: "about" as const, text: "They do.", signatoryOf: [], forSignature: true, draft: 0 };
  const { page, draft } = await done(saveDraft(admin, input, new Date()));
  await done(signSitePage(editor, { page, draft }, new Date()));
}

beforeAll(async () => {
  const editor = await database.makeViewer("editor", "Editor");
  const { claimId, author } = await publish(editor, "Two new ferries sail from Selby");
  await sealAll(database);
  await done(signPublicNotice(editor, claimId, { kind: "under-review", text: "We look again." }, new Date()));
  await done(openCorrection(author, claimId, { class: "correction", reason: "A third one." }, new Date()));
  await done(writeVerdict(author, claimId, { finding: "Three do.", version: 1 }, new Date()));
  const second = await desk.ready("Two new ferries sail from Selby in the morning");
  await sealAll(database);
  await done(
    writeVerdict(second.author, second.claimId, { finding: "They all do.", version: 1 }, new Date()),
  );
  const third = await publish(editor, "Two new ferries sail early from Selby");
  // Both ways out of a correction, of the same claim.
  const correction = { class: "correction" as const, reason: "Later ones too." };
  await done(openCorrection(third.author, third.claimId, correction, new Date()));
  await done(abandonCorrection(third.author, third.claimId, new Date()));
  await done(openCorrection(third.author, third.claimId, correction, new Date()));
  await done(retractPublication(editor, third.claimId, { reason: "Not ours.", version: 1 }, new Date()));
  const admin = await database.makeViewer("admin", "Admin");
  await signAbout(editor, admin);
  await done(saveGate(admin, { originsNeeded: 1, onePersonDesk: false, version: 0 }, new Date()));
  const gone = await database.makeViewer("checker", "Gone");
  await done(deactivatePerson(admin, { accountId: gone.id }, new Date()));
  const raised = await database.makeViewer("checker", "Raised");
  await done(changeRole(admin, { accountId: raised.id, role: "editor" }, new Date()));
  await sealAll(database);
  await keep();
});

const middle = `(SELECT count(*) / 2 FROM log_leaf)`;
const lastHead = `(SELECT max(size) FROM checkpoint WHERE size < (SELECT max(size) FROM checkpoint))`;
const shortened = `DELETE FROM log_leaf WHERE index >= ${lastHead};
  DELETE FROM log_node n WHERE (n.index + 1) * (1::bigint << n.level) > ${lastHead};
  DELETE FROM log_payload p WHERE NOT EXISTS (SELECT 1 FROM log_leaf l WHERE l."entryId" = p."entryId");
  DELETE FROM log_entry e WHERE NOT EXISTS (SELECT 1 FROM log_leaf l WHERE l."entryId" = e.id);
  DELETE FROM checkpoint WHERE size > (SELECT count(*) FROM log_leaf)`;

const tamperings: [name: string, sql: string, check: string, place: RegExp][] = [
  [
    "an entry edited",
    `UPDATE log_entry SET "actorId" = 'somebody-else' WHERE id = (SELECT "entryId" FROM log_leaf WHERE index = 5)`,
    "entries",
    /^entry 5$/,
  ],
  [
    "an entry taken out of the middle",
    `DELETE FROM log_leaf WHERE index = ${middle}`,
    "entries",
    /^entry \d+$/,
  ],
  ["the newest entries taken away", shortened, "heads", /checkpoints, head of/],
  [
    "two entries in each other's place",
    `UPDATE log_leaf SET index = -index WHERE index IN (3, 4); UPDATE log_leaf SET index = 7 + index WHERE index < 0`,
    "entries",
    /^entry [34]$/,
  ],
  [
    "an entry put in",
    `UPDATE log_leaf SET index = -index WHERE index > 4; UPDATE log_leaf SET index = 1 - index WHERE index < 0; INSERT INTO log_entry SELECT (jsonb_populate_record(e, '{"id": "put-in"}')).* FROM log_entry e WHERE id = (SELECT "entryId" FROM log_leaf WHERE index = 4); INSERT INTO log_leaf SELECT 5, 'put-in', "leafHash" FROM log_leaf WHERE index = 4`,
    "entries",
    /^entry 5$/,
  ],
  [
    "an entry doubled at the end",
    `INSERT INTO log_entry SELECT (jsonb_populate_record(e, '{"id": "doubled"}')).* FROM log_entry e WHERE id = (SELECT "entryId" FROM log_leaf WHERE index = 2); INSERT INTO log_leaf SELECT (SELECT max(index) + 1 FROM log_leaf), 'doubled', "leafHash" FROM log_leaf WHERE index = 2`,
    "heads",
    /^entries \d+ to \d+$/,
  ],
  [
    "the words of two entries exchanged",
    `UPDATE log_payload a SET body = b.body, salt = b.salt FROM log_payload b WHERE (a."entryId", b."entryId") IN (SELECT x."entryId", y."entryId" FROM log_leaf x, log_leaf y WHERE (x.index, y.index) IN ((2, 6), (6, 2)))`,
    "words",
    /^entry [26]$/,
  ],
  [
    "a draft verdict edited",
    `UPDATE verdict SET finding = 'None does.' WHERE finding = 'They all do.'`,
    "drafts",
    /^claim /,
  ],
  [
    "a publication edited, its hash with it",
    `UPDATE publication SET "recordText" = replace("recordText", 'They do.', 'They did.'), sha256 = encode(sha256(convert_to(replace("recordText", 'They do.', 'They did.'), 'UTF8')), 'hex')`,
    "publications",
    /version 1$/,
  ],
  [
    "a page about the newsroom edited, its hash with it",
    `UPDATE site_version SET "recordText" = replace("recordText", 'They do.', 'They did.'), sha256 = encode(sha256(convert_to(replace("recordText", 'They do.', 'They did.'), 'UTF8')), 'hex')`,
    "pages",
    /^page about version 1$/,
  ],
  [
    "the chain rewritten",
    `UPDATE log_entry SET event = 'claim.edited' WHERE id = (SELECT "entryId" FROM log_leaf WHERE index = 1); UPDATE log_leaf SET "leafHash" = repeat('ab', 32) WHERE index = 1; UPDATE checkpoint SET root = repeat('cd', 32), note = regexp_replace(note, E'\\n[^\\n]{44}\\n', E'\\nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc0=\\n')`,
    "heads",
    /^the desk, head of/,
  ],
  [
    "words edited while the trigger was off",
    `UPDATE log_payload SET body = '{"text": "Other words"}' WHERE "entryId" = (SELECT "entryId" FROM log_leaf WHERE index = 8)`,
    "words",
    /^entry 8$/,
  ],
  [
    "an old backup put in place",
    `${shortened}; DELETE FROM publication p WHERE NOT EXISTS (SELECT 1 FROM log_entry e WHERE e."subjectId" = p.sha256); DELETE FROM notice n WHERE NOT EXISTS (SELECT 1 FROM log_entry e WHERE e."subjectId" = n.id)`,
    "heads",
    /checkpoints, head of/,
  ],
  [
    "a time changed",
    `UPDATE log_entry SET at = at - interval '1 day' WHERE event = 'verdict.signed-off'`,
    "publications",
    /version 1$/,
  ],
  [
    "a signature changed",
    `UPDATE publication SET signature = CASE left(signature, 1) WHEN 'A' THEN 'B' ELSE 'A' END || substr(signature, 2) WHERE kind = 'retraction'`,
    "publications",
    /version 2$/,
  ],
  [
    "a review that nobody gave",
    `INSERT INTO review (id, "claimId", "reviewerId", mark, rationale, "evidenceIds", blind, "basisHash", "givenAt") SELECT 'forged', "claimId", (SELECT id FROM "user" WHERE name = 'Admin'), mark, rationale, "evidenceIds", blind, "basisHash", "givenAt" FROM review LIMIT 1`,
    "reviews",
    /^review forged of claim /,
  ],
  [
    "a mark changed",
    `UPDATE review SET mark = 'disputed' WHERE id = (SELECT min(id) FROM review)`,
    "reviews",
    /^review .+ of claim /,
  ],
  [
    "a review taken away",
    `DELETE FROM review WHERE id = (SELECT min(id) FROM review)`,
    "reviews",
    /^entry \d+ /,
  ],
  [
    "a setting changed",
    `UPDATE setting SET value = jsonb_set(value, '{onePersonDesk}', 'true') WHERE key = 'gate'`,
    "settings",
    /^setting gate$/,
  ],
  [
    "a setting that nobody saved",
    `INSERT INTO setting (key, value) VALUES ('watch', '{"isOn": false}')`,
    "settings",
    /^setting watch$/,
  ],
  ["a role changed", `UPDATE "user" SET role = 'admin' WHERE name = 'Raised'`, "accounts", /^account /],
  [
    "a closed account opened",
    `UPDATE "user" SET "deactivatedAt" = NULL WHERE name = 'Gone'`,
    "accounts",
    /^account /,
  ],
  [
    "the signatures of two publications exchanged",
    `UPDATE publication a SET signature = b.signature FROM publication b WHERE a.version = 1 AND b.version = 1 AND a.id <> b.id`,
    "publications",
    /version 1$/,
  ],
];

describe("verify-log", () => {
  it("passes a log of publications, a notice, a correction under way and a retraction, with and without words", async () => {
    expect(await verify()).toMatchObject({ ok: true });
    const without = await verify(false);
    expect(without.ok).toBe(true);
    expect(Object.keys(without.checks)).not.toContain("drafts");
  });

  it.each(tamperings)(
    "finds and locates %s, and raises no alarm once it is put back",
    async (_name, sql, check, place) => {
      await asAdministrator(sql);
      const found = await verify();
      await putBack();
      expect(found.ok).toBe(false);
      expect(found.checks[check]!.map((one) => one.place)).toContainEqual(expect.stringMatching(place));
      expect(await verify()).toMatchObject({ ok: true });
    },
  );

  it("passes a log from which a person's words were erased", async () => {
    await database.sql(
      `UPDATE log_payload SET body = NULL, "erasedAt" = now() WHERE body::text LIKE '%ferries%'`,
    );
    expect(await verify()).toMatchObject({ ok: true });
    await putBack();
  });

  it("refuses signatures of a key that the reader does not trust", async () => {
    const keys = join(database.home, "other-keys.json");
    const set = JSON.parse(await readFile(join(database.home, "signing-keys.json"), "utf8")) as {
      keys: object[];
    };
    await writeFile(keys, JSON.stringify({ keys: set.keys.map((key) => ({ ...key, kid: "other" })) }));
    const found = await verify(true, ["--keys", keys]);
    expect(found.checks.publications!.length).toBeGreaterThan(0);
  });

  it("passes a log of which a version is withheld, by its hash and signature where its text is not in the dump", async () => {
    const [row] = await database.sql<{ claimId: string; slug: string }>(
      `SELECT "claimId", slug FROM publication WHERE kind = 'retraction'`,
    );
    const input = { version: 1, reasonClass: "safety" as const };
    for (const role of ["editor", "admin"] as const) {
      const viewer = await database.makeViewer(role, `Withholding ${role}`);
      await done(withholdVersion(viewer, row!.claimId, input, new Date()));
    }
    await sealAll(database);
    expect(await verify()).toMatchObject({ ok: true });
    expect(await verify(false)).toMatchObject({ ok: true });
    await asAdministrator(
      `UPDATE publication SET signature = repeat('A', 86) WHERE slug = '${row!.slug}' AND version = 1`,
    );
    const found = await verify(false);
    expect(found.checks.publications).toEqual([
      { place: `${row!.slug} version 1`, problem: "its signature is not of this key" },
    ]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { makeScene, recordOf, refusalOf, revisionHash, type Scene } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";

const database = useTestDatabase();
let scene: Scene;
const check = "23514";
const unique = "23505";

beforeAll(() => {
  scene = makeScene(database);
});

const contribute = (claimId: string, userId: string, more: Record<string, unknown> = {}) =>
  scene.add("contribution", {
    id: scene.id(),
    claimId,
    userId,
    what: "evidence",
    subjectId: scene.id(),
    ...more,
  });

describe("four eyes: a sign-off is refused", () => {
  const expectFourEyes = async (work: Promise<unknown>) => {
    const refusal = await refusalOf(work);
    expect(refusal).toMatchObject({ code: check, message: expect.stringContaining("four-eyes") });
  };

  it.each(["checker", "admin"])("to a %s", async (role) => {
    const { claimId, hash } = await scene.ready();
    await expectFourEyes(scene.signOff(claimId, await scene.person(role), hash));
  });

  it("to an editor whose account is deactivated, or unknown", async () => {
    const { claimId, hash } = await scene.ready();
    await expectFourEyes(
      scene.signOff(claimId, await scene.person("editor", { deactivatedAt: new Date() }), hash),
    );
    await expectFourEyes(scene.signOff(claimId, "nobody", hash));
  });

  it("to the editor who wrote the claim", async () => {
    const editor = await scene.person("editor");
    const claimId = await scene.claim(editor);
    await scene.go(claimId, "researching", "in-review", "ready");
    await expectFourEyes(
      scene.signOff(claimId, editor, await scene.revise(claimId, 1, revisionHash(claimId))),
    );
  });

  it("to the editor who added evidence that stands", async () => {
    const { claimId, hash, editor, author } = await scene.ready();
    const articleId = await scene.article(author);
    const quoteId = await scene.quote(articleId, await scene.capture(articleId, author), author);
    await scene.evidence(claimId, articleId, quoteId, editor);
    await expectFourEyes(scene.signOff(claimId, editor, hash));
  });

  it("to the editor who last wrote the verdict", async () => {
    const { claimId, hash, editor } = await scene.ready();
    await scene.add("verdict", { claimId, summary: [], updatedById: editor });
    await expectFourEyes(scene.signOff(claimId, editor, hash));
  });

  it("to the editor who contributed anything, removed in this cycle or not", async () => {
    const { claimId, hash, editor } = await scene.ready();
    await contribute(claimId, editor, { removedCycle: 0 });
    await expectFourEyes(scene.signOff(claimId, editor, hash));
  });

  it("to the editor who wrote about an article that the evidence rests on", async () => {
    const { claimId, hash, editor, author } = await scene.ready();
    const articleId = await scene.article(author);
    const quoteId = await scene.quote(articleId, await scene.capture(articleId, author), author);
    await scene.evidence(claimId, articleId, quoteId, author);
    await scene.add("contribution", {
      id: scene.id(),
      articleId,
      userId: editor,
      what: "attribution",
      subjectId: scene.id(),
    });
    await expectFourEyes(scene.signOff(claimId, editor, hash));
  });

  it("to the author of words that remain from an earlier version", async () => {
    const { claimId, editor } = await scene.published();
    const [second, old] = [await scene.person("editor"), await scene.person("editor")];
    await contribute(claimId, old, { cycle: 0 });
    const hash = await scene.corrected(claimId, editor);
    await expectFourEyes(scene.signOff(claimId, old, hash));
    await scene.signOff(claimId, second, hash);
  });

  it("and the authors cannot be rewritten first", async () => {
    const { claimId, editor, hash } = await scene.ready();
    await contribute(claimId, editor);
    const hide = (set: string) =>
      refusalOf(database.sql(`UPDATE contribution SET ${set} WHERE "claimId" = $1`, [claimId]));
    expect((await hide(`"removedCycle" = -1`)).code).toBe("23000");
    expect((await hide(`"userId" = 'nobody'`)).code).toBe("42501");
    expect((await refusalOf(database.sql("DELETE FROM contribution"))).code).toBe("42501");
    await expectFourEyes(scene.signOff(claimId, editor, hash));
  });

  it("and no temporary table passes for a real one", async () => {
    const { claimId, author, hash } = await scene.ready();
    const cheat = async () => {
      // As if the database had been copied, and with it the right to make temporary tables were back.
      await database.sqlOwner(
        `DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO countersign_app', current_database()); END $$`,
      );
      await database.sql(`
        BEGIN;
        CREATE TEMPORARY TABLE "user" ON COMMIT DROP AS SELECT '${author}'::text AS id, 'editor'::text AS role, NULL::timestamptz AS "deactivatedAt";
        INSERT INTO sign_off (id, "claimId", "editorId", "revisionHash", action) VALUES ('${scene.id()}', '${claimId}', '${author}', '${hash}', 'publish');
        COMMIT;`);
    };
    await expectFourEyes(cheat());
  });
});

describe("a sign-off", () => {
  it("is for the latest revision only", async () => {
    const { claimId, editor, hash } = await scene.ready();
    await scene.revise(claimId, 2, revisionHash("newer"));
    expect((await refusalOf(scene.signOff(claimId, editor, hash))).message).toContain("stale revision");
    await scene.signOff(claimId, editor, revisionHash("newer"));
  });

  it.each(["new", "researching", "in-review", "declined"])(
    "is for a claim that is ready, not %s",
    async (state) => {
      const [author, editor] = [await scene.person("checker"), await scene.person("editor")];
      const claimId = await scene.claim(author, { declineReason: "other" });
      const path = {
        new: [],
        researching: ["researching"],
        "in-review": ["researching", "in-review"],
        declined: ["declined"],
      }[state]!;
      await scene.go(claimId, ...path);
      const hash = await scene.revise(claimId, 1, revisionHash(claimId));
      expect((await refusalOf(scene.signOff(claimId, editor, hash))).code).toBe(check);
    },
  );

  it("has one winner of ten at once", async () => {
    const { claimId, hash } = await scene.ready();
    const editors = await Promise.all(Array.from({ length: 10 }, () => scene.person("editor")));
    const done = await Promise.allSettled(editors.map((editor) => scene.signOff(claimId, editor, hash)));
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = done.flatMap((one) =>
      one.status === "rejected" ? [(one.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set([unique]));
  });

  it("by an author needs the one-person desk, and its reason", async () => {
    const { claimId, author, hash } = await scene.ready();
    await database.sql(`UPDATE "user" SET role = 'editor' WHERE id = $1`, [author]);
    const self = { selfSigned: true, selfReason: "Alone tonight." };
    expect((await refusalOf(scene.signOff(claimId, author, hash, self))).message).toContain("four-eyes");
    await scene.add("setting", { key: "gate", value: JSON.stringify({ onePersonDesk: true }) });
    expect((await refusalOf(scene.signOff(claimId, author, hash))).message).toContain("four-eyes");
    expect((await refusalOf(scene.signOff(claimId, author, hash, { selfSigned: true }))).code).toBe(check);
    expect(
      (await refusalOf(scene.signOff(claimId, author, hash, { selfSigned: true, selfReason: " " }))).code,
    ).toBe(check);
    await scene.signOff(claimId, author, hash, self);
    await database.sql("UPDATE setting SET value = '{}' WHERE key = 'gate'");
  });

  it("is not called self-signed by someone who is no author", async () => {
    const { claimId, editor, hash } = await scene.ready();
    const self = { selfSigned: true, selfReason: "Alone tonight." };
    expect((await refusalOf(scene.signOff(claimId, editor, hash, self))).code).toBe(check);
  });
});

describe("a publication", () => {
  it("needs its own sign-off, for the same claim and the same revision", async () => {
    const [one, other] = [await scene.ready(), await scene.ready()];
    const signOffId = await scene.signOff(one.claimId, one.editor, one.hash);
    expect((await refusalOf(scene.publication(one.claimId, "no-such-sign-off", one.hash, 1))).code).toBe(
      check,
    );
    expect((await refusalOf(scene.publication(other.claimId, signOffId, other.hash, 1))).code).toBe(check);
    expect((await refusalOf(scene.publication(one.claimId, signOffId, revisionHash("else"), 1))).code).toBe(
      check,
    );
    expect(
      (await refusalOf(scene.publication(one.claimId, signOffId, one.hash, 1, { kind: "retraction" }))).code,
    ).toBe(check);
    await scene.publication(one.claimId, signOffId, one.hash, 1);
    expect((await refusalOf(scene.publication(one.claimId, signOffId, one.hash, 2))).code).toBe(unique);
  });

  it("has the next number, at its claim's address", async () => {
    const { claimId, editor, hash } = await scene.ready();
    const signOffId = await scene.signOff(claimId, editor, hash);
    expect((await refusalOf(scene.publication(claimId, signOffId, hash, 2))).code).toBe(unique);
    const elsewhere = recordOf("elsewhere", 1);
    const moved = { slug: "elsewhere", recordText: elsewhere.text, sha256: elsewhere.sha256 };
    expect((await refusalOf(scene.publication(claimId, signOffId, hash, 1, moved))).code).toBe(check);
  });

  it("is hashed and signed, and its text says what its columns say", async () => {
    const { claimId, editor, hash } = await scene.ready();
    const signOffId = await scene.signOff(claimId, editor, hash);
    const attempt = (more: Record<string, unknown>) =>
      refusalOf(scene.publication(claimId, signOffId, hash, 1, more));
    expect((await attempt({ sha256: revisionHash("else") })).code).toBe(check);
    expect((await attempt({ signature: "" })).code).toBe(check);
    const silent = '{"kind":"publication"}';
    expect((await attempt({ recordText: silent, sha256: revisionHash(silent) })).code).toBe(check);
    const other = recordOf(await scene.slugOf(claimId), 7);
    expect((await attempt({ recordText: other.text, sha256: other.sha256 })).code).toBe(check);
    expect((await attempt({ correctionClass: "typo", correctionReason: "x" })).code).toBe(check);
  });
});

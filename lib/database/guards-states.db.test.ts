import { beforeAll, describe, expect, it } from "vitest";
import { makeScene, recordOf, refusalOf, type Scene } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";

const database = useTestDatabase();
let scene: Scene;
const check = "23514";
const unique = "23505";

beforeAll(() => {
  scene = makeScene(database);
});

describe("states", () => {
  const all = ["new", "researching", "in-review", "ready", "published", "declined", "retracted"];

  it("begin as new", async () => {
    const by = await scene.person("checker");
    for (const state of all.slice(1))
      expect((await refusalOf(scene.claim(by, { state, declineReason: "other" }))).code).toBe(check);
  });

  it.each([
    ["new", [], ["researching", "declined"]],
    ["researching", ["researching"], ["in-review", "declined"]],
    ["in-review", ["researching", "in-review"], ["researching", "ready"]],
    ["ready", ["researching", "in-review", "ready"], ["researching", "in-review"]],
    ["declined", ["declined"], ["researching"]],
  ])("from %s go only where the workflow leads", async (state, path, allowed) => {
    const by = await scene.person("checker");
    for (const to of all.filter((other) => other !== state)) {
      const claimId = await scene.claim(by, { declineReason: "other" });
      await scene.go(claimId, ...path);
      const attempt = scene.go(claimId, to);
      if (allowed.includes(to)) await attempt;
      else expect((await refusalOf(attempt)).code, `${state} → ${to}`).toBe(check);
    }
  });

  it("reach published only with a signed publication of the latest revision", async () => {
    const { claimId, editor, hash } = await scene.ready();
    expect((await refusalOf(scene.go(claimId, "published"))).code).toBe(check);
    const signOffId = await scene.signOff(claimId, editor, hash);
    expect((await refusalOf(scene.go(claimId, "published"))).code).toBe(check);
    await scene.publication(claimId, signOffId, hash, 1);
    await scene.go(claimId, "published");
  });

  it("do not reach published again on the strength of the version before", async () => {
    const { claimId, editor } = await scene.published();
    await scene.corrected(claimId, editor);
    expect((await refusalOf(scene.go(claimId, "published"))).code).toBe(check);
  });

  it("are new again only where the log says that the claim was declined as new", async () => {
    const by = await scene.person("checker");
    for (const [from, code] of [
      ["new", null],
      ["researching", check],
    ] as const) {
      const claimId = await scene.claim(by, { declineReason: "other" });
      await scene.go(claimId, ...(from === "new" ? ["declined"] : ["researching", "declined"]));
      const entry = { event: "claim.declined", subjectKind: "claim", subjectId: claimId, commitment: "00" };
      await scene.add("log_entry", { id: scene.id(), at: new Date(), claimId, fromState: from, ...entry });
      const attempt = scene.go(claimId, "new");
      if (code) expect((await refusalOf(attempt)).code).toBe(code);
      else await attempt;
    }
  });

  it("leave published only by a correction or a signed retraction, and retracted never", async () => {
    const { claimId, editor, hash } = await scene.published();
    for (const to of ["new", "researching", "in-review", "ready", "declined", "retracted"]) {
      expect((await refusalOf(scene.go(claimId, to))).code, to).toBe(check);
    }
    const retraction = await scene.signOff(claimId, editor, hash, { action: "retract" });
    await scene.publication(claimId, retraction, hash, 2, { kind: "retraction" });
    await scene.go(claimId, "retracted");
    for (const to of all.slice(0, -1)) expect((await refusalOf(scene.go(claimId, to))).code, to).toBe(check);
  });

  it("a declined claim has one of the known reasons", async () => {
    const claimId = await scene.claim(await scene.person("checker"));
    expect((await refusalOf(scene.go(claimId, "declined"))).code).toBe(check);
  });
});

describe("what is published stands", () => {
  it("evidence and verdict wait for a correction, reviews for review", async () => {
    const { claimId, author, editor } = await scene.published();
    const articleId = await scene.article(author);
    const quoteId = await scene.quote(articleId, await scene.capture(articleId, author), author);
    const late = await refusalOf(scene.evidence(claimId, articleId, quoteId, author));
    expect(late.message).toContain("open-a-correction");
    expect((await refusalOf(scene.add("verdict", { claimId, summary: [] }))).message).toContain(
      "open-a-correction",
    );
    expect((await refusalOf(scene.review(claimId, author))).code).toBe(check);
    await scene.corrected(claimId, editor);
    await scene.evidence(claimId, articleId, quoteId, author);
    await scene.review(claimId, author);
  });

  it("a public address never changes", async () => {
    const { claimId } = await scene.ready();
    expect(
      (await refusalOf(database.sql("UPDATE claim SET slug = 'another' WHERE id = $1", [claimId]))).code,
    ).toBe(check);
    expect(
      (await refusalOf(database.sql("UPDATE claim SET slug = NULL WHERE id = $1", [claimId]))).code,
    ).toBe(check);
  });

  it("one correction is open at a time, with a reason", async () => {
    const { claimId, editor } = await scene.published();
    const open = (reason: string) =>
      scene.add("correction", { id: scene.id(), claimId, class: "typo", reason, openedById: editor });
    expect((await refusalOf(open(" "))).code).toBe(check);
    await open("A name was misspelt.");
    expect((await refusalOf(open("Another."))).code).toBe(unique);
  });

  it("a notice is an editor's, and a deactivated account reviews nothing", async () => {
    const { claimId, author } = await scene.published();
    const slug = await scene.slugOf(claimId);
    const { text, sha256 } = recordOf(slug, 1, "notice", "x");
    const notice = {
      id: scene.id(),
      claimId,
      slug,
      kind: "outdated",
      recordText: text,
      sha256,
      signature: "s",
      keyId: "k",
      publishedAt: new Date(),
    };
    expect((await refusalOf(scene.add("notice", { ...notice, editorId: author }))).code).toBe(check);
    const open = await scene.ready();
    const gone = await scene.person("checker", { deactivatedAt: new Date() });
    expect((await refusalOf(scene.review(open.claimId, gone))).code).toBe(check);
  });
});

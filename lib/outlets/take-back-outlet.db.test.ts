import { beforeAll, describe, expect, it } from "vitest";
import { done, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { refusalOf } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { getArticle } from "../articles/queries";
import { decideAttribution } from "../attributions/commands/decide-attribution";
import { createClaim } from "../claims/commands/create-claim";
import { openClaim } from "../claims/queries";
import { linkEntities } from "../entities/commands/link-entities";
import { addEvidence } from "../evidence/commands";
import { changedSince } from "../undo/own-entry.server";
import { takeBack } from "../undo/take-back.server";
import { editOutlet, nameOutlet } from "./commands/edit-outlet";
import { mergeOutlets } from "./commands/merge-outlets";
import { getOutlet, listOutlets } from "./queries";

const database = useTestDatabase();
let checker: Viewer;
let editor: Viewer;
let other: Viewer;

beforeAll(async () => {
  checker = await database.makeViewer("checker", "Checker");
  editor = await database.makeViewer("editor", "Editor");
  other = await database.makeViewer("editor", "Another editor");
});

const now = () => new Date();
const words = "Four cranes were ordered last year.";
let count = 0;

const articleOf = async (outlet: string) => {
  const input = { text: `News ${(count += 1)}\n\n${words}\n`, outlet };
  return (await done(addArticle(checker, input, now()))).articleId;
};
const outletIn = async (articleId: string) => (await getArticle(wholeDesk, articleId))!.outlet;
const begun = async (name: string) => {
  const articleId = await articleOf(name);
  return { articleId, id: (await listOutlets({ q: name })).items[0]!.id };
};
const edit = async (id: string, more: Partial<Parameters<typeof editOutlet>[2]>, viewer = editor) => {
  const { name, host, agency, owner, version } = (await getOutlet(id))!;
  const said = { name, host, agency, owner: owner?.name ?? null, version };
  return done(editOutlet(viewer, id, { ...said, ...more }, now()));
};
const undo = ({ entryId }: { entryId: string | null }, viewer = editor) =>
  takeBack(viewer, { entryId: entryId! }, now());
const known = async (id: string) => ({ ...(await getOutlet(id))!, version: 0 });
const stale = { kind: "conflict", code: "stale", detail: changedSince.detail };

describe("taking back an edit of an outlet", () => {
  it("gives name, host, owner and kind back, and keeps no name that was given by mistake", async () => {
    const { id } = await begun("Morning Quay");
    await edit(id, { owner: "Quay Holding", host: "quay.example" });
    const before = await known(id);
    const done1 = await edit(id, { name: "Mourning Key", owner: null, host: null, agency: true });
    // Twice, as by whoever lost the answer: it is put back once.
    for (let twice = 0; twice < 2; twice += 1) await done(undo(done1));
    expect(await known(id)).toEqual(before);
    expect((await getOutlet(id))!.version).toBe(3);
    // The mistaken name is nobody's: an article that gives it has an outlet of its own.
    expect(await outletIn(await articleOf("Mourning Key"))).toBe("Mourning Key");
    expect(await outletIn(await articleOf("Morning Quay"))).toBe("Morning Quay");
  });

  it("makes a name that was another name before one again, written as it was", async () => {
    const { id } = await begun("Evening Quay");
    await done(nameOutlet(editor, id, { name: "EQ Online" }, now()));
    const before = await known(id);
    await done(undo(await edit(id, { name: "EQ online" })));
    expect(await known(id)).toEqual(before);
    await done(undo(await edit(id, { name: "EVENING QUAY" })));
    expect(await known(id)).toEqual(before);
  });

  it("suggests no more what it suggested of articles of one owner, but for what somebody decided", async () => {
    const [first, second, third] = [await begun("Dam One"), await begun("Dam Two"), await begun("Dam Three")];
    const { claimId } = await done(createClaim(checker, { text: "Dams" }, now()));
    for (const { articleId } of [first, second, third]) {
      const evidence = { articleId, quote: { exact: words }, stance: "supports" } as const;
      await done(addEvidence(checker, claimId, evidence, now()));
    }
    const suggested = async () =>
      database.sql<{ id: string; status: string }>(
        `SELECT id, status FROM attribution WHERE type = 'same-owner' AND ("fromArticleId" = $1 OR "toArticleId" = $1)`,
        [first.articleId],
      );
    await edit(second.id, { owner: "Dam Holding" });
    await edit(third.id, { owner: "Dam Holding" });
    const owned = await edit(first.id, { owner: "Dam Holding" });
    const [kept, dropped] = await suggested();
    expect([kept?.status, dropped?.status]).toEqual(["suggested", "suggested"]);
    await done(decideAttribution(checker, kept!.id, { status: "rejected" }, now()));
    await done(undo(owned));
    expect(await suggested()).toEqual([{ id: kept!.id, status: "rejected" }]);
    // What the others' owners suggest stays.
    const others = await database.sql(
      `SELECT 1 FROM attribution WHERE type = 'same-owner' AND status = 'suggested' AND "fromArticleId" = ANY($1)`,
      [[second.articleId, third.articleId]],
    );
    expect(others).toHaveLength(1);
  });

  it("is refused once somebody changed it, for somebody else, and for who may not change outlets", async () => {
    const { id } = await begun("Refused Quay");
    const first = await edit(id, { agency: true });
    expect(await refused(undo(first, other))).toMatchObject({ kind: "not_found" });
    expect(await refused(undo(first, { ...editor, role: "checker" }))).toMatchObject({ kind: "forbidden" });
    await edit(id, { host: "refused.example" }, other);
    const before = await getOutlet(id);
    expect(await refused(undo(first))).toMatchObject(stale);
    expect(await getOutlet(id)).toEqual(before);
  });

  it("writes nothing, and has nothing to take back, when nothing was changed", async () => {
    const { id } = await begun("Same Quay");
    expect(await edit(id, {})).toEqual({ outletId: id, version: 0, entryId: null });
  });

  it("makes whoever does it an author of the claims that print the name", async () => {
    const { id, articleId } = await begun("Printed Quay");
    const renamed = await edit(id, { name: "Printed Pier" });
    const { claimId } = await done(createClaim(checker, { text: "Printed" }, now()));
    const evidence = { articleId, quote: { exact: words }, stance: "supports" } as const;
    await done(addEvidence(checker, claimId, evidence, now()));
    const authors = async () => (await openClaim(claimId, now()))!.dossier.authorIds;
    expect(await authors()).not.toContain(editor.id);
    await done(undo(renamed));
    expect(await authors()).toContain(editor.id);
  });
});

describe("taking back that the owner of one outlet is part of another's", () => {
  it("suggests no more that their articles have one owner", async () => {
    const [first, second] = [await begun("Weir One"), await begun("Weir Two")];
    await edit(first.id, { owner: "Weir House" });
    await edit(second.id, { owner: "Weir Holding" });
    const { claimId } = await done(createClaim(checker, { text: "Weirs" }, now()));
    for (const { articleId } of [first, second]) {
      const evidence = { articleId, quote: { exact: words }, stance: "supports" } as const;
      await done(addEvidence(checker, claimId, evidence, now()));
    }
    const suggested = async () =>
      (
        await database.sql(
          `SELECT 1 FROM attribution WHERE type = 'same-owner' AND $1 IN ("fromArticleId", "toArticleId")`,
          [first.articleId],
        )
      ).length;
    const ownerId = (await getOutlet(first.id))!.owner!.id;
    const linked = await done(linkEntities(editor, ownerId, { kind: "part-of", to: "Weir Holding" }, now()));
    expect(await suggested()).toBe(1);
    await done(undo(linked));
    expect(await suggested()).toBe(0);
  });
});

describe("taking back another name", () => {
  it("leaves the outlet the articles that gave it, and is refused once the name is its own", async () => {
    const { id } = await begun("Named Quay");
    const named = await done(nameOutlet(editor, id, { name: "NQ" }, now()));
    const meanwhile = await articleOf("NQ");
    for (let twice = 0; twice < 2; twice += 1) await done(undo(named));
    expect((await getOutlet(id))!.otherNames).toEqual([]);
    expect(await outletIn(meanwhile)).toBe("Named Quay");
    const again = await done(nameOutlet(editor, id, { name: "NQ" }, now()));
    await edit(id, { name: "NQ" }, other);
    expect(await refused(undo(again))).toMatchObject(stale);
    expect(await getOutlet(id)).toMatchObject({ name: "NQ", otherNames: ["Named Quay"] });
  });

  it("never deletes an outlet, whoever asks the database", async () => {
    const { id } = await begun("Standing Quay");
    await database.sqlOwner(`UPDATE article SET "outletId" = NULL WHERE "outletId" = $1`, [id]);
    const refusal = await refusalOf(database.sql("DELETE FROM outlet WHERE id = $1", [id]));
    expect(refusal.message).toContain("never deleted");
  });
});

describe("taking back that two outlets are one", () => {
  const two = async (name: string) => {
    const [from, into] = [await begun(`${name} Ltd`), await begun(name)];
    await done(nameOutlet(editor, from.id, { name: `${name} Short` }, now()));
    await edit(from.id, { host: `${name}.example`.toLowerCase(), owner: `${name} Holding` });
    const merge = () => done(mergeOutlets(editor, from.id, { into: name }, now()));
    return { from, into, merge };
  };

  it("suggests no more that articles have one owner, which only the merge gave them", async () => {
    const { from, into, merge } = await two("Owned");
    const third = await begun("Owned Elsewhere");
    await edit(third.id, { owner: "Owned Holding" });
    const { claimId } = await done(createClaim(checker, { text: "Owned" }, now()));
    for (const { articleId } of [into, third]) {
      const evidence = { articleId, quote: { exact: words }, stance: "supports" } as const;
      await done(addEvidence(checker, claimId, evidence, now()));
    }
    const suggested = async () =>
      (
        await database.sql(
          `SELECT 1 FROM attribution WHERE type = 'same-owner' AND "fromArticleId" = ANY($1) AND "toArticleId" = ANY($1)`,
          [[into.articleId, third.articleId, from.articleId]],
        )
      ).length;
    const merged = await merge();
    expect(await suggested()).toBe(1);
    await done(undo(merged));
    expect(await suggested()).toBe(0);
  });

  it("gives each its articles, names, host and owner back; what came since stays where it came", async () => {
    const { from, into, merge } = await two("Joined");
    const before = [await known(from.id), await known(into.id)];
    const merged = await merge();
    const meanwhile = await articleOf("Joined Ltd");
    for (let twice = 0; twice < 2; twice += 1) await done(undo(merged));
    expect(await known(from.id)).toEqual(before[0]);
    expect(await known(into.id)).toEqual({ ...before[1]!, articles: before[1]!.articles + 1 });
    expect(await outletIn(from.articleId)).toBe("Joined Ltd");
    expect(await outletIn(meanwhile)).toBe("Joined");
    expect(await outletIn(await articleOf("Joined Short"))).toBe("Joined Ltd");
  });

  it("is refused once the outlet that is left was changed, and moves nothing", async () => {
    const { from, into, merge } = await two("Parted");
    const merged = await merge();
    await edit(into.id, { agency: true }, other);
    expect(await refused(undo(merged))).toMatchObject(stale);
    expect(await outletIn(from.articleId)).toBe("Parted");
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { done, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { refusalOf } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { getArticle } from "../articles/queries";
import { createClaim } from "../claims/commands/create-claim";
import { openClaim } from "../claims/queries";
import { decideEntityLink, linkEntities } from "../entities/commands/link-entities";
import { addEntity, editEntity } from "../entities/commands/edit-entity";
import { getEntity, listEntities } from "../entities/queries";
import { addEvidence } from "../evidence/commands";
import { claimHistory } from "../log/claim-history.server";
import { takeBack } from "../undo/take-back.server";
import { editOutlet, nameOutlet } from "./commands/edit-outlet";
import { mergeOutlets } from "./commands/merge-outlets";
import { getOutlet, listOutlets } from "./queries";

const database = useTestDatabase();
let checker: Viewer;
let editor: Viewer;

beforeAll(async () => {
  checker = await database.makeViewer("checker", "Checker");
  editor = await database.makeViewer("editor", "Editor");
});

const now = () => new Date();
const words = "Four cranes were ordered last year.";
let count = 0;

const articleOf = async (outlet?: string, url?: string) => {
  const text = `News ${(count += 1)}\n\n${words}\n`;
  const { articleId } = await done(
    addArticle(checker, { text, ...(outlet ? { outlet } : {}), ...(url ? { url } : {}) }, now()),
  );
  return articleId;
};
const outletNamed = async (name: string) => (await listOutlets({ q: name })).items[0]!;
const edit = async (id: string, more: Partial<Parameters<typeof editOutlet>[2]>) => {
  const { name, host, agency, owner, version } = (await getOutlet(id))!;
  const said = { name, host, agency, owner: owner?.name ?? null, version };
  return editOutlet(editor, id, { ...said, ...more }, now());
};
const quoteOn = (claimId: string, articleId: string) =>
  done(addEvidence(checker, claimId, { articleId, quote: { exact: words }, stance: "supports" }, now()));
const suggestions = (articleIds: string[]) =>
  database.sql<{ rule: string; status: string }>(
    `SELECT rule, status FROM attribution WHERE type = 'same-owner' AND "fromArticleId" = ANY($1) AND "toArticleId" = ANY($1)`,
    [articleIds],
  );

describe("an outlet", () => {
  it("keeps its old name, and articles that give any of its names are its own", async () => {
    await articleOf("Harbour Gazette");
    const { id } = await outletNamed("Harbour Gazette");
    await done(edit(id, { name: "The New Gazette" }));
    await done(nameOutlet(editor, id, { name: "Gazette Online" }, now()));
    for (const name of ["Harbour Gazette", "gazette online", "New Gazette"])
      expect(await getArticle(wholeDesk, await articleOf(name))).toMatchObject({ outlet: "The New Gazette" });
    expect(await getOutlet(id)).toMatchObject({ articles: 4 });
    await done(edit(id, { name: "Harbour Gazette" }));
    expect((await getOutlet(id))!.otherNames.sort()).toEqual(["Gazette Online", "The New Gazette"]);
    expect(await refused(nameOutlet(editor, id, { name: "New gazette" }, now()))).toMatchObject({
      code: "name-taken",
    });
  });

  it("that turns out to be another gives it its articles and names, also to articles added meanwhile", async () => {
    await articleOf("Doubled Post");
    await articleOf("Doubled Post Ltd");
    const [from, into] = [await outletNamed("Doubled Post Ltd"), await outletNamed("Doubled Post")];
    await done(nameOutlet(editor, from.id, { name: "DP" }, now()));
    const [merged, added] = await Promise.all([
      mergeOutlets(editor, from.id, { into: "Doubled Post" }, now()),
      articleOf("DP"),
    ]);
    expect(merged.ok).toBe(true);
    expect(await getArticle(wholeDesk, added)).toMatchObject({ outlet: "Doubled Post" });
    expect(await getOutlet(from.id)).toMatchObject({ id: into.id, otherNames: ["Doubled Post Ltd", "DP"] });
    const stray = await database.sql(`SELECT 1 FROM article WHERE "outletId" = $1`, [from.id]);
    expect(stray).toEqual([]);
    const nested = database.sql(
      `INSERT INTO outlet (id, name, "nameKey", "sameAsId") VALUES ('n', 'Nested', 'nested', $1)`,
      [from.id],
    );
    expect((await refusalOf(nested)).message).toContain("another name");
  });

  it("is known by the host that a person gave it, and never guessed from one nobody gave", async () => {
    await articleOf("Hosted Times");
    const { id } = await outletNamed("Hosted Times");
    await done(edit(id, { host: "www.hosted.example" }));
    expect(await getArticle(wholeDesk, await articleOf(undefined, "https://hosted.example/a"))).toMatchObject(
      {
        outlet: "Hosted Times",
      },
    );
    expect(
      await getArticle(wholeDesk, await articleOf(undefined, "https://not.hosted.example/a")),
    ).toMatchObject({
      outlet: null,
    });
  });

  it("is saved once of two who changed it at once", async () => {
    await articleOf("Raced Herald");
    const { id } = await outletNamed("Raced Herald");
    const { version } = (await getOutlet(id))!;
    const both = await Promise.all([
      edit(id, { agency: true, version }),
      edit(id, { host: "raced.example", version }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: "stale" } });
  });

  it("shows both sides to whoever was slower, so that saving again overwrites nothing unseen", async () => {
    await articleOf("Sluggish Herald");
    const { id } = await outletNamed("Sluggish Herald");
    const { version } = (await getOutlet(id))!;
    await done(edit(id, { owner: "Herald Holding", agency: true, version }));
    const slower = await refused(edit(id, { owner: null, agency: false, host: "slow.example", version }));
    expect(slower.extra).toEqual({
      version: version + 1,
      conflict: [
        { field: "owner", mine: "", theirs: "Herald Holding" },
        { field: "host", mine: "slow.example", theirs: "" },
        { field: "agency", mine: "", theirs: "on" },
      ],
    });
  });

  it("makes whoever renames it an author of the claims that print its name", async () => {
    const articleId = await articleOf("Printed Daily");
    const { claimId } = await done(createClaim(checker, { text: "Printed" }, now()));
    await quoteOn(claimId, articleId);
    await done(edit((await outletNamed("Printed Daily")).id, { name: "Printed Weekly" }));
    expect((await openClaim(claimId, now()))!.dossier.authorIds).toContain(editor.id);
  });

  it("makes whoever renames it, makes it one with another or undoes that an author of claims that only appeared there", async () => {
    const articleId = await articleOf("Seen Daily");
    await articleOf("Seen Herald");
    const from = { articleId, quote: { exact: words } };
    const { claimId } = await done(createClaim(checker, { text: "Seen there first", from }, now()));
    await quoteOn(claimId, await articleOf("Another Paper"));
    const { id } = await outletNamed("Seen Daily");
    const [renames, merges] = [
      await database.makeViewer("editor", "Renames"),
      await database.makeViewer("editor", "Merges"),
    ];
    const authors = async () => {
      const rows = await database.sql<{ id: string }>("SELECT claim_authors($1) AS id", [claimId]);
      const { authorIds } = (await openClaim(claimId, now()))!.dossier;
      return [rows.map((row) => row.id).sort(), [...authorIds].sort()];
    };
    const both = (...people: Viewer[]) => {
      const ids = people.map((person) => person.id).sort();
      return [ids, ids];
    };
    const { name, host, agency, version } = (await getOutlet(id))!;
    const renamed = { name: `${name} News`, host, agency, owner: null, version };
    expect(await authors()).toEqual(both(checker));
    await done(editOutlet(renames, id, renamed, now()));
    expect(await authors()).toEqual(both(checker, renames));
    const merged = await done(mergeOutlets(merges, id, { into: "Seen Herald" }, now()));
    expect(await authors()).toEqual(both(checker, renames, merges));
    await database.sqlOwner(`DELETE FROM contribution WHERE "userId" = $1`, [merges.id]);
    await done(takeBack(merges, { entryId: merged.entryId }, now()));
    expect(await authors()).toEqual(both(checker, renames, merges));
  });

  it("is in the history of the claims that print it when it is renamed, made one with another, or that is undone", async () => {
    const articleId = await articleOf("Told Daily");
    await articleOf("Told Herald");
    const [{ claimId }, elsewhere] = [
      await done(createClaim(checker, { text: "It prints an outlet" }, now())),
      await done(createClaim(checker, { text: "It prints another" }, now())),
    ];
    await quoteOn(claimId, articleId);
    await quoteOn(elsewhere.claimId, await articleOf("Other Daily"));
    const told = async (id: string) => {
      const { entries } = await claimHistory(wholeDesk, id, { isBlind: false });
      return entries
        .filter(({ event }) => event.startsWith("outlet."))
        .map(({ event, detail }) => [event, detail])
        .reverse();
    };
    const { id } = await outletNamed("Told Daily");
    const undo = async (entryId: string | null) => done(takeBack(editor, { entryId: entryId! }, now()));
    // What is not printed of it is no entry.
    await done(edit(id, { agency: true }));
    await undo((await done(edit(id, { name: "Told Weekly" }))).entryId);
    await undo((await done(mergeOutlets(editor, id, { into: "Told Herald" }, now()))).entryId);
    expect(await told(claimId)).toEqual([
      ["outlet.edited", "Told Daily → Told Weekly"],
      ["outlet.edit-undone", "Told Weekly → Told Daily"],
      ["outlet.merged", "Told Daily → Told Herald"],
      ["outlet.merge-undone", "Told Herald → Told Daily"],
    ]);
    expect(await told(elsewhere.claimId)).toEqual([]);
  });
});

describe("one owner", () => {
  it("is suggested, once, between articles that meet on a claim, when it is entered and when they meet", async () => {
    const [a, b, c] = [await articleOf("Owned A"), await articleOf("Owned B"), await articleOf("Owned C")];
    const { claimId } = await done(createClaim(checker, { text: "Owned" }, now()));
    for (const articleId of [a, b]) await quoteOn(claimId, articleId);
    for (const name of ["Owned A", "Owned B", "Owned C"])
      await done(edit((await outletNamed(name)).id, { owner: "Owner Holding" }));
    expect(await suggestions([a, b, c])).toEqual([
      { rule: expect.stringContaining("Owner Holding"), status: "suggested" },
    ]);
    await quoteOn(claimId, c);
    expect(await suggestions([a, b, c])).toHaveLength(3);
    await done(edit((await outletNamed("Owned A")).id, { owner: null }));
    await done(edit((await outletNamed("Owned A")).id, { owner: "owner holding" }));
    expect(await suggestions([a, b, c])).toHaveLength(3);
  });

  it("follows from owners that people confirmed to be one, or part of one", async () => {
    const [a, b] = [await articleOf("Linked A"), await articleOf("Linked B")];
    const { claimId } = await done(createClaim(checker, { text: "Linked" }, now()));
    for (const articleId of [a, b]) await quoteOn(claimId, articleId);
    await done(edit((await outletNamed("Linked A")).id, { owner: "First House" }));
    await done(edit((await outletNamed("Linked B")).id, { owner: "Second House" }));
    expect(await suggestions([a, b])).toEqual([]);
    const [first] = (await listEntities({ q: "First House" })).items;
    await done(linkEntities(editor, first!.id, { kind: "part-of", to: "Second House" }, now()));
    expect(await suggestions([a, b])).toEqual([
      { rule: expect.stringContaining("Second House"), status: "suggested" },
    ]);
  });
});

describe("people and organisations", () => {
  it("that bear one name are suggested to be the same, once, until a person decides", async () => {
    const first = await done(
      addEntity(editor, { name: "Aurus LLC", kind: "organisation", otherNames: ["Aurus Motors"] }, now()),
    );
    const input = { name: "Aurus Motors Ltd", kind: "organisation", otherNames: [] } as const;
    const second = await done(addEntity(editor, { ...input, otherNames: [] }, now()));
    const [link] = (await getEntity(second.entityId))!.links;
    expect(link).toMatchObject({ kind: "same-as", status: "suggested", other: { id: first.entityId } });
    await done(decideEntityLink(editor, link!.id, { status: "rejected" }, now()));
    await done(editEntity(editor, second.entityId, { ...input, otherNames: ["Aurus"], version: 0 }, now()));
    expect((await getEntity(second.entityId))!.links).toMatchObject([{ status: "rejected" }]);
    const stale = editEntity(editor, second.entityId, { ...input, otherNames: [], version: 0 }, now());
    expect(await refused(stale)).toMatchObject({
      code: "stale",
      extra: { version: 1, conflict: [{ field: "otherNames", mine: "", theirs: "Aurus" }] },
    });
  });
});

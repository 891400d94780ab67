import { beforeAll, describe, expect, it } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { changedSince } from "../undo/own-entry.server";
import { takeBack } from "../undo/take-back.server";
import { addEntity, editEntity } from "./commands/edit-entity";
import { decideEntityLink, linkEntities } from "./commands/link-entities";
import { getEntity } from "./queries";
import type { EditEntityInput } from "./schema";
import { wasTakenBack } from "./take-back-entity.server";

const database = useTestDatabase();
let editor: Viewer;
let other: Viewer;

beforeAll(async () => {
  editor = await database.makeViewer("editor", "Editor");
  other = await database.makeViewer("editor", "Another editor");
});

const now = () => new Date();
const added = async (name: string, otherNames: string[] = []) => {
  const { entityId } = await done(addEntity(editor, { name, kind: "organisation", otherNames }, now()));
  return entityId;
};
const edit = async (id: string, more: Partial<EditEntityInput>, viewer = editor) => {
  const { name, kind, otherNames, version } = (await getEntity(id))!;
  return done(editEntity(viewer, id, { name, kind, otherNames, version, ...more }, now()));
};
const undo = ({ entryId }: { entryId: string | null }, viewer = editor) =>
  takeBack(viewer, { entryId: entryId! }, now());
const known = async (id: string) => ({ ...(await getEntity(id))!, version: 0 });
const linksOf = async (id: string) =>
  (await getEntity(id))!.links.map(({ kind, status, other: { name } }) => ({ kind, status, name }));
const stale = { kind: "conflict", code: "stale", detail: changedSince.detail };

describe("taking back that a person or organisation was added", () => {
  const add = (name: string, otherNames: string[] = []) =>
    done(addEntity(editor, { name, kind: "organisation", otherNames }, now()));

  it("leaves nothing of it but the log, with what a rule suggested of it", async () => {
    const namesake = await added("Gannet Works");
    const made = await add("Gannet Works Ltd");
    expect(await linksOf(namesake)).toMatchObject([{ status: "suggested" }]);
    // Twice, as by whoever lost the answer: it is taken back once.
    for (let twice = 0; twice < 2; twice += 1) await done(undo(made));
    expect([await getEntity(made.entityId), await linksOf(namesake)]).toEqual([null, []]);
    expect([await wasTakenBack(made.entityId), await wasTakenBack(namesake)]).toEqual([true, false]);
    const log = await database.sql(`SELECT event FROM log_entry WHERE "subjectId" = $1 ORDER BY id`, [
      made.entityId,
    ]);
    expect(log.map(({ event }) => event)).toEqual(["entity.added", "entity.add-undone"]);
  });

  it("is refused while something uses it, with what that is", async () => {
    const made = await add("Heron Holding");
    const { articleId } = await done(addArticle(editor, { mention: { outlet: "The Heron" } }, now()));
    await database.sql(
      `UPDATE outlet SET "ownerId" = $1 WHERE id = (SELECT "outletId" FROM article WHERE id = $2)`,
      [made.entityId, articleId],
    );
    expect(await refused(undo(made))).toMatchObject({
      kind: "conflict",
      code: "built-on",
      detail: "It stays, because by now “The Heron” belongs to it.",
    });
    const part = await add("Heron Boats");
    await done(linkEntities(other, part.entityId, { kind: "part-of", to: "Heron Holding" }, now()));
    expect(await refused(undo(part))).toMatchObject({
      detail: "It stays, because by now somebody said how it belongs with “Heron Holding”.",
    });
    const twin = await add("Heron Boats Ltd");
    const [link] = (await getEntity(twin.entityId))!.links;
    await done(decideEntityLink(other, link!.id, { status: "rejected" }, now()));
    expect(await refused(undo(twin))).toMatchObject({ code: "built-on" });
    for (const { entityId } of [made, part, twin]) expect(await getEntity(entityId)).not.toBeNull();
  });

  it("is refused once it was changed, for somebody else, and for who may not; the database keeps it too", async () => {
    const made = await add("Plover Works");
    expect(await refused(undo(made, other))).toMatchObject({ kind: "not_found" });
    expect(await refused(undo(made, { ...editor, role: "checker" }))).toMatchObject({ kind: "forbidden" });
    await edit(made.entityId, { otherNames: ["PW"] }, other);
    expect(await refused(undo(made))).toMatchObject(stale);
    await expect(database.sql(`DELETE FROM entity WHERE id = $1`, [made.entityId])).rejects.toThrow(
      "never deleted",
    );
    const owner = await add("Plover Owner");
    await done(addArticle(editor, { mention: { outlet: "The Plover" } }, now()));
    await database.sql(`UPDATE outlet SET "ownerId" = $1 WHERE name = 'The Plover'`, [owner.entityId]);
    await expect(database.sql(`DELETE FROM entity WHERE id = $1`, [owner.entityId])).rejects.toThrow(
      "outlet_ownerId_fkey",
    );
  });
});

describe("taking back an edit of a person or organisation", () => {
  it("gives names, kind and interests back, and suggests no more what the edit suggested", async () => {
    const namesake = await added("Sable Works");
    const id = await added("Heron Works", ["Heron"]);
    await edit(id, { interests: "It sells ferries.", interestsSource: "Its report" });
    const before = await known(id);
    const edited = await edit(id, {
      ...{ name: "Sable Works Ltd", kind: "person", otherNames: [] },
      ...{ interests: null, interestsSource: null },
    });
    expect(await linksOf(namesake)).toMatchObject([{ status: "suggested" }]);
    // Twice, as by whoever lost the answer: it is put back once.
    for (let twice = 0; twice < 2; twice += 1) await done(undo(edited));
    expect(await known(id)).toEqual(before);
    expect(await linksOf(namesake)).toEqual([]);
  });

  it("leaves what somebody decided meanwhile about a suggestion of it", async () => {
    const namesake = await added("Osprey Works");
    const id = await added("Finch Works");
    const edited = await edit(id, { otherNames: ["Osprey Works"] });
    const [link] = (await getEntity(namesake))!.links;
    await done(decideEntityLink(other, link!.id, { status: "confirmed" }, now()));
    await done(undo(edited));
    expect(await linksOf(id)).toEqual([{ kind: "same-as", status: "confirmed", name: "Osprey Works" }]);
  });

  it("is refused once somebody changed it, for somebody else, and for who may not", async () => {
    const id = await added("Crane Works");
    const edited = await edit(id, { name: "Crain Works" });
    expect(await refused(undo(edited, other))).toMatchObject({ kind: "not_found" });
    expect(await refused(undo(edited, { ...editor, role: "checker" }))).toMatchObject({ kind: "forbidden" });
    await edit(id, { otherNames: ["CW"] }, other);
    const before = await getEntity(id);
    expect(await refused(undo(edited))).toMatchObject(stale);
    expect(await getEntity(id)).toEqual(before);
    expect(await edit(id, {})).toMatchObject({ entryId: null });
  });
});

describe("taking back what was said of two people or organisations", () => {
  it("is gone when it was new, and a suggestion again, or what was decided before, when it was there", async () => {
    const id = await added("Swift House");
    const linked = await done(linkEntities(editor, id, { kind: "part-of", to: "Swift Holding" }, now()));
    for (let twice = 0; twice < 2; twice += 1) await done(undo(linked));
    expect(await linksOf(id)).toEqual([]);

    const twin = await added("Swift House Ltd");
    const [link] = (await getEntity(twin))!.links;
    const decide = (status: "confirmed" | "rejected", viewer = editor) =>
      done(decideEntityLink(viewer, link!.id, { status }, now()));
    const confirmed = await decide("confirmed");
    await done(undo(confirmed));
    const suggested = { status: "suggested", decidedById: null, decidedAt: null };
    const row = async () => (await database.sql("SELECT * FROM entity_link WHERE id = $1", [link!.id]))[0];
    expect(await row()).toMatchObject(suggested);
    await decide("rejected", other);
    const rejected = await row();
    // Said by hand over somebody's decision: theirs stands again, with their name.
    const said = await done(linkEntities(editor, twin, { kind: "same-as", to: "Swift House" }, now()));
    expect(said.linkId).toBe(link!.id);
    await done(undo(said));
    expect(await row()).toEqual(rejected);
  });

  it("is refused once it was decided otherwise, and for somebody else", async () => {
    const id = await added("Wren House");
    const linked = await done(linkEntities(editor, id, { kind: "part-of", to: "Wren Holding" }, now()));
    expect(await refused(undo(linked, other))).toMatchObject({ kind: "not_found" });
    await done(decideEntityLink(other, linked.linkId, { status: "rejected" }, now()));
    expect(await refused(undo(linked))).toMatchObject(stale);
    expect(await linksOf(id)).toMatchObject([{ status: "rejected" }]);
    // So it is for a page from before.
    const late = decideEntityLink(
      editor,
      linked.linkId,
      { status: "confirmed", expected: "suggested" },
      now(),
    );
    expect(await refused(late)).toMatchObject({ kind: "conflict", code: "stale" });
    expect(await linksOf(id)).toMatchObject([{ status: "rejected" }]);
    const again = decideEntityLink(other, linked.linkId, { status: "rejected" }, now());
    expect(await done(again)).toMatchObject({ entryId: null });
  });
});

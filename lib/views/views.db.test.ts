import { beforeAll, describe, expect, it } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { takeBack } from "../undo/take-back.server";
import { removeView, saveView } from "./commands";
import { listViews } from "./queries";

const database = useTestDatabase();
let checker: Viewer;
let other: Viewer;
let editor: Viewer;
const now = new Date();

beforeAll(async () => {
  checker = await database.makeViewer("checker", "Author");
  other = await database.makeViewer("checker", "Other");
  editor = await database.makeViewer("editor", "Editor");
});

const seenBy = async (viewer: Viewer, name: string) =>
  (await listViews(viewer)).filter(({ label }) => label === name);

describe("saved views", () => {
  it("are one's own, or the team's", async () => {
    await done(saveView(checker, { name: "Mine only", query: "topic=cars", isTeam: false }, now));
    await done(saveView(checker, { name: "For all", query: "topic=boats", isTeam: true }, now));
    expect(await seenBy(checker, "Mine only")).toMatchObject([{ kind: "personal", isMine: true }]);
    expect(await seenBy(other, "Mine only")).toEqual([]);
    expect(await seenBy(other, "For all")).toMatchObject([
      { kind: "team", isMine: false, query: "topic=boats" },
    ]);
  });

  it("keep filters and order, without the place in the list and without what makes no sense", async () => {
    const query = "topic=cars&sort=reach&state=sold&view=x&cursor=never";
    await done(saveView(checker, { name: "Cars", query, isTeam: false }, now));
    expect(await seenBy(checker, "Cars")).toMatchObject([{ query: "topic=cars&sort=reach" }]);
  });

  it("are written over by the same person under the same name, and by nobody else", async () => {
    const name = "Ferries";
    const first = await done(saveView(checker, { name, query: "topic=a", isTeam: true }, now));
    const again = await done(saveView(checker, { name, query: "topic=b", isTeam: true }, now));
    const theirs = await done(saveView(other, { name, query: "topic=c", isTeam: false }, now));
    expect(again.viewId).toBe(first.viewId);
    expect(theirs.viewId).not.toBe(first.viewId);
    expect((await seenBy(checker, name)).map(({ query }) => query)).toEqual(["topic=b"]);
  });

  it("are removed by whoever made them; the team's also by an editor; others are not told of them", async () => {
    const mine = await done(saveView(checker, { name: "A", query: "topic=a", isTeam: false }, now));
    const team = await done(saveView(checker, { name: "B", query: "topic=b", isTeam: true }, now));
    expect((await refused(removeView(other, mine, now))).kind).toBe("not_found");
    expect((await refused(removeView(editor, mine, now))).kind).toBe("not_found");
    expect((await refused(removeView(other, team, now))).kind).toBe("forbidden");
    await done(removeView(editor, team, now));
    await done(removeView(checker, mine, now));
    expect([...(await seenBy(checker, "A")), ...(await seenBy(checker, "B"))]).toEqual([]);
  });

  it("are as they were once it is taken back that they were saved, written over or removed", async () => {
    const undo = (viewer: Viewer, { entryId }: { entryId: string }) => takeBack(viewer, { entryId }, now);
    const save = (query: string) => done(saveView(checker, { name: "Undone", query, isTeam: true }, now));
    const first = await save("topic=a");
    const second = await save("topic=b");
    expect(await refused(undo(checker, first))).toMatchObject({ kind: "conflict", code: "stale" });
    for (let twice = 0; twice < 2; twice += 1) await done(undo(checker, second));
    const kept = await seenBy(checker, "Undone");
    expect(kept).toMatchObject([{ id: first.viewId, query: "topic=a", isMine: true }]);
    const removed = await done(removeView(editor, first, now));
    for (let twice = 0; twice < 2; twice += 1) await done(undo(editor, removed));
    expect(await seenBy(checker, "Undone")).toEqual(kept);
    const again = await done(removeView(editor, first, now));
    const anew = await save("topic=c");
    expect(await refused(undo(editor, again))).toMatchObject({ code: "stale" });
    for (let twice = 0; twice < 2; twice += 1) await done(undo(checker, anew));
    expect(await seenBy(checker, "Undone")).toEqual([]);
  });

  it("are renamed and shared by whoever made them, and that is taken back too", async () => {
    const view = { query: "topic=r", isTeam: false };
    const { viewId } = await done(saveView(checker, { ...view, name: "Before" }, now));
    await done(saveView(checker, { ...view, name: "Taken" }, now));
    const change = (viewer: Viewer, name: string) =>
      saveView(viewer, { ...view, name, isTeam: true, viewId }, now);
    expect(await refused(change(checker, "Taken"))).toMatchObject({ code: "name-taken" });
    expect(await refused(change(other, "Theirs"))).toMatchObject({ kind: "not_found" });
    const changed = await done(change(checker, "After"));
    expect(await seenBy(other, "After")).toMatchObject([{ id: viewId, kind: "team" }]);
    expect(await seenBy(checker, "Before")).toEqual([]);
    await done(takeBack(checker, { entryId: changed.entryId }, now));
    expect(await seenBy(checker, "Before")).toMatchObject([{ id: viewId, kind: "personal" }]);
    expect(await seenBy(other, "After")).toEqual([]);
  });

  it("do not take the name of a view that the desk comes with", async () => {
    const refusal = await refused(
      saveView(checker, { name: "needs you", query: "needs=all", isTeam: false }, now),
    );
    expect(refusal.code).toBe("name-taken");
  });
});

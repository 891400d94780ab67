import { expect, it } from "vitest";
import { done } from "../../../scripts/test/desk-scene";
import { useTestDatabase } from "../../../scripts/test/test-database";
import { removeView, saveView } from "../../../lib/views/commands";
import { addArticle } from "../../../lib/articles/commands/add-article";
import { createClaim } from "../../../lib/claims/commands/create-claim";
import { newId } from "../../../lib/core/new-id.server";
import { openQueue } from "./open-queue";
import { one } from "./read-queue";

const database = useTestDatabase();

it("a saved view that somebody removed, or keeps for themselves, is said to be gone to whoever has its address", async () => {
  const [owner, other] = [
    await database.makeViewer("checker", "Owner"),
    await database.makeViewer("checker", "Other"),
  ];
  const now = new Date();
  const opened = async (viewId: string) => {
    const { isViewGone, current } = await openQueue(other, { view: viewId }, now);
    return { isViewGone, label: current.view?.label };
  };
  const view = { name: "Cranes", query: "q=cranes" };
  const { viewId } = await done(saveView(owner, { ...view, isTeam: true }, now));
  expect(await opened(viewId)).toEqual({ isViewGone: false, label: "Cranes" });
  await done(saveView(owner, { ...view, isTeam: false, viewId }, now));
  expect(await opened(viewId)).toEqual({ isViewGone: true, label: "Needs you" });
  await done(removeView(owner, { viewId }, now));
  expect((await openQueue(owner, { view: viewId }, now)).isViewGone).toBe(true);
  expect((await openQueue(owner, { view: "mine" }, now)).isViewGone).toBe(false);
  expect((await openQueue(owner, {}, now)).isViewGone).toBe(false);
});

it("the article that a list rests on is called by its title, for whoever may see it; else it is as one that is not there", async () => {
  const owner = await database.makeViewer("checker", "Owner");
  const input = { title: "Seven ferries", text: "The board ordered seven ferries." };
  const { articleId } = await done(addArticle(owner, input, new Date()));
  const called = async (viewer: typeof owner, article: string) =>
    (await openQueue(viewer, { article }, new Date())).article;
  const intern = { ...(await database.makeViewer("checker", "Learner")), sees: "own" } as const;
  expect(await called(owner, articleId)).toBe("Seven ferries");
  expect(await called(intern, articleId)).toBeNull();
  expect(await called(owner, newId())).toBeNull();
  expect((await openQueue(owner, {}, new Date())).article).toBeNull();
});

it("words with a character that no text holds are looked for without it, and that character alone asks for nothing", async () => {
  const owner = await database.makeViewer("checker", "Owner");
  const { filters, page } = await openQueue(owner, { q: "cra\0nes", topic: "\0" }, new Date());
  expect(filters).toEqual({ q: "cranes", sort: "newest" });
  expect(page.items).toEqual([]);
  expect(one({ q: "\0" }, "q")).toBeUndefined();
  expect(one({ q: "six\0 ferries" }, "q")).toBe("six ferries");
});

it("an address that asks for some claims knows when there are none at all, and whom a first verdict lacks", async () => {
  const reader = await database.makeViewer("checker", "Reader");
  const asked = { q: "zzzz", needs: "review" };
  const { holdsNone, isFiltered, people } = await openQueue(reader, asked, new Date());
  expect({ holdsNone, isFiltered }).toEqual({ holdsNone: true, isFiltered: true });
  expect(Object.keys(people[0]!)).toEqual(["id", "name"]);
  await done(createClaim(reader, { text: "The board ordered seven ferries." }, new Date()));
  const later = await openQueue(reader, asked, new Date());
  expect({ holdsNone: later.holdsNone, rows: later.page.items }).toEqual({ holdsNone: false, rows: [] });
});

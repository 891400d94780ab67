import { expect, it } from "vitest";
import { done } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { createClaim } from "../claims/commands/create-claim";
import { pasteRows } from "../evidence/paste-rows.server";
import { articlesAt } from "./articles-at.server";
import { addArticle } from "./commands/add-article";

const database = useTestDatabase();
const now = () => new Date();

/** A page that a sheet named before somebody captured it under another address, which says that this is its own. */
async function namedAndCaptured(page: string) {
  const viewer = await database.makeViewer("checker", `Checker of ${page}`);
  const url = `https://news.example/${page}`;
  const named = await done(addArticle(viewer, { mention: { outlet: "News", url } }, now()));
  const html = `<html><head><title>Buses</title><link rel="canonical" href="${url}"></head>
    <body><article><h1>Buses of ${page}</h1><p>The council bought six buses for the ${page} line.</p></article></body></html>`;
  const captured = await done(addArticle(viewer, { html, url: `https://m.news.example/${page}` }, now()));
  expect(captured.articleId).not.toBe(named.articleId);
  return { viewer, url, captured: captured.articleId };
}

it("of two articles at an address the captured one is it, by whichever spelling of the address", async () => {
  const { viewer, url, captured } = await namedAndCaptured("a");
  const spelled = `${url}/?utm_source=mail`;
  const found = await articlesAt(viewer, [url, spelled, "https://news.example/nothing"]);
  expect([...found].map(([address, { id }]) => [address, id])).toEqual([
    [url, captured],
    [spelled, captured],
  ]);
});

it("a pasted row is logged from the captured article, and its page is not asked for again", async () => {
  const { viewer, url } = await namedAndCaptured("b");
  const { claimId } = await done(createClaim(viewer, { text: "The council bought buses" }, now()));
  const pasted = `${url}\tThe council bought six buses for the b line.`;
  expect(await pasteRows(viewer, claimId, pasted, now())).toMatchObject({ rows: [{ ok: true }], rest: "" });
});

it("a row pasted for a claim that is not there asks for no page", async () => {
  const viewer = await database.makeViewer("checker", "Nobody");
  const url = "https://news.example/never";
  expect(await pasteRows(viewer, "none", `${url}\tWords.`, now())).toMatchObject({
    rows: [],
    message: "There is no such claim, or you may not see it.",
  });
  expect((await articlesAt(viewer, [url])).size).toBe(0);
});

it("finds nothing that is not theirs for who sees their own work only", async () => {
  const { viewer, url, captured } = await namedAndCaptured("c");
  const other = await database.makeViewer("checker", "Intern");
  expect((await articlesAt({ ...other, sees: "own" }, [url])).size).toBe(0);
  expect((await articlesAt({ ...viewer, sees: "own" }, [url])).get(url)?.id).toBe(captured);
});

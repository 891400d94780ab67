import type { Page } from "@playwright/test";
import { extractHtml } from "@/lib/articles/extract-html.server";
import { anchorAt, matchQuote } from "@/lib/quotes/match-quote";
import { textFragmentUrl } from "@/lib/quotes/text-fragment";
import { closeListeners, serve } from "@/scripts/test/local-listener";
import { expect, test } from "./fixtures";

/** Pages with the passage that is quoted between ⟦ and ⟧; the rest keeps it out of sight, so that it must be scrolled to. */
const cases: [what: string, html: string][] = [
  [
    "commas, dashes and ampersands",
    "<p>He said R&amp;D cost — well-known, ⟦so-called “R&amp;D”, 12-13 &amp; more⟧ — in May.</p>",
  ],
  [
    "a word that stands before it too",
    "<p>The board sold boats.</p><p>The mayor ⟦sold⟧ boats, and nobody sold ropes.</p>",
  ],
  [
    "the same words in two paragraphs",
    "<p>In May it sold 12 boats at most.</p><p>In June ⟦it sold 12 boats⟧ at least.</p>",
  ],
  [
    "a passage in inline elements",
    "<p>It <b>bought ⟦at</b> least <i>nine</i> <a href='#x'>boats⟧</a> then.</p>",
  ],
  [
    "a passage over two paragraphs",
    "<p>It rained. ⟦The yard closed early.</p><p>Nobody was told⟧ about it.</p>",
  ],
  ["a list", "<ul><li>one</li><li>⟦two boats</li><li>three sails</li><li>four ropes⟧ and tar</li></ul>"],
  ["a passage at the end of the page", "<p>It was late. ⟦Nobody came.⟧</p>"],
  ["numbers side by side", "<p>It made 12 13 14 boats, then 12 13 ⟦14 15⟧ boats.</p>"],
  ["Ukrainian", "<p>За словами міністра, ⟦завод імпортував «щонайменше» 34 млн⟧ доларів.</p>"],
  ["Hebrew", "<p dir='rtl'>הנמל אמר כי ⟦נקנו שבע ספינות⟧ בשנה שעברה.</p>"],
  [
    "an emoji and a combining mark",
    "<p>The café cafe\u0301 🚢 sells ⟦cre\u0301me 🚢 bruˆle\u0301⟧ daily.</p>",
  ],
  [
    "soft hyphens and hard spaces",
    "<p>It im\u00adported ⟦at\u00a0least 34\u00a0mil\u00adlion dollars⟧ in parts.</p>",
  ],
  [
    "a long passage that repeats its last words",
    `<p>Before. ⟦${"It was said on that day that the yard had closed. ".repeat(4)}Then it ended, as it was said on that day⟧ by all.</p>`,
  ],
  ["marks of the directive in the words", "<p>It cost 5,-6 or ⟦7,-8,9 &amp;text=x⟧, they said.</p>"],
];

const shell = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
<style>body{font:20px sans-serif;margin:20px;width:600px}::target-text{background:#ff0;color:#00f}::highlight(expected){background:#ff0;color:#00f}.far{height:1500px}</style>
<article><p>It starts with a few words on the harbour, so that there is a page to read.</p><div class="far"></div>${body}</article></html>`;

const marked = (html: string) => shell(html.replace("⟦", "<!--from-->").replace("⟧", "<!--to-->"));

/** The link we would print for the passage: quoted from the captured text as a person would. */
function linkTo(html: string, url: string): string {
  const { fullText } = extractHtml(shell(html), url);
  const [before, rest] = fullText.split("⟦");
  const [exact, after] = rest!.split("⟧");
  const start = [...before!].length;
  const whole = before! + exact! + after!;
  const quote = anchorAt(whole, { start, end: start + [...exact!].length });
  expect(matchQuote(whole, quote)).toMatchObject({ found: "one", start });
  return textFragmentUrl(url, quote)!;
}

/** Marks the passage itself, as the browser marks the target of a link. */
async function markExpected(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeValue === "from") range.setStartAfter(node);
      if (node.nodeValue === "to") range.setEndBefore(node);
    }
    CSS.highlights.set("expected", new Highlight(range));
  });
}

test.afterAll(closeListeners);

test("a link to a quote marks exactly its words in the page", async ({ as }) => {
  test.setTimeout(120_000);
  const port = await serve((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(marked(cases[Number(request.url?.slice(1))]?.[1] ?? ""));
  });
  const [linked, plain] = [await as("reader"), await as("reader")];
  for (const [index, [what, html]] of cases.entries()) {
    const url = `http://127.0.0.1:${port}/${index}`;
    const link = linkTo(html, url);
    await linked.goto(link);
    await expect.poll(() => linked.evaluate(() => window.scrollY), `${what}: ${link}`).toBeGreaterThan(0);
    await plain.goto(url);
    await markExpected(plain);
    const shown = await linked.screenshot({ fullPage: true });
    const expected = await plain.screenshot({ fullPage: true });
    expect.soft(shown.equals(expected), `${what}: ${link}`).toBe(true);
  }
});

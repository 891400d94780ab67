import type { Page } from "@playwright/test";
import { axeFaults } from "@/scripts/test/axe-faults";
import { closeListeners, serve } from "@/scripts/test/local-listener";
import { expect, test } from "../fixtures";
import { sql } from "../sessions";

/** Other people's pages: a light blog as WordPress writes one, and a dark one as of Ghost, with styles that get in the way. */
const themes = {
  WordPress: {
    style:
      "body{font:18px/1.6 Georgia;background:#fff;color:#222}blockquote{font-style:italic;color:#999;background:#222;font-size:2em}p{text-indent:2em}a{color:#eee}",
    page: (block: string) =>
      `<div class="wp-site-blocks"><main class="entry-content wp-block-post-content is-layout-constrained"><h1>A post</h1>${block}<p>More.</p></main></div>`,
  },
  Ghost: {
    style:
      "body{font:20px/1.5 Arial;background:#15171a;color:#fff}.gh-content blockquote{border:0;color:#000;text-align:center}.gh-content a{color:#ff0}",
    page: (block: string) =>
      `<article class="gh-article"><section class="gh-content"><h1>A post</h1><!--kg-card-begin: html-->${block}<!--kg-card-end: html--></section></article>`,
  },
};

async function verdict(): Promise<{ slug: string; finding: string; claim: string }> {
  const [row] = await sql(
    `SELECT slug, finding, "claimText" FROM publication p WHERE kind = 'publication'
     AND NOT EXISTS (SELECT 1 FROM publication l WHERE l.slug = p.slug AND l.version > p.version) ORDER BY slug LIMIT 1`,
  );
  return { slug: String(row?.slug), finding: String(row?.finding), claim: String(row?.claimText) };
}

async function copied(page: Page, slug: string, summary: string, name: string): Promise<string> {
  await page.goto(`/verdicts/${slug}`);
  await page.getByText(summary).click();
  return page.getByLabel(name).innerText();
}

test.afterEach(closeListeners);

for (const [name, theme] of Object.entries(themes)) {
  test(`the copied block stands whole and readable in a page of ${name}`, async ({ as, baseURL }) => {
    const [page, { slug, finding, claim }] = [await as("reader"), await verdict()];
    const block = await copied(page, slug, "HTML block for WordPress", "HTML block to copy");
    const port = await serve((_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(
        `<!doctype html><html lang="en"><title>A post</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"><style>${theme.style}</style>${theme.page(block)}</html>`,
      );
    });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`http://127.0.0.1:${port}/post`);
      const quote = page.locator(".countersign-verdict");
      await expect(quote.getByText(finding)).toBeVisible();
      await expect(quote).toContainText(claim);
      await expect(quote.locator("strong").last()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axeFaults(page, { inside: ".countersign-verdict" })).toEqual([]);
    }
    expect(asked.every((url) => url.startsWith(`http://127.0.0.1:${port}/`))).toBe(true);
    await page.locator(".countersign-verdict a").click();
    await expect(page).toHaveURL(`${baseURL}/verdicts/${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(finding);
  });
}

test("the copied frame shows the verdict inside a foreign page, without scripts", async ({ as }) => {
  const [page, { slug, finding }] = [await as("reader"), await verdict()];
  const frame = await copied(page, slug, "Embed this verdict", "Code to embed");
  const port = await serve((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="en"><title>A post</title><link rel="icon" href="data:,">${frame}</html>`,
    );
  });
  await page.goto(`http://127.0.0.1:${port}/post`);
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toContainText(finding);
});

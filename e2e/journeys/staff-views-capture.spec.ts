import { createServer } from "node:http";
import type { Frame, Page } from "@playwright/test";
import type { ArticleDto } from "@/lib/articles/dto";
import { closeListeners, listen } from "@/scripts/test/local-listener";
import { expect, test, type Api } from "../fixtures";
import { uniqueName } from "../scenes";

const quoted = "sold 12 boats";

/** A page that tries all it can to run, to load, to send and to lead away. */
const hostilePage = (
  town: string,
  evil: string,
) => `<!doctype html><html><head><title>${town} sold its boats</title>
<meta http-equiv="refresh" content="0;url=${evil}/refresh"><base href="${evil}/"><link rel="stylesheet" href="${evil}/a.css"><link rel="prefetch" href="${evil}/p">
<style>@import url(${evil}/b.css); @font-face{font-family:x;src:url(${evil}/f.woff2)} .lead{color:rgb(200,0,0);background:url(${evil}/c.png)}</style>
<script>document.title="pwned";fetch("${evil}/fetch")</script><script src="${evil}/s.js"></script></head>
<body onload="location='${evil}/onload'"><article><h1>${town} sold its boats</h1>
<p class="lead" style="background:url(${evil}/d.png)">The harbour of ${town} sold 12 boats in May, the board said on Friday.</p>
<img src="${evil}/e.png" srcset="${evil}/e2.png 2x" onerror="fetch('${evil}/onerror')"><video src="${evil}/v.mp4" poster="${evil}/v.png"></video>
<iframe src="${evil}/frame" srcdoc="<script>top.location='${evil}/srcdoc'</script>"></iframe><object data="${evil}/o"></object><embed src="${evil}/m">
<svg onload="fetch('${evil}/svg')"><image href="${evil}/i.png"></image><use href="${evil}/u.svg#x"></use></svg>
<form id="f" action="${evil}/form"><input name="a" autofocus onfocus="fetch('${evil}/focus')"><button>Send</button></form>
<p style="height:2500px">A long way down, the report goes on about something else.</p>
<p>The harbour of ${town} sold 12 boats in June as well, the <a href="${evil}/link" ping="${evil}/ping">board</a> said later.</p>
</article></body></html>`;

type Scene = { town: string; articleId: string; claimId: string; captureId: string };

async function sceneOf(checker: Api, evil: string): Promise<Scene> {
  const town = uniqueName();
  const article = await checker.post<ArticleDto>("/articles", { html: hostilePage(town, evil) });
  const { id: claimId } = await checker.post("/claims", { text: `${town} sold 12 boats in June` });
  await checker.post(`/claims/${claimId}/evidence`, {
    articleId: article.id,
    quote: { exact: quoted, suffix: " in June" },
    stance: "supports",
  });
  return { town, articleId: article.id, claimId, captureId: article.capture!.id };
}

const frameOf = async (page: Page): Promise<Frame> => {
  const handle = await page.locator("iframe").elementHandle();
  return (await handle!.contentFrame())!;
};

test.afterAll(closeListeners);

test("staff see a captured page as it looked, with the quote, and nothing in it runs or is loaded", async ({
  as,
  api,
}) => {
  const asked: string[] = [];
  const port = await listen(
    createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end();
    }),
  );
  const { town, articleId, captureId } = await sceneOf(await api("checker"), `http://127.0.0.1:${port}`);
  const page = await as("second");
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).port === String(port)) elsewhere.push(request.url());
  });
  await page.goto(`/desk/articles/${articleId}`);
  await page.getByText("1 capture", { exact: true }).last().click();
  await page.getByRole("link", { name: /pasted by hand/ }).click();
  await page.waitForURL(new RegExp(`/desk/captures/${captureId}`));
  await page.getByRole("link", { name: quoted, exact: true }).click();
  await page.waitForURL(/quote=/);

  const shown = page.frameLocator("iframe");
  await expect(shown.locator("#countersign-quote")).toHaveText(quoted);
  await expect(shown.locator("#countersign-quote")).toBeInViewport();
  await expect(shown.locator("p", { has: page.locator("#countersign-quote") })).toContainText("in June");
  await expect(shown.getByRole("heading", { level: 1 })).toHaveText(`${town} sold its boats`);
  await expect(shown.locator(".lead")).toHaveCSS("color", "rgb(200, 0, 0)");
  await expect(
    shown.locator("script, iframe, form, input, svg, object, embed, video, link, meta[http-equiv], [href]"),
  ).toHaveCount(0);
  const frame = await frameOf(page);
  expect(await frame.evaluate(() => window.origin)).toBe("null");
  expect(await frame.title()).not.toBe("pwned");
  expect([...asked, ...elsewhere]).toEqual([]);

  await page.getByRole("link", { name: "Words alone" }).click();
  await expect(shown.locator("#countersign-quote")).toHaveText(quoted);
  await expect(shown.locator("#countersign-quote")).toBeInViewport();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as WARC" }).click();
  expect((await download).suggestedFilename()).toMatch(/^countersign-\d{14}-.*\.warc\.gz$/);
  expect([...asked, ...elsewhere]).toEqual([]);
});

test("the view by itself has no origin, runs nothing and may be framed by the desk alone", async ({
  as,
  api,
}) => {
  const asked: string[] = [];
  const port = await listen(
    createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end();
    }),
  );
  const { captureId } = await sceneOf(await api("checker"), `http://127.0.0.1:${port}`);
  const page = await as("checker");
  const answer = await page.goto(`/preview/captures/${captureId}`);
  const policy = (await answer!.allHeaders())["content-security-policy"]!;
  for (const rule of [
    "default-src 'none'",
    "sandbox;",
    "script-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ])
    expect(`${policy};`).toContain(rule);
  expect(await page.evaluate(() => window.origin)).toBe("null");
  expect(asked).toEqual([]);
  const stranger = await as("reader");
  expect((await stranger.request.get(`/preview/captures/${captureId}`)).status()).toBe(401);
  expect((await stranger.request.get(`/api/v1/captures/${captureId}/warc`)).status()).toBe(401);
});

test("an admin asks, an editor confirms, and the content is gone from the page, the view and the download", async ({
  as,
  api,
}) => {
  const { captureId, articleId } = await sceneOf(await api("checker"), "http://127.0.0.1:9");
  const checker = await as("checker");
  await checker.goto(`/desk/captures/${captureId}`);
  await expect(checker.getByText("Take the content out")).toHaveCount(0);

  const admin = await as("admin");
  await admin.goto(`/desk/captures/${captureId}`);
  await admin.getByText("Take the content out").click();
  await admin.getByLabel("Why it must go").fill("A person in it is in danger.");
  await admin.getByRole("button", { name: "Ask an editor" }).click();
  await expect(admin.getByText("An editor has to confirm this.")).toBeVisible();

  const editor = await as("editor");
  await editor.goto(`/desk/captures/${captureId}`);
  await expect(editor.getByText("A person in it is in danger.")).toBeVisible();
  await editor.getByRole("button", { name: "Take the content out for good" }).click();
  await expect(editor.getByText("The content of this capture was taken out.")).toBeVisible();
  await expect(editor.getByText("Reason: A person in it is in danger.")).toBeVisible();
  await expect(editor.locator("iframe")).toHaveCount(0);
  const view = await editor.request.get(`/preview/captures/${captureId}`);
  expect(view.status()).toBe(410);
  expect(await view.text()).toContain("took the content of this capture out");
  const file = await editor.request.get(`/api/v1/captures/${captureId}/warc`);
  expect(file.status()).toBe(410);
  expect(await file.json()).toMatchObject({ code: "expunged" });
  await editor.goto(`/desk/articles/${articleId}`);
  await expect(editor.getByText("content taken out")).toBeAttached();
});

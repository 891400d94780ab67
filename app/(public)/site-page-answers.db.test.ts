import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import type { SignedPage } from "@/lib/site-pages/versions";
import { saveDraft } from "../../lib/site-pages/commands/save-draft";
import { signSitePage } from "../../lib/site-pages/commands/sign-page";
import { verifyPage, type KeySet } from "../../lib/publications/sign";
import { useTestDatabase } from "../../scripts/test/test-database";
import { ask } from "./reader-test";

const database = useTestDatabase();
let admin: Viewer;
let editor: Viewer;
beforeAll(async () => {
  admin = await database.makeViewer("admin", "Ada Admin");
  editor = await database.makeViewer("editor", "Ed Editor");
});

const text = async (path: string) => (await ask(path)).text();
const write = (words: string, draft: number) =>
  saveDraft(admin, { page: "about", text: words, signatoryOf: [], forSignature: true, draft }, new Date());
const sign = (draft: number) => signSitePage(editor, { page: "about", draft }, new Date());

test("of a draft readers and machines learn nothing; once it is signed it is served, linked and listed at once", async () => {
  await write("Owned by its two readers.", 0);
  const before = ["/", "/about", "/about/v/1", "/methodology", "/sitemap.xml", "/api/v1/pages/about"];
  for (const path of before) {
    const body = await text(path);
    expect(body, path).not.toContain("two readers");
    if (path !== "/about" && !path.startsWith("/api")) expect(body, path).not.toContain('href="/about"');
  }
  expect((await ask("/about")).status).toBe(404);
  expect((await ask("/api/v1/pages/about")).status).toBe(404);

  expect(await sign(1)).toMatchObject({ ok: true });
  expect(await text("/about")).toContain("Owned by its two readers.");
  expect(await text("/methodology")).toContain('href="/about"');
  expect(await text("/sitemap.xml")).toContain("http://localhost:3000/about<");
});

test("the next draft changes nothing for readers; the next version stands with what changed, the old one under a note", async () => {
  await write("Owned by its three readers.", 1);
  expect(await text("/about")).not.toContain("three readers");
  await sign(2);
  const now = await text("/about");
  expect(now).toContain("Version 2, signed by Ed Editor");
  expect(now).toMatch(/<del>two<\/del><ins>three<\/ins>/);
  const old = await ask("/about/v/1");
  expect(old.headers.get("x-robots-tag")).toBe("noindex");
  expect(await old.text()).toContain("This is version 1.");
  for (const path of [
    "/about/v/3",
    "/about/v/0",
    "/about/v/1x",
    "/api/v1/pages/about/3",
    "/api/v1/pages/imprint",
  ])
    expect((await ask(path)).status, path).toBe(404);
});

test("each version leads to its check, which says whether it holds, and finds what was never signed", async () => {
  const check = /<section id="altered">.*?href="([^"]*)">Check it</s.exec(await text("/about/v/1"))?.[1];
  expect(check).toBe("/verify?slug=%2Fabout&amp;version=1");
  const first = await text("/verify?slug=%2Fabout&version=1");
  expect(first).toContain("The record matches its signature");
  expect(first).toContain("Version 1 holds no more.");
  expect(first).toContain('href="/api/v1/pages/about/1"');
  const newest = await text("/verify?slug=http%3A%2F%2Flocalhost%3A3000%2Fabout");
  expect(newest).toContain("It is the version that holds now.");
  expect(newest).toContain('href="/about/v/2"');
  expect(await text("/verify?slug=%2Fabout%2Fv%2F3")).toContain("We have signed no version 3 of the page");
  expect(await text("/verify?slug=%2Fpeople")).toContain("We have signed no version of the page");
  // The same word alone is a verdict's name.
  expect(await text("/verify?slug=about")).toContain("No such verdict");
});

test("the API serves what verifies against the published keys, each version by its number", async () => {
  const keys = (await (await ask("/.well-known/countersign-keys.json")).json()) as KeySet;
  for (const [path, version] of [
    ["/api/v1/pages/about", 2],
    ["/api/v1/pages/about/1", 1],
  ] as const) {
    const signed = (await (await ask(path)).json()) as SignedPage;
    expect(signed.record.version).toBe(version);
    expect(verifyPage(signed, keys)).toEqual({ ok: true });
  }
});

import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { parse as decodeCsv } from "csv-parse/sync";
import { attackStrings, inTexts, naughtyStrings } from "@/scripts/test/attack-strings";
import type { ClaimDto } from "@/lib/claims/dto";
import { nameThings, sendTips } from "./attack-names";
import { expect, test, type Api } from "./fixtures";
import { sql } from "./sessions";

const lines = attackStrings();
const naughty = naughtyStrings().join("\n");
const source = "The harbour board ordered seven electric ferries in 2024.";

type Signed = { claimId: string; slug: string; text: string; verbatim: string };

type People = { checker: Api; second: Api; editor: Api };

/** A claim whose every field is an attack, published. */
async function publish(
  { checker, second, editor }: People,
  articleId: string,
  texts: string[],
): Promise<Signed> {
  const [text = "x", verbatim = naughty, writeUp = "", ...small] = texts;
  const short = (most: number) => small.join(" ").slice(0, most) || "<script>alert(1)</script>";
  const { id: claimId } = await checker.post("/claims", {
    text: `Ferries ${randomUUID()} ${text}`,
    verbatim,
    claimant: short(280),
    place: short(290),
    why: short(1_900),
    topics: ["<img src=x onerror=alert(1)>", '"><svg/onload=alert(1)>'],
  });
  await checker.post(`/claims/${claimId}/events`, { event: "start-research" });
  const { id: evidenceId } = await checker.post(`/claims/${claimId}/evidence`, {
    articleId,
    quote: { exact: source },
    stance: "supports",
    shows: short(900),
    decisive: { reason: short(900) },
  });
  await checker.post(`/claims/${claimId}/searches`, {
    where: short(290),
    query: short(900),
    found: "nothing",
    note: short(1_900),
  });
  await checker.post(`/claims/${claimId}/events`, { event: "submit" });
  await checker.put(`/claims/${claimId}/verdict`, {
    rating: "unproven",
    finding: short(390),
    summary: [short(590)],
    writeUp: `${source}[^${evidenceId}]\n\n${writeUp}`.slice(0, 49_000),
    notEstablished: short(2_000),
    notInThisCheck: short(2_000),
    reconciliation: short(2_000),
    version: 0,
  });
  for (const person of [checker, second])
    await person.post(`/claims/${claimId}/reviews`, { mark: "unproven", rationale: short(4_000) });
  await checker.post(`/claims/${claimId}/events`, { event: "ready" });
  const gate = await editor.get<{
    revision: { hash: string };
    issues: { code: string; overridable: boolean }[];
  }>(`/claims/${claimId}/gate`);
  const codes = [...new Set(gate.issues.filter(({ overridable }) => overridable).map(({ code }) => code))];
  const { publication } = await editor.post<{ publication: { slug: string } }>(
    `/claims/${claimId}/sign-off`,
    {
      revisionHash: gate.revision.hash,
      overrides: codes.map((code) => ({ code, reason: short(900) })),
    },
  );
  const claim = await editor.get<ClaimDto>(`/claims/${claimId}`);
  return { claimId, slug: publication.slug, text: claim.text, verbatim };
}

/** Whatever tells that something ran, asked for something elsewhere, or waits for a click to do so. */
function watchFor(page: Page, origin: string): string[] {
  const found: string[] = [];
  page.on("dialog", (dialog) => {
    found.push(`dialog on ${page.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url))
      found.push(`${page.url()} asks for ${url}`);
  });
  page.on("popup", (popup) => found.push(`${page.url()} opens ${popup.url()}`));
  return found;
}

/** In a frame: handlers, scripts without the desk's nonce, addresses that are no page, and what ran. */
const leftovers = () => {
  const ran = (globalThis as unknown as { ran?: string[] }).ran ?? [];
  const odd = [...document.querySelectorAll("*")].flatMap((element) => {
    const bad = element
      .getAttributeNames()
      .filter((name) => /^on/i.test(name))
      .map((name) => `${element.localName} ${name}`);
    for (const name of ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcdoc"]) {
      const value = element.getAttribute(name);
      // React puts this where a form's action is a function, against a submission that it did not see.
      if (value?.startsWith("javascript:throw new Error('A React form was unexpectedly submitted.")) continue;
      if (value && /^\s*(javascript|vbscript|data:text|data:image\/svg)/i.test(value))
        bad.push(`${name}=${value}`);
    }
    if (/^(base|object|embed|applet|marquee|math|animate|set)$/.test(element.localName))
      bad.push(element.localName);
    return bad;
  });
  return [...ran, ...odd];
};

async function open(page: Page, path: string): Promise<string[]> {
  await page.goto(path, { waitUntil: "load" });
  const all = await Promise.all(page.frames().map((frame) => frame.evaluate(leftovers).catch(() => [])));
  return all.flat().map((fault) => `${path}: ${fault}`);
}

test("ASVS 1.2.1 to 1.2.3, 1.2.10, 1.3.1: attack strings in every field run nothing, ask for nothing and lead nowhere, with no policy to stop them", async ({
  as,
  api,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const people = { checker: await api("checker"), second: await api("second"), editor: await api("editor") };
  const { checker, editor } = people;
  const origin = baseURL!;

  // Articles: as text, and as the HTML that it is, in parts so that no vector swallows all others.
  const { id: articleId } = await checker.post("/articles", {
    text: `${source}\n\n${lines.join("\n\n")}`,
    title: lines.slice(0, 6).join(" ").slice(0, 490),
    outlet: `"><script>alert(1)</script> ${randomUUID()}`,
    byline: lines.slice(6, 12).join(" ").slice(0, 290),
  });
  const inHtml = (some: readonly string[]) =>
    `<html><body><article><h1>Ferries</h1><p>${source} ${randomUUID()}</p>${some.map((line) => `<div>${line}</div>`).join("\n")}`;
  const { id: htmlId } = await checker.post("/articles", { html: inHtml(lines.slice(0, 20)) });
  const pages = [`/desk/articles/${htmlId}`];
  for (let at = 0; at < lines.length; at += 150) {
    // Stored as they are: reading that much of this would be given up as too complex.
    const id = randomUUID();
    await sql(
      `INSERT INTO capture (id, "articleId", sha256, method, "capturedAt", "contentType", bytes, "fullText", "createdById")
       SELECT $1, $2, encode(sha256(convert_to($3, 'UTF8')), 'hex'), 'uploaded', now(), 'text/html', convert_to($3, 'UTF8'), 'Ferries', "createdById"
       FROM article WHERE id = $2`,
      [id, htmlId, inHtml(lines.slice(at, at + 150))],
    );
    pages.push(`/preview/captures/${id}`, ...(at === 0 ? [`/desk/captures/${id}`] : []));
  }

  // Claims: the whole list through claim, verbatim words and write-up; the naughty strings word for word in one of them.
  const texts = inTexts(lines, 30_000, 1_800);
  const signed: Signed[] = [];
  for (let at = 0; at < texts.length; at += 3)
    signed.push(
      await publish(people, articleId, [
        ...texts.slice(at, at + 3),
        ...inTexts(lines.slice(at * 40), 250).slice(0, 20),
      ]),
    );
  const odd = await publish(people, articleId, ["of odd words", naughty, "Words."]);
  signed.push(odd);

  const [first] = signed;
  for (const text of inTexts(lines, 4_900))
    await checker.post(`/claims/${first!.claimId}/comments`, { text });
  await sendTips(origin, inTexts(lines, 4_900));
  await nameThings(checker, origin, lines);

  const page = await as("admin", { bypassCSP: true });
  await page.addInitScript(() => {
    const ran: string[] = [];
    Object.assign(globalThis, {
      ran,
      alert: (text: unknown) => ran.push(`alert ${text}`),
      confirm: (text: unknown) => ran.push(`confirm ${text}`),
      prompt: (text: unknown) => ran.push(`prompt ${text}`),
    });
  });
  const found = watchFor(page, origin);

  // A sheet by file, with the whole list in its cells, and one pasted.
  const cells = inTexts(lines, 900).map((text) => `"${text.replaceAll('"', '""')}"`);
  const sheet = [
    "Claim,Who said it,Link,Quote",
    ...cells.map((cell) =>
      [
        cell,
        cell.slice(0, 1) + cell.slice(1, 250).replaceAll('"', "") + '"',
        "javascript:alert(1)",
        cell,
      ].join(","),
    ),
  ].join("\r\n");
  await page.goto("/desk/claims/import");
  await page.getByLabel("File").setInputFiles({
    name: "<img src=x onerror=alert(1)>.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(sheet),
  });
  await page.getByRole("button", { name: "Read the sheet" }).click();
  await expect(page.getByRole("region", { name: "Rows of the sheet" })).toBeVisible({ timeout: 60_000 });
  found.push(...(await page.evaluate(leftovers)));

  const ofClaim = signed.flatMap(({ slug }) => [`/verdicts/${slug}`, `/embed/${slug}`]);
  for (const path of [
    ...pages,
    ...ofClaim,
    `/desk/claims/${first!.claimId}`,
    `/desk/claims/${first!.claimId}/history`,
    `/desk/claims/${first!.claimId}/sources`,
    `/preview/claims/${first!.claimId}`,
    `/verdicts/${first!.slug}/v/1`,
    `/desk/articles/${articleId}`,
    "/desk",
    "/desk/tips",
    "/desk/settings/entities",
    "/desk/settings/outlets",
    "/desk/settings/people",
    "/desk/settings/pages/contact",
    "/preview/pages/contact",
    "/desk/search?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "/search?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "/report?slug=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "/%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "/",
    "/topics/img-src-x-onerror-alert-1",
    "/verify",
  ])
    found.push(...(await open(page, path)));

  // Feeds as XML documents of their own, in which a browser would run what is XHTML or SVG.
  await page.route(/\/(feeds\/|sitemap)/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { "content-type": "application/xml" } });
  });
  for (const path of [
    "/feeds/verdicts.atom",
    "/feeds/verdicts.rss",
    "/feeds/corrections.atom",
    "/sitemap.xml",
    "/sitemap-news.xml",
  ])
    found.push(...(await open(page, path)));
  expect(found).toEqual([]);

  // What was written is what comes out, byte for byte.
  const claim = await editor.get<ClaimDto>(`/claims/${odd.claimId}`);
  expect(claim.verbatim).toBe(naughty);
  const publication = await editor.get<{ record: { claim: { verbatim: string } } }>(
    `/publications/${odd.slug}/1`,
  );
  expect(publication.record.claim.verbatim).toBe(naughty);
  const exported = (await (
    await fetch(`${origin}/api/v1/publications/${odd.slug}/1/export.json`)
  ).json()) as object;
  expect(JSON.stringify(exported)).toContain(JSON.stringify(odd.text).slice(1, -1));
  for (const { slug, text } of signed) {
    const csv = await (await fetch(`${origin}/api/v1/publications/${slug}/1/export.csv`)).text();
    const rows = decodeCsv(csv);
    const at = rows[0]!.indexOf("claim");
    expect(rows[1]![at]).toBe(text);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  }
});

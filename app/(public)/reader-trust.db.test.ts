import { beforeAll, describe, expect, test } from "vitest";
import { retractPublication } from "../../lib/publications/commands/retract-publication";
import { closeDb } from "../../lib/core/db.server";
import { seedDemoDesk } from "../../lib/demo/seed-demo.server";
import { useTestDatabase } from "../../scripts/test/test-database";
import { ask, postReport, siteUrl } from "./reader-test";

const database = useTestDatabase();
const kyungki = "kyungki-industrial-of-south-korea-supplied-parts-to-aurus";

beforeAll(async () => {
  await seedDemoDesk();
});

/** Asks until the answer is as wanted, for as long as a cache that missed a notice of a publication may take. */
async function eventually(path: string, isWanted: (response: Response, text: string) => boolean) {
  const until = Date.now() + 40_000;
  for (;;) {
    const response = await ask(path);
    const text = await response.text();
    if (isWanted(response, text) || Date.now() > until) return { status: response.status, text, response };
    await new Promise((wait) => setTimeout(wait, 50));
  }
}

/** Rewrites rows behind the application's back: no trigger runs, and the hash beside the text is made to fit. */
async function asOwner(change: string, slug: string, version = 1): Promise<void> {
  await database.sqlOwner("ALTER TABLE publication DISABLE TRIGGER ALL");
  try {
    await database.sqlOwner(`UPDATE publication SET ${change} WHERE slug = $1 AND version = $2`, [
      slug,
      version,
    ]);
  } finally {
    await database.sqlOwner("ALTER TABLE publication ENABLE TRIGGER ALL");
  }
  await database.sqlOwner("SELECT pg_notify('countersign_published', '*')");
}

/** SET clauses for a changed record with the hash that the database itself asks for. */
function recordAs(expression: string): string {
  return `"recordText" = ${expression}, sha256 = encode(sha256(convert_to(${expression}, 'UTF8')), 'hex')`;
}

async function slugWith(finding: string): Promise<string> {
  const rows = await database.sql<{ slug: string }>(`SELECT slug FROM publication WHERE finding LIKE $1`, [
    `%${finding}%`,
  ]);
  return rows[0]!.slug;
}

describe("the record in the database is changed by its owner", () => {
  test("the page is not shown, nor what stood there before; no list, feed or frame has the changed words", async () => {
    const slug = await slugWith("was almost $15.5 million");
    expect((await ask(`/verdicts/${slug}`)).status).toBe(200);
    const forged = `replace("recordText", '15.5 million', '99.9 million')`;
    await asOwner(`${recordAs(forged)}, finding = replace(finding, '15.5', '99.9')`, slug);
    const page = await eventually(`/verdicts/${slug}`, ({ status }) => status !== 200);
    expect(page.status).toBe(503);
    expect(page.response.headers.get("cache-control")).toBe("no-store");
    expect(page.text).toContain("This page could not be shown");
    const lists = [
      "/",
      "/search?q=million",
      "/feeds/verdicts.atom",
      "/feeds/verdicts.rss",
      "/feeds/verdicts.json",
    ];
    for (const path of [
      ...lists,
      `/embed/${slug}`,
      `/verdicts/${slug}/v/1`,
      `/oembed?url=${siteUrl}/verdicts/${slug}`,
    ]) {
      const shown = await eventually(path, (_, text) => !text.includes("15.5 million"));
      expect(shown.text, path).not.toMatch(/(?:99\.9|15\.5) million/);
    }
    const check = await (await ask(`/verify?slug=${slug}&version=1`)).text();
    expect(check).toContain("The record does not match its signature");
  });

  test("words beside the record are never shown: lists print what was signed", async () => {
    const slug = await slugWith("two of the cars");
    await asOwner(`finding = 'Forged two of the cars', "claimText" = 'Forged'`, slug);
    const found = await (await ask("/search?q=two+of+the+cars")).text();
    expect(found.replaceAll(/<\/?b>/g, "")).toContain("Kim was given two of the cars");
    expect(found).not.toContain("Forged");
    expect(await (await ask("/search?q=forged")).text()).not.toContain(slug);
  });

  test("a record that cannot be read any more is not shown either", async () => {
    const slug = await slugWith("107 cars");
    expect((await ask(`/verdicts/${slug}`)).status).toBe(200);
    await database.sqlOwner(
      "ALTER TABLE publication DROP CONSTRAINT publication_hash, DROP CONSTRAINT publication_says_itself",
    );
    await asOwner(`"recordText" = '{'`, slug);
    const page = await eventually(`/verdicts/${slug}`, ({ status }) => status >= 500);
    expect(page.text).not.toContain("107 cars");
    expect((await eventually("/", (_, text) => !text.includes(slug))).status).toBe(200);
    const check = await (await ask(`/verify?slug=${slug}&version=1`)).text();
    expect(check).toContain("does not match");
    expect(check).toMatch(
      /<h2 class="tone-disputed"><svg[^>]*data-shape="square-cross".*?<\/svg> The record does not match/,
    );
  });
});

test("verify tells what matches, and what was never published", async () => {
  const matches = await (await ask(`/verify?slug=${kyungki}`)).text();
  expect(matches).toContain("The record matches its signature");
  expect(matches).toContain("It is the version that holds now.");
  for (const query of [`slug=${kyungki}&version=9`, "slug=none"])
    expect(await (await ask(`/verify?${query}`)).text(), query).toContain("No such verdict");
});

test("a retraction reaches page, frame and lists without waiting for any cache to age", async () => {
  const [row] = await database.sql<{ claimId: string }>(`SELECT "claimId" FROM publication WHERE slug = $1`, [
    kyungki,
  ]);
  expect((await ask("/")).status).toBe(200);
  expect((await ask(`/verdicts/${kyungki}`)).status).toBe(200);
  const editor = await database.makeViewer("editor", "Ed Itor");
  const done = await retractPublication(
    editor,
    row!.claimId,
    { reason: "It was wrong.", version: 1 },
    new Date(),
  );
  expect(done.ok).toBe(true);
  const first = await (await ask(`/verify?slug=${kyungki}&version=1`)).text();
  expect(first).toContain("The record matches its signature");
  expect(first).toContain("Version 1 holds no more.");
  // By its name alone: the finding was withdrawn.
  expect(first).toContain(`<a href="/verdicts/${kyungki}/v/1">${kyungki}, version 1</a>`);
  expect(first).toMatch(/The verdict was <a href="[^"]+">retracted<\/a> on /);
  const last = await (await ask(`/verify?slug=${kyungki}`)).text();
  expect(last).toContain("It is a retraction: ");
  expect(last).not.toContain("<dt>Published</dt>");
  expect((await eventually(`/verdicts/${kyungki}`, ({ status }) => status === 410)).status).toBe(410);
  expect((await eventually("/", (_, text) => !text.includes(kyungki))).text).not.toContain(kyungki);
  expect((await ask(`/embed/${kyungki}`)).status).toBe(410);
});

test("a later version that nobody signed is not told as what holds now", async () => {
  const turnRound = () => asOwner("signature = reverse(signature)", kyungki, 2);
  await turnRound();
  const first = await (await ask(`/verify?slug=${kyungki}&version=1`)).text();
  await turnRound();
  expect(first).toContain("What stands after it as version 2 does not match its signature");
  expect(first).not.toMatch(/The verdict was <a href="[^"]+">retracted/);
});

describe("reporting an error", () => {
  const fields = {
    what: "It says 107; I count <b>108</b>.",
    source: "My list",
    contact: "me@example.org",
    "nothing-here": "",
  };
  const here = { origin: siteUrl, host: "localhost:3000" };
  const tips = () =>
    database.sql<{ text: string; contact: string }>("SELECT text, contact FROM tip ORDER BY id");

  test("keeps the report as a tip and answers with a page that can be loaded again", async () => {
    const response = await postReport({ ...fields, slug: kyungki }, here);
    expect([response.status, response.headers.get("location")]).toEqual([
      303,
      `/report?slug=${kyungki}&sent=1`,
    ]);
    const [tip] = await tips();
    expect(tip!.text).toBe(
      `A reader reports an error in ${siteUrl}/verdicts/${kyungki}\n\n${fields.what}\n\nWhere to see it: My list`,
    );
    expect(await (await ask("/report?sent=1")).text()).toContain("We have your report");
  });

  test("refuses another site's form and one without origin, and gives back what was typed", async () => {
    const strangers: Record<string, string>[] = [{}, { origin: "null" }, { origin: "https://evil.example" }];
    for (const headers of strangers) {
      const response = await postReport(fields, { host: "localhost:3000", ...headers });
      expect(response.status).toBe(403);
      const html = await response.text();
      expect(html).toContain("I count &lt;b&gt;108&lt;/b&gt;.");
      expect(html).toContain('value="me@example.org"');
    }
    expect(await tips()).toHaveLength(1);
  });

  test("takes in nothing that fills the trap, gives the words back and asks whoever wrote them", async () => {
    for (const trap of ["nothing-here", "website"]) {
      const asked = await postReport({ ...fields, slug: kyungki, [trap]: "https://spam.example" }, here);
      const html = await asked.text();
      expect(asked.status).toBe(422);
      expect(html).toContain("I count &lt;b&gt;108&lt;/b&gt;.");
      expect(html).toMatch(/<button [^>]*name="person"[^>]*>I wrote this: send it<\/button>/);
      expect(html).not.toContain('name="nothing-here"');
    }
    expect(await tips()).toHaveLength(1);
    const missing = await postReport({ ...fields, what: " ", person: "yes" }, here);
    expect(await missing.text()).toContain('name="person"');
    expect((await postReport({ ...fields, person: "yes" }, here)).status).toBe(303);
    expect(await tips()).toHaveLength(2);
  });

  test("says what is missing or too long beside the field", async () => {
    const empty = await postReport({ ...fields, what: "  " }, here);
    expect(empty.status).toBe(400);
    expect(await empty.text()).toContain('id="what-problem"');
    const long = await postReport({ ...fields, what: "x".repeat(4_500) }, here);
    expect([long.status, (await long.text()).includes("4,000 characters at most")]).toEqual([400, true]);
    expect((await postReport({ ...fields, what: "x".repeat(300_000) }, here)).status).toBe(413);
  });

  test("gives back all that a browser lets somebody paste, in every script", async () => {
    const pasted = "Це написав читач. ".repeat(1_111);
    const long = await postReport({ ...fields, what: pasted }, here);
    expect([long.status, (await long.text()).includes(pasted.trim())]).toEqual([400, true]);
  });

  test("asks which page it is about where it was opened beside none, and finds the verdict by its address", async () => {
    const from = { ...here, "x-forwarded-for": "192.0.2.8" };
    expect(await (await ask("/report")).text()).toContain("Which page is it about?");
    expect(await (await ask(`/report?slug=${kyungki}`)).text()).not.toContain("Which page is it about?");
    const page = `${siteUrl}/verdicts/${kyungki}/v/1`;
    const empty = await (await postReport({ ...fields, page, what: " " }, from)).text();
    expect(empty).toContain(`value="${page}"`);
    const sent = await postReport({ ...fields, page }, from);
    expect(sent.headers.get("location")).toBe(`/report?slug=${kyungki}&sent=1`);
    const headline = "The one about <b>cars</b>";
    const other = await postReport({ ...fields, page: headline }, from);
    expect(other.headers.get("location")).toBe("/report?sent=1");
    const told = (await tips()).slice(-2).map(({ text }) => text.split("\n")[0]);
    expect(told).toEqual([
      `A reader reports an error in ${siteUrl}/verdicts/${kyungki}`,
      `A reader reports an error in ${headline}`,
    ]);
    const long = await postReport({ ...fields, page: "x".repeat(400) }, from);
    expect([long.status, (await long.text()).includes('id="page-problem"')]).toEqual([400, true]);
  });

  test("limits each client", async () => {
    const statuses = [];
    for (let n = 0; n < 6; n += 1) {
      statuses.push((await postReport(fields, { ...here, "x-forwarded-for": "192.0.2.7" })).status);
    }
    expect(statuses.slice(0, 5)).toEqual([303, 303, 303, 303, 303]);
    expect(statuses[5]).toBe(429);
  });
});

test("when the database is away, known pages say of what time they are, and unknown ones show no stack", async () => {
  const known = ["/", "/verdicts/an-aurus-costs-more-than-500-000", "/feeds/verdicts.json"];
  for (const path of known) await ask(path);
  const away = process.env.DATABASE_URL;
  await closeDb();
  process.env.DATABASE_URL = "postgresql://nobody:nothing@127.0.0.1:1/none";
  const held = globalThis as unknown as Record<
    "countersignPublic" | "countersignAnswers",
    { clear?: () => void; lists?: { clear: () => void } }
  >;
  held.countersignPublic.clear?.();
  held.countersignAnswers.lists?.clear();
  try {
    const home = await ask("/");
    expect([home.status, home.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await home.text()).toContain("We cannot reach our records just now. This page is as it was on");
    expect((await ask("/feeds/verdicts.json")).status).toBe(200);
    const report = await postReport(
      { slug: kyungki, what: "Kept words" },
      { origin: siteUrl, host: "localhost:3000" },
    );
    const form = await report.text();
    expect(report.status).toBe(503);
    expect(form).toContain("Kept words</textarea>");
    expect(form).toContain(`name="slug" value="${kyungki}"`);
    const unknown = await ask("/verdicts/never-asked-for");
    const text = await unknown.text();
    expect(unknown.status).toBe(500);
    expect(text).toContain("This page could not be shown");
    expect(text).not.toMatch(/ECONNREFUSED|prisma|node_modules/i);
  } finally {
    await closeDb();
    process.env.DATABASE_URL = away;
  }
});

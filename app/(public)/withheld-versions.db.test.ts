import { beforeAll, describe, expect, test } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { sealAll } from "../../scripts/test/seal-all";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../../lib/access/viewer";
import { editClaim } from "../../lib/claims/commands/edit-claim";
import { gateDto, openClaim } from "../../lib/claims/queries";
import { fillListings } from "../../lib/database/fill-listings.server";
import { withClient } from "../../lib/database/migrate.server";
import { dumpLog } from "../../lib/log/dump.server";
import { openCorrection } from "../../lib/publications/commands/open-correction";
import { retractPublication } from "../../lib/publications/commands/retract-publication";
import { signOffVerdict } from "../../lib/publications/commands/sign-off-verdict";
import { withholdVersion } from "../../lib/publications/commands/withhold-version";
import { writeVerdict } from "../../lib/verdicts/commands";
import { askExit, publicExits } from "./public-exits";
import { ask, siteUrl } from "./reader-test";

const database = useTestDatabase();
const desk = makeDesk(database);
const now = () => new Date();

type Published = { claimId: string; slug: string; author: Viewer; editor: Viewer };

/** Words that stand in the withheld version alone. */
const marks = {
  finding: "Zqfinding ferries do.",
  writeUp: "The zqanalysis of the register.",
  limits: "Zqlimits were not looked at.",
  claimant: "Zqclaimant",
  topic: "Zqtopic",
  text: "Zqwords: two new ferries sail from Selby",
};
const words = ["zqfinding", "zqanalysis", "zqlimits", "zqclaimant", "zqtopic", "zqwords:"];
const shown = (text: string) => words.filter((word) => text.toLowerCase().includes(word));

async function edit(viewer: Viewer, claimId: string, changes: object) {
  const { version } = (await openClaim(claimId, now()))!.claim;
  await done(editClaim(viewer, claimId, { ...changes, version }, now()));
}
const versionOfDraft = async (claimId: string) => (await openClaim(claimId, now()))!.dossier.verdict.version;
async function write(viewer: Viewer, claimId: string, changes: object) {
  await done(writeVerdict(viewer, claimId, { ...changes, version: await versionOfDraft(claimId) }, now()));
}

async function sign(editor: Viewer, claimId: string) {
  const { revision, issues } = await gateDto(editor, (await openClaim(claimId, now()))!, now());
  const codes = new Set(issues.filter(({ overridable }) => overridable).map(({ code }) => code));
  const overrides = [...codes].map((code) => ({ code, reason: "Made for a test." }));
  const input = { revisionHash: revision.hash, overrides };
  return (await done(signOffVerdict(editor, claimId, input, now()))).publication;
}

/** A verdict whose first version holds the marked words. */
async function publishMarked(): Promise<Published & { reviewers: Viewer[] }> {
  const { claimId, author, reviewer, other } = await desk.inReview(marks.text, [marks.topic]);
  await edit(author, claimId, { claimant: marks.claimant });
  const { finding, writeUp, limits } = marks;
  await write(author, claimId, { finding, writeUp, notInThisCheck: limits });
  for (const one of [reviewer, other]) await desk.review(one, claimId);
  await desk.event(author, claimId, "ready");
  const editor = await database.makeViewer("editor", "Signer");
  const { slug } = await sign(editor, claimId);
  return { claimId, slug, author, editor, reviewers: [reviewer, other] };
}

/** The same, corrected: version 2 holds none of them, and what changed shows them. */
async function publishCorrected(): Promise<Published> {
  const scene = await publishMarked();
  const { claimId, author } = scene;
  await done(openCorrection(author, claimId, { class: "verdict-change", reason: "It was wrong." }, now()));
  await edit(author, claimId, { text: "Two new ferries sail", claimant: "The port", topics: ["Ports"] });
  await write(author, claimId, { finding: "Two do.", writeUp: "The register.", notInThisCheck: "Nothing." });
  for (const one of scene.reviewers) await desk.review(one, claimId);
  await desk.event(author, claimId, "ready");
  await sign(scene.editor, claimId);
  return scene;
}

let admin: Viewer;
async function withhold({ claimId, editor }: Published, version = 1) {
  const input = { version, reasonClass: "court-order" as const };
  await done(withholdVersion(admin, claimId, input, now()));
  return done(withholdVersion(editor, claimId, input, now()));
}

const hasSlugOf = (published: Published) => (part: string, route: string) =>
  ({
    slug: published.slug,
    version: "1",
    topic: "Zqtopic.rss",
    name: route.includes("topics") ? "zqtopic" : "zqclaimant",
  })[part];

function query(route: string, { slug }: Published): string | undefined {
  if (route.endsWith("oembed")) return `url=${siteUrl}/verdicts/${slug}`;
  if (route.endsWith("report")) return `slug=${slug}`;
  return { "(public)/search": "q=ferries", "api/v1/claims-search": "query=ferries" }[route];
}

/** The marked words that each public route shows, for those that show one. */
async function tellers(published: Published): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const route of publicExits) {
    const { status, text } = await askExit(route, hasSlugOf(published), query(route, published));
    expect(status, `${route}: ${text.slice(0, 300)}`).toBeLessThan(500);
    // A topic's feed is called what its address asks for, whether or not there is such a topic.
    const told = shown(text).filter((word) => !(word === "zqtopic" && route.endsWith("[topic]")));
    if (told.length > 0) found.set(route, told);
  }
  return found;
}

const ofVersion = "api/v1/publications/[slug]/[version]";
const ofItself = [
  "(public)/verdicts/[slug]/v/[n]",
  ofVersion,
  ...["annotations.jsonld", "bundle.zip", "export.csv", "export.json"].map((file) => `${ofVersion}/${file}`),
];
const ofWhatStands = [
  "(public)",
  "(public)/verdicts/[slug]",
  "(public)/embed/[slug]",
  "(public)/oembed",
  "(public)/report",
  "(public)/search",
  "(public)/sitemap-news.xml",
  "(public)/archive/[month]",
  "(public)/topics/[name]",
  "(public)/claimants/[name]",
  ...["verdicts.atom", "verdicts.rss", "verdicts.json", "claimreview.json", "topics/[topic]"].map(
    (feed) => `(public)/feeds/${feed}`,
  ),
  "api/v1/claims-search",
  "api/v1/exports/publications.csv",
  "api/v1/exports/publications.json",
  "api/v1/publications/[slug]",
];
const ofChanges = ["(public)/corrections", "(public)/verdicts/[slug]"].concat(
  ["corrections.atom", "corrections.rss", "corrections.json"].map((feed) => `(public)/feeds/${feed}`),
);

beforeAll(async () => {
  admin = await database.makeViewer("admin", "Admin");
});

describe("a version that was corrected, then withheld", () => {
  let one: Published;
  beforeAll(async () => {
    one = await publishCorrected();
    await sealAll(database);
  });

  test("was told at its own addresses and wherever the change was shown, and is told at none", async () => {
    const before = [...(await tellers(one)).keys()];
    expect(before).toEqual(expect.arrayContaining([...ofItself, ...ofChanges]));
    await withhold(one);
    expect([...(await tellers(one))]).toEqual([]);
  });

  test("answers 451 with number, hash, dates and reason class, on the page and in the API", async () => {
    const page = await ask(`/verdicts/${one.slug}/v/1`);
    const html = await page.text();
    const [row] = await database.sql<{ sha256: string; signature: string }>(
      "SELECT sha256, signature FROM publication WHERE slug = $1 AND version = 1",
      [one.slug],
    );
    expect(page.status).toBe(451);
    expect(page.headers.get("x-robots-tag")).toBe("noindex");
    expect(page.headers.get("cache-control")).toContain("s-maxage=10");
    expect(html).toContain("a court ordered it");
    expect(html.replaceAll(" ", "")).toContain(row!.sha256);
    expect(html).not.toContain("<script");
    const { text } = await askExit(ofVersion, hasSlugOf(one));
    const problem = JSON.parse(text.slice(text.indexOf("]{") + 1)) as Record<string, unknown>;
    expect(problem).toMatchObject({ status: 451, code: "withheld", version: 1, slug: one.slug, ...row });
    expect(problem).toMatchObject({ reasonClass: "court-order", log: { index: expect.any(Number) } });
    for (const route of ofItself) expect((await askExit(route, hasSlugOf(one))).status, route).toBe(451);
    expect((await ask(`/cards/${one.slug}/1.png`)).status).toBe(451);
  });

  test("leaves the version that stands readable, which names it in one bare line", async () => {
    const page = await ask(`/verdicts/${one.slug}`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain("text withheld by court order");
    expect(html).not.toContain("<del>");
    expect((await ask(`/verdicts/${one.slug}/v/2`)).status).toBe(200);
    expect((await ask(`/cards/${one.slug}/2.png`)).status).toBe(200);
    expect(await (await ask("/corrections")).text()).toContain("It was wrong.");
    const check = await (await ask(`/verify?slug=${one.slug}&version=1`)).text();
    expect(check).toContain("matches its signature");
    expect(check).toContain("Version 1 holds no more.");
    expect(check).not.toContain("Signed by</dt>");
  });

  test("is not in a dump of the log for outsiders, and stays in one with words", async () => {
    const dump = async (withWords: boolean) => {
      const lines: string[] = [];
      await dumpLog({ withWords }, (line) => Promise.resolve(void lines.push(JSON.stringify(line))));
      return lines.filter((line) => line.includes('"kind":"publication"')).join("\n");
    };
    expect(shown(await dump(false))).toEqual([]);
    expect(await dump(false)).toContain('"withheld":"court-order"');
    expect(shown(await dump(true)).length).toBeGreaterThan(3);
  });
});

describe("a version that stands, then withheld", () => {
  let one: Published;
  beforeAll(async () => {
    one = await publishMarked();
  });

  test("was told by every list, feed and search, and is told by none", async () => {
    const before = [...(await tellers(one)).keys()];
    expect(before).toEqual(expect.arrayContaining([...ofItself, ...ofWhatStands]));
    await withhold(one);
    expect([...(await tellers(one))]).toEqual([]);
    for (const word of ["zqfinding", "zqlimits", "zqclaimant"])
      for (const [route, name] of [
        ["(public)/search", "q"],
        ["api/v1/claims-search", "query"],
      ] as const) {
        const { text } = await askExit(route, hasSlugOf(one), `${name}=${word}`);
        expect(text, `${word} at ${route}`).not.toContain(`/verdicts/${one.slug}`);
      }
  });

  test("answers 451 at the verdict's address, in its frame and to oEmbed", async () => {
    for (const path of [`/verdicts/${one.slug}`, `/embed/${one.slug}`, `/cards/${one.slug}/1.png`])
      expect((await ask(path)).status, path).toBe(451);
    expect((await ask(`/oembed?url=${siteUrl}/verdicts/${one.slug}`)).status).toBe(451);
    expect((await askExit("api/v1/publications/[slug]", hasSlugOf(one))).status).toBe(451);
    for (const path of ["/sitemap.xml", "/", "/archive"])
      expect(await (await ask(path)).text(), path).not.toContain(one.slug);
  });

  test("comes back into no list when rows of lists are made again at a start", async () => {
    await withClient(database.ownerUrl, fillListings);
    expect(await database.sql("SELECT slug FROM publication_listing WHERE slug = $1", [one.slug])).toEqual(
      [],
    );
  });

  test("gives its address to the corrected version that follows, and stays withheld", async () => {
    const { claimId, author, editor } = one;
    await done(openCorrection(author, claimId, { class: "verdict-change", reason: "Less is said." }, now()));
    await edit(author, claimId, { text: "Two new ferries sail", claimant: "The port", topics: ["Ports"] });
    await write(author, claimId, { finding: "Two do.", writeUp: "The register.", notInThisCheck: "" });
    for (const name of ["One", "Two"]) await desk.review(await database.makeViewer("checker", name), claimId);
    await desk.event(author, claimId, "ready");
    await sign(editor, claimId);
    expect((await ask(`/verdicts/${one.slug}`)).status).toBe(200);
    expect([...(await tellers(one))]).toEqual([]);
  });

  test("is withheld after a retraction too, under a banner that says what stands", async () => {
    const other = await publishMarked();
    const input = { reason: "It was wrong.", version: 1 };
    await done(retractPublication(other.editor, other.claimId, input, now()));
    await withhold(other);
    const html = await (await ask(`/verdicts/${other.slug}/v/1`)).text();
    expect(html).toContain("retracted");
    expect(shown(html)).toEqual([]);
    expect((await ask(`/verdicts/${other.slug}`)).status).toBe(410);
  });
});

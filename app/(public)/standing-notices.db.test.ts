import { JSDOM } from "jsdom";
import { beforeAll, expect, test } from "vitest";
import { signPublicNotice } from "../../lib/notices/commands/sign-notice";
import { retractPublication } from "../../lib/publications/commands/retract-publication";
import { openCorrection } from "../../lib/publications/commands/open-correction";
import { signOffVerdict } from "../../lib/publications/commands/sign-off-verdict";
import { writeVerdict } from "../../lib/verdicts/commands";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { ask, siteUrl } from "./reader-test";

const database = useTestDatabase();
const desk = makeDesk(database);
type Scene = Awaited<ReturnType<typeof desk.published>>;
let scene: Scene;
let other: Scene;

beforeAll(async () => {
  scene = await desk.published("Two new ferries sail from Selby", ["Ferries"]);
  other = await desk.published("Nine old barges lie at Selby", ["Ferries"]);
});

const month = () => new Date().toISOString().slice(0, 7);
const lists = () => ["/", "/topics/ferries", `/archive/${month()}`, "/search?q=selby"];
const documentOf = async (path: string) => new JSDOM(await (await ask(path)).text()).window.document;

/** The words beside a verdict's rating on a page of verdicts. */
async function beside(path: string, slug: string): Promise<string[]> {
  const link = (await documentOf(path)).querySelector(`.verdict-list a[href="/verdicts/${slug}"]`);
  expect(link, path).not.toBeNull();
  return [...link!.closest("li")!.querySelectorAll(".tag")].map((tag) => {
    expect(tag.querySelector("svg path"), path).not.toBeNull();
    return tag.textContent!.trim();
  });
}

const embedded = async (slug: string) =>
  [...(await documentOf(`/embed/${slug}`)).querySelectorAll(".tag")].map((tag) => tag.textContent!.trim());
const inFeed = async (path: string) => (await ask(path)).text();
const titleAt = async (slug: string) => {
  const answer = await ask(`/oembed?url=${siteUrl}/verdicts/${slug}`);
  return ((await answer.json()) as { title: string }).title;
};
const feeds = [
  "/feeds/verdicts.atom",
  "/feeds/verdicts.rss",
  "/feeds/verdicts.json",
  "/feeds/topics/Ferries.atom",
];

const correct = async (kind: "typo" | "correction", finding: string) => {
  const { claimId, author, editor } = scene;
  await done(openCorrection(author, claimId, { class: kind, reason: "A word was wrong." }, new Date()));
  const [row] = await database.sql<{ version: number }>(`SELECT version FROM verdict WHERE "claimId" = $1`, [
    claimId,
  ]);
  await done(writeVerdict(author, claimId, { notInThisCheck: finding, version: row!.version }, new Date()));
  await desk.event(author, claimId, "ready");
  const revisionHash = await desk.revisionHash(claimId);
  await done(signOffVerdict(editor, claimId, { revisionHash }, new Date()));
};

test("a notice that is signed stands at once in every list, the frame, the feeds and the title for embedding", async () => {
  // Everything is asked before, so that it is kept.
  for (const path of [...lists(), ...feeds]) await ask(path);
  for (const path of lists()) expect(await beside(path, scene.slug), path).toEqual([]);
  expect(await embedded(scene.slug)).toEqual([]);
  const notice = { kind: "under-review" as const, text: "We count the ferries again." };
  await done(signPublicNotice(scene.editor, scene.claimId, notice, new Date()));
  for (const path of lists()) {
    expect(await beside(path, scene.slug), path).toEqual(["Under review"]);
    expect(await beside(path, other.slug), path).toEqual([]);
  }
  expect(await embedded(scene.slug)).toEqual(["Under review"]);
  for (const path of feeds) {
    const feed = await inFeed(path);
    expect(feed, path).toContain("[Under review] Confirmed: They do.");
    expect(feed, path).toContain("We count the ferries again.");
  }
  expect(await titleAt(scene.slug)).toBe(
    "[Under review] Confirmed (the evidence shows it is right): They do.",
  );
  expect(await titleAt(other.slug)).toBe("Confirmed (the evidence shows it is right): They do.");
});

test("it stands on after a typing error was put right, and ends with a correction; the page says which", async () => {
  await correct("typo", "whether they sail on time");
  expect(await beside("/", scene.slug)).toEqual(["Under review"]);
  expect(await embedded(scene.slug)).toEqual(["Under review"]);
  const notice = async () =>
    (await documentOf(`/verdicts/${scene.slug}`)).querySelector(".notice")!.textContent!;
  expect(await notice()).not.toContain("until version");
  await correct("correction", "whether they sail at night");
  for (const path of lists()) expect(await beside(path, scene.slug), path).toEqual([]);
  expect(await embedded(scene.slug)).toEqual([]);
  expect(await notice()).toContain("(until version 3, ");
  expect(await inFeed("/feeds/verdicts.json")).not.toContain("Under review");
});

test("the frame of a retracted verdict names the claim and no rating, and no list has the verdict or its notice", async () => {
  const { claimId, editor, slug } = scene;
  const notice = { kind: "outdated" as const, text: "The ferries were sold." };
  await done(signPublicNotice(editor, claimId, notice, new Date()));
  expect(await embedded(slug)).toEqual(["Out of date"]);
  await done(
    retractPublication(editor, claimId, { reason: "There are no ferries.", version: 3 }, new Date()),
  );
  const frame = await ask(`/embed/${slug}`);
  expect(frame.status).toBe(410);
  const { body } = new JSDOM(await frame.text()).window.document;
  expect(body.textContent).toContain("This verdict has been retracted");
  expect(body.textContent).toContain("The claim: Two new ferries sail from Selby");
  expect(body.textContent).not.toMatch(/Confirmed|They do|Out of date/);
  const home = await (await ask("/")).text();
  expect(home).not.toContain("Out of date");
  const old = (await documentOf(`/verdicts/${slug}/v/3`)).querySelector(".badge")!;
  expect(old.querySelector("s")?.textContent).toMatch(/^Confirmed : \S/);
  expect(old.className).not.toContain("tone-");
});

test("a notice that somebody moved to another verdict in the database takes it out of lists, as its page shows nothing", async () => {
  const third = await desk.published("Six quays were built at Selby", ["Ferries"]);
  const notice = { kind: "source-changed" as const, text: "A quay is gone." };
  await done(signPublicNotice(other.editor, other.claimId, notice, new Date()));
  expect(await beside("/search?q=selby", third.slug)).toEqual([]);
  await database.sqlOwner("ALTER TABLE notice DISABLE TRIGGER ALL");
  await database.sqlOwner("UPDATE notice SET slug = $1 WHERE slug = $2", [third.slug, other.slug]);
  await database.sqlOwner("ALTER TABLE notice ENABLE TRIGGER ALL");
  await database.sqlOwner("SELECT pg_notify('countersign_published', '*')");
  await expect.poll(async () => (await ask(`/verdicts/${third.slug}`)).status, { timeout: 40_000 }).toBe(503);
  const found = await (await ask("/search?q=quays+selby")).text();
  expect(found).not.toContain(`/verdicts/${third.slug}"`);
});

import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { closeListeners, serve } from "../../scripts/test/local-listener";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { createClaim } from "../claims/commands/create-claim";
import { addEvidence } from "../evidence/commands";
import { checkSource } from "./check-source";
import { planChecks } from "./plan-checks";

const database = useTestDatabase();
const desk = makeDesk(database);

const words = "Two new ferries sail from Selby every morning.";
const other = "Two new ferries sail from Selby every evening.";
const html = (sentence: string, more = "") =>
  `<!doctype html><html lang="en"><head><title>Ferries</title></head><body><article><h1>Ferries of Selby</h1><p>${sentence}</p><p>The harbour board met on Monday to talk about the timetable.</p>${more}</article></body></html>`;

type Site = (request: IncomingMessage, response: ServerResponse) => void;
let site: Site;
let robots: Site;
let asked: { url: string; headers: IncomingMessage["headers"] }[] = [];
let origin = "";
let checker: Viewer;
let paths = 0;

beforeAll(async () => {
  const port = await serve((request, response) => {
    asked.push({ url: request.url ?? "", headers: request.headers });
    (request.url === "/robots.txt" ? robots : site)(request, response);
  });
  origin = `http://127.0.0.1:${port}`;
  process.env.COUNTERSIGN_FETCH_LOOPBACK_PORTS = String(port);
  checker = await database.makeViewer("checker", "Watcher");
});
afterAll(closeListeners);

const answer =
  (status: number, body = "", headers: Record<string, string> = {}): Site =>
  (_request, response) =>
    void response.writeHead(status, { "content-type": "text/html", ...headers }).end(body);

const hour = 3_600_000;
/** Time of a test's own, so that no look waits for the one before. */
let now = new Date("2031-03-14T12:00:00Z");
const later = (hours: number) => (now = new Date(now.getTime() + hours * hour));

beforeEach(async () => {
  asked = [];
  site = answer(200, html(words));
  robots = answer(404);
  later(24 * 40);
  await database.sqlOwner("DELETE FROM watched_host");
  await database.sqlOwner(`UPDATE article SET url = NULL`);
  await database.sqlOwner(`DELETE FROM setting WHERE key = 'watch'`);
  await database.sqlOwner("DELETE FROM pgboss.job WHERE name = 'check-source'");
});

/** A page of the site on which a claim leans; captured at `now` by pasting. */
async function leanedUpon(host = origin): Promise<{ articleId: string; claimId: string }> {
  const url = `${host}/page-${(paths += 1)}`;
  const { articleId } = await done(addArticle(checker, { html: html(words), url }, now));
  const { claimId } = await done(createClaim(checker, { text: `Ferries sail from Selby, ${paths}` }, now));
  await done(addEvidence(checker, claimId, { articleId, quote: { exact: words }, stance: "supports" }, now));
  return { articleId, claimId };
}

type ArticleRow = { nextCheckAt: Date | null; checkFailures: number; checkingUntil: Date | null };
const articleRow = async (id: string) =>
  (await database.sql<ArticleRow>(`SELECT * FROM article WHERE id = $1`, [id]))[0]!;
const looks = async (id: string) =>
  (
    await database.sql<{ outcome: string; failureCode: string | null }>(
      `SELECT outcome, "failureCode" FROM source_check WHERE "articleId" = $1 ORDER BY "checkedAt", id`,
      [id],
    )
  ).map(({ outcome, failureCode }) => (failureCode ? `${outcome}: ${failureCode}` : outcome));
const outcomes = async (id: string) =>
  (
    await database.sql<{ outcome: string }>(
      `SELECT k.outcome FROM quote_check k JOIN quote q ON q.id = k."quoteId" WHERE q."articleId" = $1 ORDER BY k."checkedAt", k.id`,
      [id],
    )
  ).map(({ outcome }) => outcome);
const captures = async (id: string) =>
  Number((await database.sql(`SELECT count(*) AS n FROM capture WHERE "articleId" = $1`, [id]))[0]!.n);
const hoursUntilNext = async (id: string) =>
  ((await articleRow(id)).nextCheckAt!.getTime() - now.getTime()) / hour;
const look = (articleId: string) => checkSource({ articleId }, now);

describe("a look at a source", () => {
  it("keeps a first copy of the source itself, and later ones only when the text is another", async () => {
    const { articleId, claimId } = await leanedUpon();
    expect(await look(articleId)).toBe("looked");
    later(1);
    site = answer(200, html(words).replace("<article>", `<script>var visit=2</script><article>`));
    await look(articleId);
    later(1);
    site = answer(200, html(other));
    await look(articleId);
    expect(await looks(articleId)).toEqual(["new-copy", "same-text", "new-copy"]);
    expect(await outcomes(articleId)).toEqual([
      expect.stringMatching(/unchanged|moved/),
      expect.stringMatching(/unchanged|moved/),
      "altered",
    ]);
    expect(await captures(articleId)).toBe(3);
    const told = `SELECT count(*)::int AS n FROM notification WHERE "claimId" = $1`;
    expect(await database.sql(told, [claimId])).toEqual([{ n: 1 }]);
    const [copy] = await database.sql(
      `SELECT "createdById", method FROM capture WHERE "articleId" = $1 ORDER BY "capturedAt" DESC LIMIT 1`,
      [articleId],
    );
    expect(copy).toEqual({ createdById: null, method: "fetched" });
  });

  it("asks only whether the page is still the same, and counts 304 as looked at", async () => {
    const { articleId } = await leanedUpon();
    const modified = "Fri, 14 Mar 2031 08:00:00 GMT";
    site = answer(200, html(words), { etag: '"one"', "last-modified": modified });
    await look(articleId);
    later(1);
    site = answer(304);
    await look(articleId);
    const last = asked.filter(({ url }) => url !== "/robots.txt").at(-1)!;
    expect(last.headers).toMatchObject({ "if-none-match": '"one"', "if-modified-since": modified });
    expect(await looks(articleId)).toEqual(["new-copy", "not-modified"]);
    expect(await outcomes(articleId)).toHaveLength(2);
    expect(await captures(articleId)).toBe(2);
  });

  it("takes one 404 for a page not reached, and a second an hour later for a page that is gone", async () => {
    const { articleId, claimId } = await leanedUpon();
    site = answer(404, "no");
    await look(articleId);
    expect(await outcomes(articleId)).toEqual(["unreachable"]);
    expect(await hoursUntilNext(articleId)).toBeGreaterThanOrEqual(1);
    expect(await hoursUntilNext(articleId)).toBeLessThan(1.2);
    later(1.2);
    await look(articleId);
    expect(await outcomes(articleId)).toEqual(["unreachable", "gone"]);
    later(2);
    await look(articleId);
    expect(await database.sql(`SELECT kind FROM notification WHERE "claimId" = $1`, [claimId])).toEqual([
      { kind: "source-gone" },
    ]);
    expect((await articleRow(articleId)).checkFailures).toBe(3);
  });

  it("waits as long as the site asks (429), the whole site with it, and begins anew once it is reached", async () => {
    const { articleId } = await leanedUpon();
    const neighbour = await leanedUpon();
    site = answer(429, "slow down", { "retry-after": String(3 * 3600) });
    await look(articleId);
    expect(await looks(articleId)).toEqual(["unreachable: http-status"]);
    expect(await hoursUntilNext(articleId)).toBeGreaterThanOrEqual(3);
    later(2);
    site = answer(200, html(words));
    expect(await look(neighbour.articleId)).toBe("waits-for-site");
    expect((await articleRow(neighbour.articleId)).nextCheckAt!.getTime()).toBeGreaterThan(now.getTime());
    later(2);
    expect(await look(articleId)).toBe("looked");
    expect((await articleRow(articleId)).checkFailures).toBe(0);
  });

  it("says that it was refused, and claims no edit, when the site answers 403", async () => {
    const { articleId } = await leanedUpon();
    site = answer(403, "no");
    await look(articleId);
    expect(await looks(articleId)).toEqual(["blocked: blocked"]);
    expect(await outcomes(articleId)).toEqual(["blocked"]);
    expect(await hoursUntilNext(articleId)).toBeGreaterThanOrEqual(24);
  });

  it("opens nothing that robots.txt disallows, and nothing while robots.txt cannot be read", async () => {
    const { articleId } = await leanedUpon();
    robots = answer(200, "User-agent: *\nDisallow: /page", { "content-type": "text/plain" });
    await look(articleId);
    expect(asked.map(({ url }) => url)).toEqual(["/robots.txt"]);
    later(30);
    robots = answer(503);
    await look(articleId);
    later(30);
    robots = answer(404);
    await look(articleId);
    expect(await looks(articleId)).toEqual([
      "blocked: robots-disallow",
      "unreachable: robots-unreadable",
      "new-copy",
    ]);
  });

  it("follows no redirect to where robots.txt lets nobody in", async () => {
    const { articleId } = await leanedUpon();
    site = (request, response) =>
      request.url === "/moved"
        ? answer(200, html(words))(request, response)
        : answer(301, "", { location: "/moved" })(request, response);
    robots = answer(200, "User-agent: *\nDisallow: /moved", { "content-type": "text/plain" });
    await look(articleId);
    expect(asked.map(({ url }) => url)).not.toContain("/moved");
    expect(await looks(articleId)).toEqual(["blocked: robots-disallow"]);
    later(24 * 40);
    robots = answer(404);
    await database.sqlOwner("DELETE FROM watched_host");
    await look(articleId);
    expect(asked.map(({ url }) => url)).toContain("/moved");
  });

  it("reads robots.txt once a day, and leaves the site alone as long as it says", async () => {
    const { articleId } = await leanedUpon();
    robots = answer(200, "User-agent: *\nCrawl-delay: 1800", { "content-type": "text/plain" });
    await look(articleId);
    later(0.3);
    expect(await look(articleId)).toBe("waits-for-site");
    later(0.3);
    expect(await look(articleId)).toBe("looked");
    expect(asked.filter(({ url }) => url === "/robots.txt")).toHaveLength(1);
  });

  it("is one at a time for an article, whoever asks", async () => {
    const { articleId } = await leanedUpon();
    const found = await Promise.all(Array.from({ length: 6 }, () => look(articleId)));
    expect(found.filter((outcome) => outcome === "looked")).toHaveLength(1);
    expect(asked.filter(({ url }) => url.startsWith("/page"))).toHaveLength(1);
  });

  it("is one at a time for a site", async () => {
    const pages = [await leanedUpon(), await leanedUpon(), await leanedUpon()];
    const found = await Promise.all(pages.map(({ articleId }) => look(articleId)));
    expect(found.toSorted()).toEqual(["looked", "waits-for-site", "waits-for-site"]);
  });

  it("that was lost with its worker is taken up again", async () => {
    const { articleId } = await leanedUpon();
    const soon = new Date(now.getTime() + 5 * 60_000);
    await database.sqlOwner(`UPDATE article SET "checkingUntil" = $2 WHERE id = $1`, [articleId, soon]);
    expect(await look(articleId)).toBe("skipped");
    later(0.1);
    expect(await look(articleId)).toBe("looked");
    expect((await articleRow(articleId)).checkingUntil).toBeNull();
  });
});

describe("the schedule", () => {
  const due = (id: string) =>
    database.sqlOwner(`UPDATE article SET "nextCheckAt" = $2 WHERE id = $1`, [id, now]);
  const queued = async () =>
    (
      await database.sqlOwner<{ articleId: string }>(
        `SELECT data ->> 'articleId' AS "articleId" FROM pgboss.job WHERE name = 'check-source' AND state < 'completed' ORDER BY "articleId"`,
      )
    ).map(({ articleId }) => articleId);

  it("gives what claims lean on a date, and nothing else", async () => {
    const { articleId } = await leanedUpon();
    const idle = await done(addArticle(checker, { html: html(words), url: `${origin}/idle` }, now));
    expect(await planChecks(now)).toEqual([]);
    expect((await articleRow(articleId)).nextCheckAt!.getTime()).toBeGreaterThan(now.getTime());
    expect((await articleRow(idle.articleId)).nextCheckAt).toBeNull();
  });

  it("puts each due article into the queue once, one a site, up to the cap of a run", async () => {
    const pages = [await leanedUpon(), await leanedUpon()];
    const elsewhere = [];
    for (const name of ["a", "b", "c"]) elsewhere.push(await leanedUpon(`https://${name}.example`));
    for (const { articleId } of [...pages, ...elsewhere]) await due(articleId);
    await database.sqlOwner(`INSERT INTO setting (key, value) VALUES ('watch', '{"maxPerRun": 3}')`);
    const runs = await Promise.all([planChecks(now), planChecks(now), planChecks(now)]);
    expect(runs.flat()).toHaveLength(3);
    expect(await queued()).toEqual(runs.flat().toSorted());
    await planChecks(now);
    const all = await queued();
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((id) => pages.some(({ articleId }) => articleId === id)).length).toBeLessThanOrEqual(2);
  });

  it("plans again what was lost, so that an ended process loses nothing", async () => {
    const { articleId } = await leanedUpon();
    await due(articleId);
    expect(await planChecks(now)).toEqual([articleId]);
    expect(await planChecks(now)).toEqual([]);
    await database.sqlOwner("DELETE FROM pgboss.job WHERE name = 'check-source'");
    later(0.3);
    expect(await planChecks(now)).toEqual([articleId]);
  });

  it("forgets claims that were declined or retracted", async () => {
    const { articleId, claimId } = await leanedUpon();
    await due(articleId);
    await desk.event(checker, claimId, "start-research");
    const { sendEvent } = await import("../claims/commands/send-event");
    await done(sendEvent(checker, claimId, { event: "decline", reason: "other" }, now));
    expect(await planChecks(now)).toEqual([]);
  });

  it("can be switched off: nothing is planned, and what waits in the queue opens nothing", async () => {
    const { articleId } = await leanedUpon();
    await due(articleId);
    await database.sqlOwner(`INSERT INTO setting (key, value) VALUES ('watch', '{"isOn": false}')`);
    expect(await planChecks(now)).toEqual([]);
    expect(await look(articleId)).toBe("skipped");
    expect(asked).toEqual([]);
  });
});

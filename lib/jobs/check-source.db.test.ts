import { describe, expect, it } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { answer, storySaying, useWatchedSite, words } from "../../scripts/test/watched-site";
import { checkSource } from "./check-source";

const database = useTestDatabase();
const site = useWatchedSite(database);

const other = "Two new ferries sail from Selby every evening.";

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
  ((await site.articleRow(id)).nextCheckAt!.getTime() - site.now.getTime()) / 3_600_000;
const look = (articleId: string) => checkSource({ articleId }, site.now);

describe("a look at a source", () => {
  it("keeps a first copy of the source itself, and later ones only when the text is another", async () => {
    const { articleId, claimId } = await site.leanedUpon();
    expect(await look(articleId)).toBe("looked");
    site.later(1);
    site.page = answer(200, storySaying(words).replace("<article>", `<script>var visit=2</script><article>`));
    await look(articleId);
    site.later(1);
    site.page = answer(200, storySaying(other));
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
    const { articleId } = await site.leanedUpon();
    const modified = "Fri, 14 Mar 2031 08:00:00 GMT";
    site.page = answer(200, storySaying(words), { etag: '"one"', "last-modified": modified });
    await look(articleId);
    site.later(1);
    site.page = answer(304);
    await look(articleId);
    const last = site.asked.filter(({ url }) => url !== "/robots.txt").at(-1)!;
    expect(last.headers).toMatchObject({ "if-none-match": '"one"', "if-modified-since": modified });
    expect(await looks(articleId)).toEqual(["new-copy", "not-modified"]);
    expect(await outcomes(articleId)).toHaveLength(2);
    expect(await captures(articleId)).toBe(2);
  });

  it("takes one 404 for a page not reached, and a second an hour later for a page that is gone", async () => {
    const { articleId, claimId } = await site.leanedUpon();
    site.page = answer(404, "no");
    await look(articleId);
    expect(await outcomes(articleId)).toEqual(["unreachable"]);
    expect(await hoursUntilNext(articleId)).toBeGreaterThanOrEqual(1);
    expect(await hoursUntilNext(articleId)).toBeLessThan(1.2);
    site.later(1.2);
    await look(articleId);
    expect(await outcomes(articleId)).toEqual(["unreachable", "gone"]);
    site.later(2);
    await look(articleId);
    expect(await database.sql(`SELECT kind FROM notification WHERE "claimId" = $1`, [claimId])).toEqual([
      { kind: "source-gone" },
    ]);
    expect((await site.articleRow(articleId)).checkFailures).toBe(3);
  });

  it("does not count a 404 from before the page was there again", async () => {
    const { articleId } = await site.leanedUpon();
    site.page = answer(404, "no");
    await look(articleId);
    site.later(24);
    site.page = answer(200, storySaying(words));
    await look(articleId);
    site.later(24);
    site.page = answer(404, "no");
    await look(articleId);
    site.later(0.02);
    await look(articleId);
    expect((await looks(articleId)).slice(2)).toEqual(["missing: http-status", "missing: http-status"]);
    expect((await outcomes(articleId)).slice(2)).toEqual(["unreachable", "unreachable"]);
    site.later(1);
    await look(articleId);
    expect((await outcomes(articleId)).at(-1)).toBe("gone");
  });

  it("waits as long as the site asks (429), the whole site with it, and begins anew once it is reached", async () => {
    const { articleId } = await site.leanedUpon();
    const neighbour = await site.leanedUpon();
    site.page = answer(429, "slow down", { "retry-after": String(3 * 3600) });
    await look(articleId);
    expect(await looks(articleId)).toEqual(["unreachable: http-status"]);
    expect(await hoursUntilNext(articleId)).toBeGreaterThanOrEqual(3);
    site.later(2);
    site.page = answer(200, storySaying(words));
    expect(await look(neighbour.articleId)).toBe("waits-for-site");
    expect((await site.articleRow(neighbour.articleId)).nextCheckAt!.getTime()).toBeGreaterThan(
      site.now.getTime(),
    );
    site.later(2);
    expect(await look(articleId)).toBe("looked");
    expect((await site.articleRow(articleId)).checkFailures).toBe(0);
  });

  it("says that it was refused, and claims no edit, when the site answers 403", async () => {
    const { articleId } = await site.leanedUpon();
    site.page = answer(403, "no");
    await look(articleId);
    expect(await looks(articleId)).toEqual(["blocked: blocked"]);
    expect(await outcomes(articleId)).toEqual(["blocked"]);
    expect(await hoursUntilNext(articleId)).toBeGreaterThanOrEqual(24);
  });

  it("opens nothing that robots.txt disallows, and nothing while robots.txt cannot be read", async () => {
    const { articleId } = await site.leanedUpon();
    site.robots = answer(200, "User-agent: *\nDisallow: /page", { "content-type": "text/plain" });
    await look(articleId);
    expect(site.asked.map(({ url }) => url)).toEqual(["/robots.txt"]);
    site.later(30);
    site.robots = answer(503);
    await look(articleId);
    site.later(30);
    site.robots = answer(404);
    await look(articleId);
    expect(await looks(articleId)).toEqual([
      "blocked: robots-disallow",
      "unreachable: robots-unreadable",
      "new-copy",
    ]);
  });

  it("follows no redirect to where robots.txt lets nobody in", async () => {
    const { articleId } = await site.leanedUpon();
    site.page = (request, response) =>
      request.url === "/moved"
        ? answer(200, storySaying(words))(request, response)
        : answer(301, "", { location: "/moved" })(request, response);
    site.robots = answer(200, "User-agent: *\nDisallow: /moved", { "content-type": "text/plain" });
    await look(articleId);
    expect(site.asked.map(({ url }) => url)).not.toContain("/moved");
    expect(await looks(articleId)).toEqual(["blocked: robots-disallow"]);
    site.later(24 * 40);
    site.robots = answer(404);
    await database.sqlOwner("DELETE FROM watched_host");
    await look(articleId);
    expect(site.asked.map(({ url }) => url)).toContain("/moved");
  });

  it("waits for the turn of the site to which a redirect leads", async () => {
    const { articleId } = await site.leanedUpon();
    const elsewhere = new URL(site.origin.replace("127.0.0.1", "localhost"));
    site.page = (request, response) =>
      request.url === "/moved"
        ? answer(200, storySaying(words))(request, response)
        : answer(301, "", {
            // Two redirects to the same host, as one for the name and one for the address.
            location: `${elsewhere.origin}/${request.url === "/once-more" ? "moved" : "once-more"}`,
          })(request, response);
    const until = new Date(site.now.getTime() + 600_000);
    await database.sqlOwner(`INSERT INTO watched_host (host, "nextVisitAt") VALUES ($1, $2)`, [
      elsewhere.host,
      until,
    ]);
    expect(await look(articleId)).toBe("waits-for-site");
    expect(site.asked.map(({ url }) => url)).not.toContain("/moved");
    expect(await site.articleRow(articleId)).toMatchObject({ nextCheckAt: until, checkFailures: 0 });
    site.later(1);
    expect(await look(articleId)).toBe("looked");
    expect(site.asked.map(({ url }) => url)).toContain("/moved");
  });

  it("reads robots.txt once a day, and leaves the site alone as long as it says", async () => {
    const { articleId } = await site.leanedUpon();
    site.robots = answer(200, "User-agent: *\nCrawl-delay: 1800", { "content-type": "text/plain" });
    await look(articleId);
    site.later(0.3);
    expect(await look(articleId)).toBe("waits-for-site");
    site.later(0.3);
    expect(await look(articleId)).toBe("looked");
    expect(site.asked.filter(({ url }) => url === "/robots.txt")).toHaveLength(1);
  });

  it("is one at a time for an article, whoever asks", async () => {
    const { articleId } = await site.leanedUpon();
    const found = await Promise.all(Array.from({ length: 6 }, () => look(articleId)));
    expect(found.filter((outcome) => outcome === "looked")).toHaveLength(1);
    expect(site.asked.filter(({ url }) => url.startsWith("/page"))).toHaveLength(1);
  });

  it("is one at a time for a site", async () => {
    const pages = [await site.leanedUpon(), await site.leanedUpon(), await site.leanedUpon()];
    const found = await Promise.all(pages.map(({ articleId }) => look(articleId)));
    expect(found.toSorted()).toEqual(["looked", "waits-for-site", "waits-for-site"]);
  });

  it("that was lost with its worker is taken up again", async () => {
    const { articleId } = await site.leanedUpon();
    const soon = new Date(site.now.getTime() + 5 * 60_000);
    await database.sqlOwner(`UPDATE article SET "checkingUntil" = $2 WHERE id = $1`, [articleId, soon]);
    expect(await look(articleId)).toBe("skipped");
    site.later(0.1);
    expect(await look(articleId)).toBe("looked");
    expect((await site.articleRow(articleId)).checkingUntil).toBeNull();
  });
});

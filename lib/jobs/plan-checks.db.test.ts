import { describe, expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { storySaying, useWatchedSite, words } from "../../scripts/test/watched-site";
import { addArticle } from "../articles/commands/add-article";
import { sendEvent } from "../claims/commands/send-event";
import { checkSource } from "./check-source";
import { planChecks } from "./plan-checks";

const database = useTestDatabase();
const desk = makeDesk(database);
const site = useWatchedSite(database);

describe("the schedule", () => {
  const due = (id: string) =>
    database.sqlOwner(`UPDATE article SET "nextCheckAt" = $2 WHERE id = $1`, [id, site.now]);
  const queued = async () =>
    (
      await database.sqlOwner<{ articleId: string }>(
        `SELECT data ->> 'articleId' AS "articleId" FROM pgboss.job WHERE name = 'check-source' AND state < 'completed' ORDER BY "articleId"`,
      )
    ).map(({ articleId }) => articleId);

  it("gives what claims lean on a date, and nothing else", async () => {
    const { articleId } = await site.leanedUpon();
    const idle = await done(
      addArticle(site.checker, { html: storySaying(words), url: `${site.origin}/idle` }, site.now),
    );
    expect(await planChecks(site.now)).toEqual([]);
    expect((await site.articleRow(articleId)).nextCheckAt!.getTime()).toBeGreaterThan(site.now.getTime());
    expect((await site.articleRow(idle.articleId)).nextCheckAt).toBeNull();
  });

  it("puts each due article into the queue once, one a site, up to the cap of a run", async () => {
    const pages = [await site.leanedUpon(), await site.leanedUpon()];
    const elsewhere = [];
    for (const name of ["a", "b", "c"]) elsewhere.push(await site.leanedUpon(`https://${name}.example`));
    for (const { articleId } of [...pages, ...elsewhere]) await due(articleId);
    await database.sqlOwner(`INSERT INTO setting (key, value) VALUES ('watch', '{"maxPerRun": 3}')`);
    const runs = await Promise.all([planChecks(site.now), planChecks(site.now), planChecks(site.now)]);
    // Two of them may have come one after the other: the cap is of each run.
    expect(runs.map(({ length }) => length).filter((length) => length > 3)).toEqual([]);
    expect(runs.map(({ length }) => length)).toContain(3);
    expect(await queued()).toEqual(runs.flat().toSorted());
    await planChecks(site.now);
    const all = await queued();
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((id) => pages.some(({ articleId }) => articleId === id)).length).toBeLessThanOrEqual(2);
  });

  it("plans again what was lost, so that an ended process loses nothing", async () => {
    const { articleId } = await site.leanedUpon();
    await due(articleId);
    expect(await planChecks(site.now)).toEqual([articleId]);
    expect(await planChecks(site.now)).toEqual([]);
    await database.sqlOwner("DELETE FROM pgboss.job WHERE name = 'check-source'");
    site.later(0.3);
    expect(await planChecks(site.now)).toEqual([articleId]);
  });

  it("forgets claims that were declined or retracted", async () => {
    const { articleId, claimId } = await site.leanedUpon();
    await due(articleId);
    await desk.event(site.checker, claimId, "start-research");
    await done(sendEvent(site.checker, claimId, { event: "decline", reason: "other" }, site.now));
    expect(await planChecks(site.now)).toEqual([]);
  });

  it("can be switched off: nothing is planned, and what waits in the queue opens nothing", async () => {
    const { articleId } = await site.leanedUpon();
    await due(articleId);
    await database.sqlOwner(`INSERT INTO setting (key, value) VALUES ('watch', '{"isOn": false}')`);
    expect(await planChecks(site.now)).toEqual([]);
    expect(await checkSource({ articleId }, site.now)).toBe("skipped");
    expect(site.asked).toEqual([]);
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { closeListeners, serve } from "../../scripts/test/local-listener";
import { useTestDatabase } from "../../scripts/test/test-database";
import { addArticle, retryFetch } from "../articles/commands/add-article";
import { fetchAgain } from "../articles/commands/capture-article";
import { stopFetch } from "../articles/commands/stop-fetch";
import { newId } from "../core/new-id.server";
import { fetchArticle } from "./fetch-article";
import { takeUpLost } from "./take-up-lost";

const database = useTestDatabase();

afterEach(async () => {
  vi.unstubAllEnvs();
  await closeListeners();
});

const html = "<!doctype html><title>Ferries</title><p>Two new ferries sail from Selby every morning.</p>";

async function fetching(port: number, actorId: string): Promise<string> {
  vi.stubEnv("COUNTERSIGN_FETCH_LOOPBACK_PORTS", String(port));
  const id = newId();
  await database.sqlOwner(
    `INSERT INTO article (id, state, url, "createdById") VALUES ($1, 'fetching', $2, $3)`,
    [id, `http://127.0.0.1:${port}/${id}`, actorId],
  );
  return id;
}

const articleOf = async (id: string) =>
  (
    await database.sql(
      `SELECT state, "failureCode" AS code, "failureMessage" AS message,
        (SELECT count(*)::int FROM capture WHERE "articleId" = article.id) AS captures FROM article WHERE id = $1`,
      [id],
    )
  )[0];

const eventsOf = async (id: string) =>
  (await database.sql(`SELECT event FROM log_entry WHERE "subjectId" = $1 ORDER BY id`, [id])).map(
    ({ event }) => event,
  );

describe("a fetch that is stopped", () => {
  it("ends at once while the site keeps it waiting, says who stopped it, and keeps nothing", async () => {
    const viewer = await database.makeViewer("checker", "Stopper");
    let asked = () => {};
    const isAsked = new Promise<void>((done) => (asked = done));
    // A site that never answers: only the stop can end this before the time limit of the test.
    const port = await serve(() => asked());
    const id = await fetching(port, viewer.id);
    const job = fetchArticle({ articleId: id, actorId: viewer.id }, new Date());
    await isAsked;
    expect(await stopFetch(viewer, id, new Date())).toEqual({ ok: true, value: { articleId: id } });
    await job;
    expect(await articleOf(id)).toEqual({
      state: "failed",
      code: "stopped",
      message: "Stopper stopped the fetch.",
      captures: 0,
    });
    expect(await eventsOf(id)).toEqual(["article.fetch-stopped"]);
  });

  it("keeps nothing either when the page came in the same moment", async () => {
    const viewer = await database.makeViewer("checker", "Quick");
    let id = "";
    const port = await serve((_request, response) => {
      void stopFetch(viewer, id, new Date()).then(() =>
        response.writeHead(200, { "content-type": "text/html" }).end(html),
      );
    });
    id = await fetching(port, viewer.id);
    await fetchArticle({ articleId: id, actorId: viewer.id }, new Date());
    expect(await articleOf(id)).toMatchObject({ state: "failed", code: "stopped", captures: 0 });
  });

  it("before its turn came is never begun", async () => {
    const viewer = await database.makeViewer("checker", "Early");
    let requests = 0;
    const port = await serve((_request, response) => {
      requests += 1;
      response.end(html);
    });
    const id = await fetching(port, viewer.id);
    await stopFetch(viewer, id, new Date());
    await fetchArticle({ articleId: id, actorId: viewer.id }, new Date());
    expect(requests).toBe(0);
  });
});

describe("a fetch that nobody stops", () => {
  it("keeps the page, and can then not be stopped any more", async () => {
    const viewer = await database.makeViewer("checker", "Late");
    const port = await serve((_request, response) =>
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html),
    );
    const id = await fetching(port, viewer.id);
    await fetchArticle({ articleId: id, actorId: viewer.id }, new Date());
    expect(await articleOf(id)).toMatchObject({ state: "captured", code: null, captures: 1 });
    const late = await stopFetch(viewer, id, new Date());
    expect(late).toMatchObject({ ok: false, error: { kind: "conflict", code: "not-fetching" } });
    expect(await articleOf(id)).toMatchObject({ state: "captured", captures: 1 });
  });

  it("of an article that is not there is not found", async () => {
    const viewer = await database.makeViewer("checker", "Nowhere");
    expect(await stopFetch(viewer, "nope", new Date())).toMatchObject({
      ok: false,
      error: { kind: "not_found" },
    });
  });
});

describe("a fetch whose job is no more", () => {
  it("is said to have broken off, and may be asked for again; one with a job goes on", async () => {
    const viewer = await database.makeViewer("checker", "Patient");
    const lost = await fetching(9, viewer.id);
    await takeUpLost(new Date());
    expect(await articleOf(lost)).toMatchObject({ state: "failed", code: "interrupted" });
    expect(await eventsOf(lost)).toEqual(["article.fetch-failed"]);

    expect(await fetchAgain(viewer, lost, new Date())).toMatchObject({ ok: true });
    await takeUpLost(new Date());
    expect(await articleOf(lost)).toMatchObject({ state: "fetching" });
    // Asked twice at once: the second hears that it is on its way, and no second job is made.
    await fetchAgain(viewer, lost, new Date());
    const jobs = `SELECT 1 FROM pgboss.job WHERE data->>'articleId' = $1`;
    expect(await database.sqlOwner(jobs, [lost])).toHaveLength(1);
  });

  it("is not begun for an article that was captured meanwhile", async () => {
    const viewer = await database.makeViewer("checker", "Late");
    const port = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end(html);
    });
    const id = await fetching(port, viewer.id);
    await fetchArticle({ articleId: id, actorId: viewer.id }, new Date());
    const captured = { ok: true, value: { articleId: id, state: "captured" } };
    expect(await retryFetch(viewer, id, new Date())).toEqual(captured);
    const url = `http://127.0.0.1:${port}/${id}`;
    expect(await addArticle(viewer, { url }, new Date())).toEqual(captured);
    expect(await articleOf(id)).toMatchObject({ state: "captured" });
    expect(await eventsOf(id)).toEqual(["article.captured"]);
  });
});

describe("pages that a sheet names", () => {
  const now = new Date();
  const jobOf = async (id: string) =>
    (
      await database.sqlOwner<{ turn: string; start: Date }>(
        `SELECT data->>'turn' AS turn, start_after AS start FROM pgboss.job WHERE data->>'articleId' = $1`,
        [id],
      )
    )[0];

  it("are fetched one after the other of a site, each in the turn that it took", async () => {
    const viewer = await database.makeViewer("checker", "Sheet");
    const asked: string[] = [];
    const port = await serve((request, response) => {
      asked.push(request.url!);
      if (request.url === "/robots.txt") return void response.writeHead(404).end();
      response.writeHead(200, { "content-type": "text/html" }).end(html);
    });
    const ids = [
      await fetching(port, viewer.id),
      await fetching(port, viewer.id),
      await fetching(port, viewer.id),
    ];
    for (const articleId of ids) await fetchArticle({ articleId, actorId: viewer.id, turn: "due" }, now);
    expect(asked).toEqual(["/robots.txt", `/${ids[0]}`]);
    const later = [await jobOf(ids[1]!), await jobOf(ids[2]!)];
    expect(later.map((job) => job!.turn)).toEqual(["taken", "taken"]);
    expect(later.map((job) => job!.start.getTime() - now.getTime())).toEqual([2000, 4000]);
    await fetchArticle({ articleId: ids[2]!, actorId: viewer.id, turn: "taken" }, now);
    expect(await articleOf(ids[2]!)).toMatchObject({ state: "captured" });
  });

  it("wait when the site asks for it, those too that took their turn before", async () => {
    const viewer = await database.makeViewer("checker", "Patient");
    const asked: string[] = [];
    const port = await serve((request, response) => {
      asked.push(request.url!);
      if (request.url === "/robots.txt") return void response.writeHead(404).end();
      response.writeHead(503, { "retry-after": "600" }).end();
    });
    const ids = [await fetching(port, viewer.id), await fetching(port, viewer.id)];
    await fetchArticle({ articleId: ids[0]!, actorId: viewer.id, turn: "due" }, now);
    expect(asked).toEqual(["/robots.txt", `/${ids[0]}`]);
    await fetchArticle({ articleId: ids[1]!, actorId: viewer.id, turn: "taken" }, now);
    expect(asked).toEqual(["/robots.txt", `/${ids[0]}`]);
    expect(await articleOf(ids[1]!)).toMatchObject({ state: "fetching" });
    const job = await jobOf(ids[1]!);
    expect(job!.start.getTime() - now.getTime()).toBe(600_000);
  });

  it("are fetched at once for a person who asks for one of them, and not once more in their turn", async () => {
    const viewer = await database.makeViewer("checker", "First");
    const asked: string[] = [];
    const port = await serve((request, response) => {
      asked.push(request.url!);
      if (request.url === "/robots.txt") return void response.writeHead(404).end();
      response.writeHead(200, { "content-type": "text/html" }).end(html);
    });
    const ids = [await fetching(port, viewer.id), await fetching(port, viewer.id)];
    for (const articleId of ids) await fetchArticle({ articleId, actorId: viewer.id, turn: "due" }, now);
    const jobs = () =>
      database.sqlOwner(`SELECT data->>'turn' AS turn FROM pgboss.job WHERE data->>'articleId' = $1`, [
        ids[1]!,
      ]);
    expect(await jobs()).toEqual([{ turn: "taken" }]);
    for (let twice = 0; twice < 2; twice += 1)
      expect(await retryFetch(viewer, ids[1]!, now)).toMatchObject({
        ok: true,
        value: { state: "fetching" },
      });
    expect(await jobs()).toEqual([{ turn: null }]);
    await fetchArticle({ articleId: ids[1]!, actorId: viewer.id }, now);
    expect(await articleOf(ids[1]!)).toMatchObject({ state: "captured", captures: 1 });
    expect(asked).toEqual(["/robots.txt", `/${ids[0]}`, `/${ids[1]}`]);
  });

  it("are not fetched where robots.txt lets no machine in, which a person who asks for one page is not", async () => {
    const viewer = await database.makeViewer("checker", "Robot");
    const port = await serve((request, response) => {
      const isRobots = request.url === "/robots.txt";
      response.writeHead(200, { "content-type": isRobots ? "text/plain" : "text/html" });
      response.end(isRobots ? "User-agent: *\nDisallow: /" : html);
    });
    const [named, single] = [await fetching(port, viewer.id), await fetching(port, viewer.id)];
    await fetchArticle({ articleId: named, actorId: viewer.id, turn: "due" }, now);
    expect(await articleOf(named)).toMatchObject({ state: "failed", code: "robots-disallow", captures: 0 });
    await fetchArticle({ articleId: single, actorId: viewer.id }, now);
    expect(await articleOf(single)).toMatchObject({ state: "captured" });
  });
});

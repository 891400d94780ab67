import { afterEach, describe, expect, it, vi } from "vitest";
import { closeListeners, serve } from "../../scripts/test/local-listener";
import { useTestDatabase } from "../../scripts/test/test-database";
import { stopFetch } from "../articles/commands/stop-fetch";
import { newId } from "../core/new-id.server";
import { fetchArticle } from "./fetch-article";

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

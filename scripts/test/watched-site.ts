import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Viewer } from "../../lib/access/viewer";
import { addArticle } from "../../lib/articles/commands/add-article";
import { createClaim } from "../../lib/claims/commands/create-claim";
import { addEvidence } from "../../lib/evidence/commands";
import { done } from "./desk-scene";
import { closeListeners, serve } from "./local-listener";
import type { TestDatabase } from "./test-database";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const words = "Two new ferries sail from Selby every morning.";

export const storySaying = (sentence: string) =>
  `<!doctype html><html lang="en"><head><title>Ferries</title></head><body><article><h1>Ferries of Selby</h1><p>${sentence}</p><p>The harbour board met on Monday to talk about the timetable.</p></article></body></html>`;

export const answer =
  (status: number, body = "", headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, { "content-type": "text/html", ...headers }).end(body);

export type WatchedSite = {
  /** What the site answers from now on, and what its robots.txt is. */
  page: Answer;
  robots: Answer;
  asked: { url: string; headers: IncomingMessage["headers"] }[];
  readonly origin: string;
  readonly checker: Viewer;
  /** Time of a test's own, so that no look waits for the one before. */
  readonly now: Date;
  later: (hours: number) => void;
  /** A page of the site on which a claim leans; captured at `now` by pasting. */
  leanedUpon: (host?: string) => Promise<{ articleId: string; claimId: string }>;
  articleRow: (id: string) => Promise<ArticleRow>;
};
type ArticleRow = { nextCheckAt: Date | null; checkFailures: number; checkingUntil: Date | null };

/** A site on this machine whose pages claims lean on. Each test begins 40 days later, with nothing of the last one due. */
export function useWatchedSite(database: TestDatabase): WatchedSite {
  let [origin, paths] = ["", 0];
  let now = new Date("2031-03-14T12:00:00Z");
  let checker: Viewer;
  const site: WatchedSite = {
    page: answer(200, storySaying(words)),
    robots: answer(404),
    asked: [],
    get origin() {
      return origin;
    },
    get checker() {
      return checker;
    },
    get now() {
      return now;
    },
    later: (hours) => void (now = new Date(now.getTime() + hours * 3_600_000)),
    leanedUpon: async (host = origin) => {
      const url = `${host}/page-${(paths += 1)}`;
      const { articleId } = await done(addArticle(checker, { html: storySaying(words), url }, now));
      const text = `Ferries sail from Selby, ${paths}`;
      const { claimId } = await done(createClaim(checker, { text }, now));
      const quoted = { articleId, quote: { exact: words }, stance: "supports" } as const;
      await done(addEvidence(checker, claimId, quoted, now));
      return { articleId, claimId };
    },
    articleRow: async (id) =>
      (await database.sql<ArticleRow>(`SELECT * FROM article WHERE id = $1`, [id]))[0]!,
  };

  beforeAll(async () => {
    const port = await serve((request, response) => {
      site.asked.push({ url: request.url ?? "", headers: request.headers });
      (request.url === "/robots.txt" ? site.robots : site.page)(request, response);
    });
    origin = `http://127.0.0.1:${port}`;
    process.env.COUNTERSIGN_FETCH_LOOPBACK_PORTS = String(port);
    checker = await database.makeViewer("checker", "Watcher");
  });
  afterAll(closeListeners);

  beforeEach(async () => {
    site.asked = [];
    site.page = answer(200, storySaying(words));
    site.robots = answer(404);
    site.later(24 * 40);
    await database.sqlOwner("DELETE FROM watched_host");
    await database.sqlOwner(`UPDATE article SET url = NULL`);
    await database.sqlOwner(`DELETE FROM setting WHERE key = 'watch'`);
    await database.sqlOwner("DELETE FROM pgboss.job WHERE name = 'check-source'");
  });
  return site;
}

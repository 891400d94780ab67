import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { closeListeners, serve } from "../../scripts/test/local-listener";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { refreshEdgeAgain } from "../jobs/refresh-edge";
import { signPublicNotice } from "../notices/commands/sign-notice";
import { retractPublication } from "./commands/retract-publication";
import { signOffVerdict } from "./commands/sign-off-verdict";

const database = useTestDatabase();
const desk = makeDesk(database);
const key = "edge-key-0123456789";
let editor: Viewer;
let asked: string[] = [];
let takesKey = true;

beforeAll(async () => {
  editor = await database.makeViewer("editor", "Editor");
});

beforeEach(async () => {
  [asked, takesKey] = [[], true];
  const port = await serve((request, response) => {
    const isRefresh = takesKey && request.headers["x-edge-refresh"] === key;
    if (isRefresh) asked.push(`${request.headers["accept-encoding"]} ${request.url}`);
    response.setHeader("X-Edge-Cache", isRefresh ? "BYPASS" : "HIT").end();
  });
  Object.assign(process.env, { EDGE_URL: `http://127.0.0.1:${port}`, EDGE_PURGE_KEY: key });
});

afterEach(async () => {
  delete process.env.EDGE_URL;
  delete process.env.EDGE_PURGE_KEY;
  await closeListeners();
});

async function publish() {
  const scene = await desk.ready();
  const input = { revisionHash: await desk.revisionHash(scene.claimId) };
  const { publication } = await done(signOffVerdict(editor, scene.claimId, input, new Date()));
  return { ...scene, ...publication };
}

const jobsFor = (slug: string) =>
  database.sql<{ later: boolean }>(
    `SELECT start_after > created_on AS later FROM pgboss.job WHERE name = 'refresh-edge' AND data ->> 'what' = $1`,
    [slug],
  );

const hasAsked = (path: string) =>
  expect.poll(() => asked.filter((line) => line.endsWith(` ${path}`)).sort(), { timeout: 10_000 });

describe("the cache in front", () => {
  it("is made new right after sign-off and after a retraction, for both encodings, and once more by a job", async () => {
    const { claimId, slug, version } = await publish();
    const [page, first] = [`/verdicts/${slug}`, `/verdicts/${slug}/v/1`];
    await hasAsked(page).toEqual([`gzip ${page}`, `identity ${page}`]);
    await hasAsked("/sitemap-news.xml").toHaveLength(2);
    expect(await jobsFor(slug)).toEqual([{ later: true }]);

    asked = [];
    await done(retractPublication(editor, claimId, { version, reason: "It was wrong." }, new Date()));
    await hasAsked(first).toHaveLength(2);
    await hasAsked(`/verdicts/${slug}/v/2`).toHaveLength(2);
    expect(await jobsFor(slug)).toHaveLength(2);
  });

  it("is made new after a notice wherever the rating is shown: page, frame, picture, lists and feeds", async () => {
    const { claimId, slug } = await publish();
    await hasAsked("/sitemap-news.xml").toHaveLength(2);
    asked = [];
    const notice = { kind: "under-review" as const, text: "We look at it again." };
    await done(signPublicNotice(editor, claimId, notice, new Date()));
    const shown = [
      `/verdicts/${slug}`,
      `/embed/${slug}`,
      `/cards/${slug}/1.png`,
      "/",
      "/uk",
      "/feeds/verdicts.atom",
    ];
    for (const path of [...shown, `/archive/${new Date().toISOString().slice(0, 7)}`])
      await hasAsked(path).toEqual([`gzip ${path}`, `identity ${path}`]);
    expect(await jobsFor(slug)).toHaveLength(2);
  });

  it("that does not take the key holds up no sign-off, and its job fails, so that it is tried again", async () => {
    takesKey = false;
    const { slug } = await publish();
    await expect(refreshEdgeAgain({ what: slug })).rejects.toThrow("EDGE_PURGE_KEY");
    takesKey = true;
    asked = [];
    await refreshEdgeAgain({ what: slug });
    expect(asked).toContain(`gzip /verdicts/${slug}`);
  });

  it("is left alone where there is none", async () => {
    delete process.env.EDGE_URL;
    const { slug } = await publish();
    await refreshEdgeAgain({ what: slug });
    expect(await jobsFor(slug)).toEqual([]);
    expect(asked).toEqual([]);
  });
});

import "server-only";
import { db, type Tx } from "../core/db.server";
import { logger } from "../core/log-problem.server";
import { enqueue } from "../jobs/queue.server";
import { readerLanguages } from "../words/reader";
import { edgeAddressesOf, edgeAddressesOfPage } from "./edge-addresses";
import type { PublicationRecord } from "./record";

/** The cache in front of the readers' pages: where it is asked, and the key that makes it ask us again. */
type Edge = { url: string; key: string };

/** Encodings under which the edge keeps a page (see deploy/nginx.conf): first the one that nearly every reader takes. */
const encodings = ["gzip", "identity"];
const maxParallel = 6;
const patienceMs = 5_000;
/** By then every process has heard that something was published, and answers with it. */
const againAfterSeconds = 2;

function edge(): Edge | null {
  const { EDGE_URL, EDGE_PURGE_KEY } = process.env;
  return EDGE_URL && EDGE_PURGE_KEY ? { url: EDGE_URL.replace(/\/$/, ""), key: EDGE_PURGE_KEY } : null;
}

async function changedVerdict(slug: string): Promise<string[]> {
  const rows = await db().publication.findMany({
    where: { slug },
    orderBy: { version: "desc" },
    select: { version: true, kind: true, publishedAt: true },
  });
  const newest = rows.filter(({ kind }) => kind === "publication").slice(0, 2);
  const texts = await db().publication.findMany({
    where: { slug, version: { in: newest.map(({ version }) => version) } },
    select: { recordText: true },
  });
  const records = texts.map(({ recordText }) => JSON.parse(recordText) as PublicationRecord);
  const month = rows.at(-1)?.publishedAt.toISOString().slice(0, 7) ?? null;
  const versions = rows.map(({ version }) => version);
  return edgeAddressesOf({ slug, versions, records, month }, readerLanguages);
}

async function changedPage(page: string): Promise<string[]> {
  const rows = await db().siteVersion.findMany({ where: { page }, select: { version: true } });
  const versions = rows.map(({ version }) => version);
  return edgeAddressesOfPage(page, versions, readerLanguages);
}

/** Asks for one page past the cache, which keeps the answer. Throws when the edge did not do so. */
async function refreshOne({ url, key }: Edge, path: string, encoding: string): Promise<void> {
  const answer = await fetch(url + path, {
    headers: { "X-Edge-Refresh": key, "Accept-Encoding": encoding },
    redirect: "manual",
    signal: AbortSignal.timeout(patienceMs),
  });
  await answer.body?.cancel();
  if (answer.headers.get("x-edge-cache") !== "BYPASS")
    throw new Error("the edge does not take EDGE_PURGE_KEY");
  if (answer.status >= 500) throw new Error(`the edge answers ${answer.status}`);
}

/**
 * Makes the edge ask for every page that changed with `what`: a verdict's slug, or `page:` and a page's name. Does
 * nothing without EDGE_URL and EDGE_PURGE_KEY. Throws after all were tried when one failed; answers how many there were.
 */
export async function refreshEdge(what: string): Promise<number> {
  const at = edge();
  if (!at) return 0;
  const isPage = what.startsWith("page:");
  const paths = await (isPage ? changedPage(what.slice(5)) : changedVerdict(what));
  const requests = encodings.flatMap((encoding) => paths.map((path) => ({ path, encoding })));
  const failures: string[] = [];
  const next = async (): Promise<void> => {
    for (let one = requests.shift(); one; one = requests.shift()) {
      const { path, encoding } = one;
      await refreshOne(at, path, encoding).catch((error: unknown) =>
        failures.push(`${path}: ${String(error)}`),
      );
    }
  };
  const asked = requests.length;
  await Promise.all(Array.from({ length: maxParallel }, next));
  if (failures.length > 0)
    throw new Error(`${failures.length} of ${asked} pages were not made new at the edge: ${failures[0]}`);
  return asked;
}

/** The same right after a commit, without making anybody wait; a failure is logged, and the job tries again. */
export function refreshEdgeNow(what: string): void {
  if (!edge()) return;
  void refreshEdge(what).catch((error: unknown) => logger.warn({ err: error, what }, "refreshing the edge"));
}

/**
 * In the publishing transaction: a job that does it again two seconds later, whatever became of this process, and by then
 * past the caches of every process.
 */
export async function queueEdgeRefresh(tx: Tx, what: string): Promise<void> {
  if (edge()) await enqueue(tx, "refresh-edge", { what }, { afterSeconds: againAfterSeconds });
}

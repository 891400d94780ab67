import "server-only";
import { reserveTurn, robotsPermission } from "../articles/host-visits.server";
import { hostOf, hostRestMs } from "../articles/watch-plan";
import { runCommand } from "../core/run-command.server";
import { fail, ok, type Result } from "../core/result";
import { enqueue } from "./queue.server";

/** A fetch as its job says it: `turn` is there for one that a sheet asks for, among many, and says how far it came. */
export type FetchJob = { articleId: string; actorId: string; turn?: "due" | "taken" };

/** Between two pages of one site that sheets name, where its robots.txt asks for no longer rest. */
const sheetRest = { hostDelaySeconds: 2 };

/**
 * Whether a page that a sheet names is fetched now: robots.txt first, one visit at a time to a site. `later` when it has to
 * wait: then its turn is taken, and a job comes at that time. Fails when the site wants no machines there.
 */
export async function sheetTurn(job: FetchJob, url: string, now: Date): Promise<Result<"now" | "later">> {
  const host = hostOf(url);
  if (job.turn !== "due" || host === null) return ok("now");
  const { failure, crawlDelaySeconds } = await robotsPermission(url, now);
  if (failure) return fail(failure);
  const at = await reserveTurn(host, hostRestMs(sheetRest, crawlDelaySeconds), now);
  if (at <= now) return ok("now");
  const waiting = { articleId: job.articleId, actorId: job.actorId, turn: "taken" };
  const put = await runCommand((tx) => enqueue(tx, "fetch-article", waiting, { at }));
  return put.ok ? ok("later") : put;
}

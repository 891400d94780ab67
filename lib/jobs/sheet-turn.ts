import "server-only";
import { isResting, nextVisit, reserveTurn, robotsPermission } from "../articles/host-visits.server";
import { hostOf, hostRestMs } from "../articles/watch-plan";
import { dayMs } from "../core/durations";
import { fail, ok, type Failure, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { enqueue } from "./queue.server";

/** A fetch as its job says it: `turn` is there for one that a sheet asks for, among many, and says how far it came. */
export type FetchJob = {
  articleId: string;
  actorId: string;
  turn?: "due" | "taken";
  /** When the turn that was taken is, as ISO 8601. */
  at?: string;
};

/** Between two pages of one site that sheets name, where its robots.txt asks for no longer rest. */
const sheetRest = { hostDelaySeconds: 2 };
/** A turn is missed when its job comes so late: no worker ran, or too much waited. */
const missedAfterMs = 10_000;
/** A site that wants to be left alone for longer is not waited for. */
const waitAtMostMs = dayMs;

const isMissed = ({ at }: FetchJob, now: Date) =>
  at !== undefined && now.getTime() - Date.parse(at) > missedAfterMs;

/**
 * Whether a page that a sheet names is fetched now: robots.txt first, one visit at a time to a site. `later` when it has to
 * wait: then its turn is taken, and a job comes at that time; a turn that was missed is taken anew, so that pages which
 * waited too long do not come all at once, and so is one that comes while the site wants to be left alone. Fails when the site wants no machines there, or to be left alone for over a day.
 */
export async function sheetTurn(job: FetchJob, url: string, now: Date): Promise<Result<"now" | "later">> {
  const host = hostOf(url);
  if (host === null || job.turn === undefined) return ok("now");
  if (job.turn === "taken" && !isMissed(job, now) && !(await isResting(host, now))) return ok("now");
  const { failure, crawlDelaySeconds } = await robotsPermission(url, now);
  if (failure) return fail(failure);
  const free = (await nextVisit(host)).at;
  if (free.getTime() - now.getTime() > waitAtMostMs) return fail(siteRests(free));
  const at = await reserveTurn(host, hostRestMs(sheetRest, crawlDelaySeconds), now);
  if (at <= now) return ok("now");
  const waiting = { articleId: job.articleId, actorId: job.actorId, turn: "taken", at: at.toISOString() };
  const put = await runCommand((tx) => enqueue(tx, "fetch-article", waiting, { at }));
  // The job is tried again, as after any error of the database; nothing is wrong with the page.
  if (!put.ok) throw new Error(put.error.detail);
  return ok("later");
}

const siteRests = (until: Date): Failure => ({
  kind: "invalid",
  code: "site-rests",
  detail: `The site asks to be left alone until ${until.toISOString().slice(0, 10)}. Open the page and paste its text, or try again then.`,
});

import { minuteMs } from "../core/durations";
import { beatLateMs, beatProblems, type WorkerBeat } from "./worker-beat";

/** What is known of the parts behind the pages. */
export type HealthFacts = {
  /** When a worker last looked after the job queues; null when none ever did. */
  queuesKeptAt: Date | null;
  /** Queues with jobs that are due, how many, and since when the oldest waits. */
  due: readonly { queue: string; jobs: number; since: Date }[];
  /** The time of the oldest entry of the log that has no place in the tree; null when all have one. */
  unsealedSince: Date | null;
  /** Why the public keys cannot be read, or nothing can be signed, in the words of the system; null when it can. */
  keySet: string | null;
  signingKey: string | null;
  /** What the worker of this home wrote about itself; null where none has been. */
  beat: WorkerBeat | null;
};

/** `code` is for machines and names nothing of the desk; `words` are for its admins. */
export type Warning = { code: string; words: string };

/** Workers look after the queues every quarter of a minute. */
const awayMs = 2 * minuteMs;
/** Some hundred pages of a slow sheet take that long; more is no queue that moves. */
const stuckMs = 30 * minuteMs;
const unsealedMs = 2 * minuteMs;

/** What somebody at the machine must see to, worst first; nothing when all works. */
export function warningsOf(facts: HealthFacts, now: Date): Warning[] {
  const older = (time: Date, ms: number) => now.getTime() - time.getTime() > ms;
  const warnings: Warning[] = [];
  const warn = (code: string, words: string) => void warnings.push({ code, words });
  if (facts.keySet)
    warn(
      "keys-unreadable",
      `The public keys cannot be read, so no publication is shown and nothing can be signed (${facts.keySet}). Put signing-keys.json back into the home.`,
    );
  else if (facts.signingKey) warn("cannot-sign", `Nothing can be signed: ${facts.signingKey}`);
  const { queuesKeptAt: kept } = facts;
  if (!kept || older(kept, awayMs))
    warn(
      "worker-away",
      `No worker has been at work${kept ? ` since ${minuteOf(kept)}` : " yet"}: nothing is fetched, watched, mailed, sealed or published at its time until one is started.`,
    );
  for (const { queue, jobs, since } of facts.due.filter((one) => older(one.since, stuckMs)))
    warn(
      "queue-stuck",
      `${jobs} ${jobs === 1 ? "job" : "jobs"} of “${queue}” wait, the oldest since ${minuteOf(since)}. The worker's log says what it meets.`,
    );
  if (facts.unsealedSince && older(facts.unsealedSince, unsealedMs))
    warn(
      "log-unsealed",
      `The log is not sealed since ${minuteOf(facts.unsealedSince)}: what is newer has no proof yet. The worker's log says why.`,
    );
  // Of a worker that is away the queues have told; of one in another home its own check does.
  const isHere = facts.beat && !older(new Date(facts.beat.at), beatLateMs);
  if (isHere && facts.beat?.heads) warn("heads-not-kept", beatProblems(facts.beat, now).at(-1)!);
  return warnings;
}

function minuteOf(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

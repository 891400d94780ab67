import "server-only";
import { randomUUID } from "node:crypto";
import { logProblem } from "./log-problem.server";
import { outageOf, type Outage } from "./outage";
import type { Failure } from "./result";

/** Where it went wrong: a call that reads or changes, or a form, whose words the person keeps. */
type Place = { at: "read" | "change" | "form"; method?: string; path?: string };

const what: Record<Outage, { code: string; says: string; retryAfterSeconds: number }> = {
  busy: {
    code: "busy",
    says: "More is asked of this desk at this moment than it can do.",
    retryAfterSeconds: 2,
  },
  "cut-off": {
    code: "database-cut-off",
    says: "The connection to the database broke.",
    retryAfterSeconds: 2,
  },
  away: {
    code: "database-away",
    says: "The desk cannot reach its database just now.",
    retryAfterSeconds: 10,
  },
};

/** An answer that is lost may be of something that was done: nobody is told that it was not. */
const whatNow: Record<Place["at"], string> = {
  read: "Try again in a few seconds.",
  change:
    "It may have been done or not: send it again with the same Idempotency-Key in a few seconds, or look first.",
  form: "What you wrote is still here. Look in another tab whether it was saved; if not, send it again in a few seconds.",
};

const ofBug: Record<Place["at"], (id: string) => string> = {
  read: (id) => `Tell whoever runs this desk: ${id}.`,
  change: (id) => `Look whether it was done, then tell whoever runs this desk: ${id}.`,
  form: (id) =>
    `Something broke here, and what you wrote is still here. Look in another tab whether it was saved, then tell whoever runs this desk: ${id}.`,
};

/**
 * The one place where an error that nobody expected becomes an answer: 503 with a time to come back when the database is away
 * or has too much to do, 500 for a bug. Both are logged under the id that is told as `reference`; never a stack.
 */
export function explainError(error: unknown, { at, ...where }: Place): Failure {
  const id = randomUUID();
  logProblem({ id, ...where, error });
  const extra = { reference: id };
  const outage = outageOf(error);
  if (!outage) return { kind: "broken", code: "internal", detail: ofBug[at](id), extra };
  const { code, says, retryAfterSeconds } = what[outage];
  return { kind: "unavailable", code, detail: `${says} ${whatNow[at]}`, extra, retryAfterSeconds };
}

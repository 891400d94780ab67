import "server-only";
import { db } from "../core/db.server";
import { recordEvent } from "../log/record.server";
import { runCommand } from "../core/run-command.server";
import { giveBack, hit } from "../core/rate-window.server";
import { fail, ok, type Failure, type Result } from "../core/result";
import type { Role } from "../claims/vocabulary";
import { tryBuckets, type CameFrom } from "./came-from";
import { verifyPassword } from "./secrets.server";
import { useSecondFactor } from "./second-factor.server";
import { endSessions, openSession, standingOfSession } from "./sessions.server";

const perAccount = { limit: 10, windowSeconds: 900 };

/** Who is in; with `codeDue` the session is good for nothing but giving the code. */
export type SignedIn = { userId: string; sessionId: string; codeDue: boolean };

const wrongCredentials: Failure = {
  kind: "unauthenticated",
  code: "wrong-credentials",
  detail: "The e-mail address or the password is wrong.",
};

/** Opens a session that is good for the desk, and logs it. */
async function enter(
  user: { id: string; name: string; role: string },
  from: CameFrom | null,
  by: "password" | "link" | "oidc",
  now: Date,
): Promise<SignedIn> {
  const { userAgent = null, client: address = null } = from ?? {};
  const sessionId = await openSession(user.id, userAgent, now, { address, by });
  await runCommand((tx) =>
    recordEvent(tx, { id: user.id, name: user.name, role: user.role as Role }, now, {
      event: "session.opened",
      subject: { kind: "session", id: sessionId },
      ...(by === "password" ? {} : { body: { by } }),
    }),
  );
  return { userId: user.id, sessionId, codeDue: false };
}

/**
 * Lets a person in who proved one factor: signed in, or, when they have a second factor, with a session that waits ten
 * minutes for its code.
 */
export async function letIn(
  user: { id: string; name: string; role: string; totpConfirmedAt: Date | null },
  from: CameFrom | null,
  by: "password" | "link" | "oidc",
  now: Date,
): Promise<SignedIn> {
  if (user.totpConfirmedAt === null) return enter(user, from, by, now);
  const { userAgent = null, client: address = null } = from ?? {};
  const sessionId = await openSession(user.id, userAgent, now, { address, by, codeDue: true });
  return { userId: user.id, sessionId, codeDue: true };
}

/**
 * Signs in with e-mail and password and opens a session, which waits for a code when the account has a second factor and
 * none was given. The refusal, and the work done for it, are the same for a wrong password, an unknown address, an account
 * without a password and a deactivated one, and for a wrong code given at once. Tries are counted by `tryBuckets`.
 */
export async function signInWithPassword(
  given: { email: string; password: string; code?: string | undefined },
  from: CameFrom | null,
  now: Date,
): Promise<Result<SignedIn>> {
  const email = given.email.trim().toLowerCase().slice(0, 320);
  const mark = from?.mark ?? null;
  const user = await db().user.findUnique({ where: { email } });
  const buckets = tryBuckets("sign-in", email, mark, user?.id ?? null);
  for (const { bucket, ...limit } of buckets) {
    const allowed = await hit(bucket, limit, now);
    if (!allowed.ok) return allowed;
  }
  const right = await verifyPassword(user?.passwordHash, given.password.slice(0, 1000));
  if (!user || !right || user.deactivatedAt) return fail(wrongCredentials);
  if (user.totpConfirmedAt && given.code) {
    const used = await useSecondFactor(user.id, given.code, mark, now);
    if (!used.ok) return used.error.kind === "rate_limited" ? used : fail(wrongCredentials);
  }
  for (const { bucket, windowSeconds } of buckets) await giveBack(bucket, now, windowSeconds);
  return ok(given.code ? await enter(user, from, "password", now) : await letIn(user, from, "password", now));
}

const waitedTooLong: Failure = {
  kind: "unauthenticated",
  code: "sign-in",
  detail: "It took too long. Sign in again, then give the code within ten minutes.",
};

/** The second step: exchanges a session that waits for a code for one that is good for the desk. */
export async function signInWithCode(
  waiting: string | null,
  typed: string,
  from: CameFrom | null,
  now: Date,
): Promise<Result<SignedIn>> {
  const standing = waiting === null ? null : await standingOfSession(waiting, now);
  if (standing?.kind !== "code-due") return fail(waitedTooLong);
  const used = await useSecondFactor(standing.userId, typed, from?.mark ?? null, now);
  if (!used.ok) return used;
  const row = await db().session.findUnique({
    where: { id: standing.sessionId },
    include: { user: true },
  });
  // Of two who come with two codes at once, one ends the session that waited.
  const ended = await endSessions(standing.userId, now, { id: standing.sessionId });
  if (!row || ended !== 1 || row.user.deactivatedAt) return fail(waitedTooLong);
  return ok(await enter(row.user, from, row.openedBy as "password" | "link" | "oidc", now));
}

/** Whether this is the account's password; counts tries like signing in does. For step-up before signing. */
export async function checkPassword(userId: string, password: string, now: Date): Promise<Result<null>> {
  const allowed = await hit(`step-up:${userId}`, perAccount, now);
  if (!allowed.ok) return allowed;
  const user = await db().user.findUnique({ where: { id: userId } });
  if (await verifyPassword(user?.passwordHash, password.slice(0, 1000))) {
    await giveBack(`step-up:${userId}`, now, perAccount.windowSeconds);
    return ok(null);
  }
  if (user && user.passwordHash === null) {
    const detail =
      "Your account has no password yet. Ask an admin for a link to set one, then do this again.";
    return fail({
      kind: "forbidden",
      code: "no-password",
      detail,
      issues: [{ code: "no-password", field: "password", message: detail }],
    });
  }
  return fail({
    kind: "forbidden",
    code: "wrong-password",
    detail: "The password is wrong. Nothing was published; what you wrote is still here.",
    issues: [{ code: "wrong-password", field: "password", message: "The password is wrong." }],
  });
}

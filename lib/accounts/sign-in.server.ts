import "server-only";
import { db } from "../core/db.server";
import { recordEvent } from "../log/record.server";
import { runCommand } from "../core/run-command.server";
import { giveBack, hit } from "../core/rate-window.server";
import { fail, ok, type Result } from "../core/result";
import type { Role } from "../claims/vocabulary";
import { verifyPassword } from "./secrets.server";
import { openSession } from "./sessions.server";

const perAccount = { limit: 10, windowSeconds: 900 };

/**
 * Signs in with e-mail and password and opens a session. The refusal is the same for a wrong password, an unknown
 * address and a deactivated account; ten wrong tries in fifteen minutes an address.
 */
export async function signInWithPassword(
  given: { email: string; password: string },
  userAgent: string | null,
  now: Date,
): Promise<Result<{ userId: string; sessionId: string }>> {
  const email = given.email.trim().toLowerCase().slice(0, 320);
  const allowed = await hit(`sign-in:${email}`, perAccount, now);
  if (!allowed.ok) return allowed;
  const user = await db().user.findUnique({ where: { email } });
  const right = await verifyPassword(user?.passwordHash, given.password.slice(0, 1000));
  if (!user || !right || user.deactivatedAt) {
    return fail({
      kind: "unauthenticated",
      code: "wrong-credentials",
      detail: "The e-mail address or the password is wrong.",
    });
  }
  await giveBack(`sign-in:${email}`, now, perAccount.windowSeconds);
  const sessionId = await openSession(user.id, userAgent, now);
  await runCommand((tx) =>
    recordEvent(tx, { id: user.id, name: user.name, role: user.role as Role }, now, {
      event: "session.opened",
      subject: { kind: "session", id: sessionId },
    }),
  );
  return ok({ userId: user.id, sessionId });
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

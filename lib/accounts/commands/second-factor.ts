import "server-only";
import type { Viewer } from "../../access/viewer";
import { db, type Tx } from "../../core/db.server";
import { fail, notFound, refuse, type Failure, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { tellOfAccount } from "../../notifications/tell.server";
import { lockAdmins } from "../acting-admin.server";
import type { AccountInput, AgainInput } from "../schema";
import { newSeed, openSeed, replaceRecoveryCodes } from "../second-factor.server";
import { confirmIdentity } from "../step-up.server";
import { sixDigits, stepOfCode } from "../totp";

const hasOne: Failure = {
  kind: "conflict",
  code: "already-there",
  detail: "Your account has a second factor already. Turn it off first to set up another.",
};

const hasNone: Failure = {
  kind: "conflict",
  code: "no-second-factor",
  detail: "This account has no second factor.",
};

async function removeSecondFactor(tx: Tx, accountId: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: accountId, totpConfirmedAt: { not: null } },
    data: { totpSeed: null, totpConfirmedAt: null, totpLastStep: null },
  });
  await tx.recoveryCode.deleteMany({ where: { userId: accountId } });
  return count === 1;
}

/**
 * Makes a seed for an account that has no second factor, in place of one that was never confirmed. It counts for nothing
 * until a code of it was given.
 */
export async function beginSecondFactor(viewer: Viewer, input: AgainInput, now: Date): Promise<Result<null>> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  const { sealed } = newSeed(viewer.id);
  return runCommand(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: viewer.id, totpConfirmedAt: null, deactivatedAt: null },
      data: { totpSeed: sealed, totpLastStep: null },
    });
    if (count !== 1) refuse(hasOne);
    return null;
  });
}

/**
 * Turns the second factor on by a code of the seed that was begun, uses that code up, ends the account's other sessions,
 * which were opened without one, and answers ten recovery codes, the only time they are seen.
 */
export async function confirmSecondFactor(
  viewer: Viewer,
  input: { code: string },
  now: Date,
): Promise<Result<{ codes: string[] }>> {
  const user = await db().user.findUnique({ where: { id: viewer.id } });
  if (user?.totpConfirmedAt) return fail(hasOne);
  const seed = openSeed(viewer.id, user?.totpSeed ?? null);
  const digits = sixDigits(input.code);
  const step = seed && digits ? stepOfCode(seed, digits, now) : null;
  if (step === null) {
    const message = seed
      ? "The code does not fit. Check that the clock of your phone is right, then give the one shown now."
      : "Begin again: there is no secret waiting for a code.";
    const issues = [{ code: "wrong-code", field: "code", message }];
    return fail({ kind: "invalid", code: "wrong-code", detail: message, issues });
  }
  const sessionId = viewer.via.kind === "session" ? viewer.via.sessionId : "";
  return runCommand(async (tx) => {
    // Only for the seed that the code belongs to: another tab may have begun again.
    const { count } = await tx.user.updateMany({
      where: { id: viewer.id, totpConfirmedAt: null, totpSeed: user!.totpSeed, deactivatedAt: null },
      data: { totpConfirmedAt: now, totpLastStep: step },
    });
    if (count !== 1) refuse(hasOne);
    const codes = await replaceRecoveryCodes(tx, viewer.id, now);
    const ended = await tx.session.updateMany({
      where: { userId: viewer.id, revokedAt: null, id: { not: sessionId } },
      data: { revokedAt: now },
    });
    await tx.session.updateMany({ where: { id: sessionId, userId: viewer.id }, data: { stepUpAt: now } });
    await recordEvent(tx, viewer, now, {
      event: "account.second-factor-on",
      subject: { kind: "account", id: viewer.id },
      body: { sessionsEnded: ended.count },
    });
    return { codes };
  });
}

/** Makes ten new recovery codes; those there were stop working. */
export async function renewRecoveryCodes(
  viewer: Viewer,
  input: AgainInput,
  now: Date,
): Promise<Result<{ codes: string[] }>> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  return runCommand(async (tx) => {
    const rows = await tx.$queryRaw<{ on: boolean }[]>`
      SELECT "totpConfirmedAt" IS NOT NULL AS on FROM "user" WHERE id = ${viewer.id} FOR NO KEY UPDATE`;
    if (!rows[0]?.on) refuse(hasNone);
    const codes = await replaceRecoveryCodes(tx, viewer.id, now);
    await recordEvent(tx, viewer, now, {
      event: "account.recovery-codes-made",
      subject: { kind: "account", id: viewer.id },
    });
    return { codes };
  });
}

/** Turns one's own second factor off, with its recovery codes; where it is required, setting up another comes next. */
export async function turnOffSecondFactor(
  viewer: Viewer,
  input: AgainInput,
  now: Date,
): Promise<Result<null>> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  return runCommand(async (tx) => {
    if (!(await removeSecondFactor(tx, viewer.id))) refuse(hasNone);
    await recordEvent(tx, viewer, now, {
      event: "account.second-factor-off",
      subject: { kind: "account", id: viewer.id },
    });
    await tellOfAccount(tx, viewer.id, "Your second factor was turned off.", now);
    return null;
  });
}

/**
 * Takes the second factor of somebody who lost it: they sign in with the password alone and set up another where one is
 * required. Their sessions end, so that whoever sits at one gains nothing by it; it is logged, and they are told.
 */
export async function resetSecondFactor(
  viewer: Viewer,
  input: AccountInput,
  now: Date,
): Promise<Result<{ accountId: string }>> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    if (input.accountId === viewer.id) {
      refuse({
        kind: "forbidden",
        code: "own-account",
        detail: "This is your own account: turn your second factor off in its settings.",
      });
    }
    const user = await tx.user.findUnique({ where: { id: input.accountId } });
    if (!user || user.deactivatedAt) return refuse(notFound("active account"));
    if (!(await removeSecondFactor(tx, user.id))) refuse(hasNone);
    const ended = await tx.session.updateMany({
      where: { userId: user.id, revokedAt: null },
      data: { revokedAt: now },
    });
    await recordEvent(tx, viewer, now, {
      event: "account.second-factor-reset",
      subject: { kind: "account", id: user.id },
      body: { sessionsEnded: ended.count },
    });
    const text = `${viewer.name} took your second factor away and ended your sessions. If you did not ask for that, tell another admin at once.`;
    await tellOfAccount(tx, user.id, text, now);
    return { accountId: user.id };
  });
}

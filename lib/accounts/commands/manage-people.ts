import "server-only";
import type { Viewer } from "../../access/viewer";
import type { Tx } from "../../core/db.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { cancelWhatFell } from "../../schedules/cancel-what-fell.server";
import { lockAdmins } from "../acting-admin.server";
import type { AccountInput, ChangeRoleInput, SetActiveInput, SetInternInput } from "../schema";
import { confirmIdentity } from "../step-up.server";

type Done = Result<{ accountId: string }>;

/** Locks the account that is to change. Nobody changes their own. */
export async function lockAccount(tx: Tx, viewer: Viewer, accountId: string) {
  if (accountId === viewer.id) {
    refuse({
      kind: "forbidden",
      code: "own-account",
      detail: "This is your own account: another admin does this.",
    });
  }
  await tx.$executeRaw`SELECT 1 FROM "user" WHERE id = ${accountId} FOR NO KEY UPDATE`;
  return (await tx.user.findUnique({ where: { id: accountId } })) ?? refuse(notFound("account"));
}

function keepOneAdmin(admins: string[], accountId: string): void {
  if (admins.some((id) => id !== accountId)) return;
  refuse({
    kind: "invalid",
    code: "last-admin",
    detail: "This is the last active admin. Make another one first.",
  });
}

/** Links that the person made, and links for the person, stop working. */
async function withdrawLinks(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.invitation.updateMany({
    where: { OR: [{ createdById: accountId }, { userId: accountId }], usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
}

/** Ends every session of the account, whoever is at it; answers how many. */
export async function endAllSessions(tx: Tx, accountId: string, now: Date): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId: accountId, revokedAt: null },
    data: { revokedAt: now },
  });
  return count;
}

/**
 * Deactivates an account: its sessions, tokens and open links end at once, and what it signed for a later time is cancelled.
 * What the person wrote stays.
 */
export async function deactivatePerson(viewer: Viewer, input: AccountInput, now: Date): Promise<Done> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  return runCommand(async (tx) => {
    const admins = await lockAdmins(tx, viewer);
    const user = await lockAccount(tx, viewer, input.accountId);
    if (user.deactivatedAt) {
      refuse({ kind: "conflict", code: "already-there", detail: "This account is deactivated already." });
    }
    keepOneAdmin(admins, user.id);
    await tx.user.update({ where: { id: user.id }, data: { deactivatedAt: now } });
    const sessionsEnded = await endAllSessions(tx, user.id, now);
    const tokens = await tx.token.updateMany({
      where: { userId: user.id, revokedAt: null },
      data: { revokedAt: now },
    });
    await withdrawLinks(tx, user.id, now);
    await recordEvent(tx, viewer, now, {
      event: "account.deactivated",
      subject: { kind: "account", id: user.id },
      body: { sessionsEnded, tokensRevoked: tokens.count },
    });
    await cancelWhatFell(tx, viewer, now, { signerId: user.id });
    return { accountId: user.id };
  });
}

/** Lets a deactivated person in again, with the role they had. Their old sessions and tokens stay dead. */
export async function reactivatePerson(viewer: Viewer, input: AccountInput, now: Date): Promise<Done> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const user = await lockAccount(tx, viewer, input.accountId);
    if (!user.deactivatedAt) {
      refuse({ kind: "conflict", code: "already-there", detail: "This account is active already." });
    }
    await tx.user.update({ where: { id: user.id }, data: { deactivatedAt: null } });
    await recordEvent(tx, viewer, now, {
      event: "account.reactivated",
      subject: { kind: "account", id: user.id },
      to: user.role,
    });
    return { accountId: user.id };
  });
}

/** Deactivates or reactivates, as the form says. */
export function setPersonActive(viewer: Viewer, input: SetActiveInput, now: Date): Promise<Done> {
  const { active, ...account } = input;
  return active ? reactivatePerson(viewer, account, now) : deactivatePerson(viewer, account, now);
}

/**
 * Gives a person another role, after the admin's password. 409 `stale` when they have not the role that was shown. Their
 * sessions end, so that no open page goes on with the old role; their tokens that sign end too, and what they signed for a
 * later time is cancelled where they may sign no longer.
 */
export async function changeRole(viewer: Viewer, input: ChangeRoleInput, now: Date): Promise<Done> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  return runCommand(async (tx) => {
    const admins = await lockAdmins(tx, viewer);
    const user = await lockAccount(tx, viewer, input.accountId);
    if (user.deactivatedAt) refuse(notFound("active account"));
    if (user.role === input.role) {
      refuse({ kind: "conflict", code: "already-there", detail: `${user.name} is ${input.role} already.` });
    }
    if (input.was !== undefined && input.was !== user.role) {
      const detail = `${user.name} is ${user.role} by now: someone changed it after you opened this page. Nothing was changed. Load the page again to go on from there.`;
      refuse({ kind: "conflict", code: "stale", detail });
    }
    if (user.role === "admin") {
      keepOneAdmin(admins, user.id);
      await withdrawLinks(tx, user.id, now);
    }
    // An intern who becomes an editor or admin is none any more.
    await tx.user.update({ where: { id: user.id }, data: { role: input.role, isIntern: false } });
    const sessionsEnded = await endAllSessions(tx, user.id, now);
    await tx.token.updateMany({
      where: { userId: user.id, revokedAt: null, scopes: { has: "sign" } },
      data: { revokedAt: now },
    });
    await recordEvent(tx, viewer, now, {
      event: "account.role-changed",
      subject: { kind: "account", id: user.id },
      from: user.role,
      to: input.role,
      body: { sessionsEnded },
    });
    await cancelWhatFell(tx, viewer, now, { signerId: user.id });
    return { accountId: user.id };
  });
}

/**
 * Says that a checker is an intern, or no longer: after the admin's password, because it may open the whole desk to them.
 * Their sessions go on; what they see is asked at each request.
 */
export async function setIntern(viewer: Viewer, input: SetInternInput, now: Date): Promise<Done> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const user = await lockAccount(tx, viewer, input.accountId);
    if (user.deactivatedAt) refuse(notFound("active account"));
    if (user.role !== "checker") {
      const detail = `${user.name} is ${user.role}: only a checker can be an intern.`;
      refuse({ kind: "invalid", code: "not-a-checker", detail });
    }
    if (user.isIntern === input.intern) {
      const detail = `${user.name} is ${input.intern ? "an intern" : "no intern"} already.`;
      refuse({ kind: "conflict", code: "already-there", detail });
    }
    await tx.user.update({ where: { id: user.id }, data: { isIntern: input.intern } });
    await recordEvent(tx, viewer, now, {
      event: input.intern ? "account.intern-begun" : "account.intern-ended",
      subject: { kind: "account", id: user.id },
    });
    return { accountId: user.id };
  });
}

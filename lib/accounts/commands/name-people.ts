import "server-only";
import type { Actor, Viewer } from "../../access/viewer";
import type { Tx } from "../../core/db.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { refuseUnlessAsRead } from "../../log/refuse-stale.server";
import { tellAtFormerAddress } from "../../notifications/tell-at-former-address.server";
import { tellOfAccount } from "../../notifications/tell.server";
import { cancelWhatNames } from "../../schedules/cancel-what-names.server";
import { lockAdmins } from "../acting-admin.server";
import { lockOwnAccount } from "../lock-own-account.server";
import type { ChangeAddressInput, ChangeOwnNameInput, RenamePersonInput } from "../schema";
import { confirmIdentity } from "../step-up.server";
import { endAllSessions, lockAccount } from "./manage-people";

/** `isChanged` is false where it said so already. */
type Done = Result<{ accountId: string; isChanged: boolean }>;

/**
 * Gives an account another name: people are listed and named by it from now on, in what is published next too. What was
 * signed keeps the name it was signed with, and what waits for its time under this one is cancelled. The log keeps both
 * names in words that can be erased, as an entry of the claims in hand that would print it too.
 */
async function giveName(
  tx: Tx,
  actor: Actor,
  user: { id: string; name: string },
  { name, expected }: ChangeOwnNameInput,
  now: Date,
): Promise<boolean> {
  if (name === user.name) return false;
  const subject = { kind: "account", id: user.id };
  const events = ["account.renamed"];
  const [mine, kept] = [{ name }, { name: user.name }];
  await refuseUnlessAsRead(tx, { what: "name", subject, events, expected, mine, kept });
  await refuseSameName(tx, user.id, name);
  await tx.user.update({ where: { id: user.id }, data: { name } });
  await recordEvent(tx, actor, now, {
    event: "account.renamed",
    subject,
    claimIds: await claimsNaming(tx, user.id),
    body: { changes: mine, was: kept },
  });
  await cancelWhatNames(tx, actor, user.id, now);
  return true;
}

/** Readers tell two people apart by their names alone: nobody takes the one of a colleague. */
async function refuseSameName(tx: Tx, personId: string, name: string): Promise<void> {
  const same = await tx.user.count({
    where: { id: { not: personId }, deactivatedAt: null, name: { equals: name, mode: "insensitive" } },
  });
  if (same === 0) return;
  const detail = "A colleague has this name. Add what tells the two apart, such as an initial.";
  const issues = [{ code: "already-there", field: "name", message: detail }];
  refuse({ kind: "conflict", code: "already-there", detail, issues });
}

/** The claims in hand that would print this person's name: of those who checked them, and of who signed what waits. */
async function claimsNaming(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM claim c WHERE c.state IN ('researching', 'in-review', 'ready') AND c.id IN (
      SELECT r."claimId" FROM review r WHERE r."reviewerId" = ${personId}
      UNION SELECT s."claimId" FROM schedule s WHERE s."editorId" = ${personId} AND s.state = 'waiting')
    ORDER BY c.id`;
  return rows.map(({ id }) => id);
}

/** Changes one's own name, after the password. 409 `already-there` when a
 * colleague has it, `stale` with both sides when it is not the one that was read. */
export async function changeOwnName(viewer: Viewer, input: ChangeOwnNameInput, now: Date): Promise<Done> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  return runCommand(async (tx) => {
    await lockOwnAccount(tx, viewer);
    const user = await tx.user.findUniqueOrThrow({ where: { id: viewer.id } });
    const isChanged = await giveName(tx, { ...viewer, name: input.name }, user, input, now);
    return { accountId: user.id, isChanged };
  });
}

/**
 * Changes the name of somebody else, after the admin's password. Their sessions go on, and they are told. 409
 * as of one's own.
 */
export async function renamePerson(viewer: Viewer, input: RenamePersonInput, now: Date): Promise<Done> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const user = await lockActive(tx, viewer, input.accountId);
    const isChanged = await giveName(tx, viewer, user, input, now);
    if (isChanged) {
      const text = `${viewer.name} changed your name to ${input.name}. What was signed keeps the name it was signed with.`;
      await tellOfAccount(tx, user.id, text, now);
    }
    return { accountId: user.id, isChanged };
  });
}

/**
 * Changes the address that somebody else signs in with, after the admin's password: their sessions end, and so do open links
 * for a new password, which went to whoever had the old address. They are told at both. 409 `already-there` when another
 * account or an open invitation has the address, `stale` with both sides when theirs is not the one that was read.
 */
export async function changeAddress(viewer: Viewer, input: ChangeAddressInput, now: Date): Promise<Done> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  const { email, expected } = input;
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const user = await lockActive(tx, viewer, input.accountId);
    if (email === user.email) return { accountId: user.id, isChanged: false };
    const subject = { kind: "account", id: user.id };
    const events = ["account.address-changed"];
    const [mine, kept] = [{ email }, { email: user.email }];
    await refuseUnlessAsRead(tx, { what: "address", subject, events, expected, mine, kept });
    await refuseTaken(tx, email, now);
    await tx.user.update({ where: { id: user.id }, data: { email } });
    const sessionsEnded = await endAllSessions(tx, user.id, now);
    await tx.invitation.updateMany({
      where: { userId: user.id, usedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    await recordEvent(tx, viewer, now, {
      event: "account.address-changed",
      subject,
      body: { changes: mine, was: kept, sessionsEnded },
    });
    // Neither address is named: a mail leaves the house, and the old one may be somebody else's by now.
    const text = `${viewer.name} gave your account another e-mail address to sign in with, and ended your sessions. If you did not ask for that, tell another admin at once.`;
    await tellOfAccount(tx, user.id, text, now);
    await tellAtFormerAddress(tx, { id: user.id, address: user.email }, text, now);
    return { accountId: user.id, isChanged: true };
  });
}

async function lockActive(tx: Tx, viewer: Viewer, accountId: string) {
  const user = await lockAccount(tx, viewer, accountId);
  return user.deactivatedAt ? refuse(notFound("active account")) : user;
}

/** An address belongs to one account, deactivated ones included, or to whom it was promised by an invitation. */
async function refuseTaken(tx: Tx, email: string, now: Date): Promise<void> {
  const holder = await tx.user.findUnique({ where: { email }, select: { name: true, deactivatedAt: true } });
  const invited = await tx.invitation.count({
    where: { purpose: "invite", email, usedAt: null, expiresAt: { gt: now } },
  });
  if (!holder && invited === 0) return;
  const detail = holder
    ? `${holder.name} has ${holder.deactivatedAt ? "a deactivated" : "an"} account with this address already.`
    : "Somebody is invited at this address. Withdraw that link first.";
  const issues = [{ code: "already-there", field: "email", message: detail }];
  refuse({ kind: "conflict", code: "already-there", detail, issues });
}

import "server-only";
import type { Viewer } from "../../access/viewer";
import type { Tx } from "../../core/db.server";
import { env } from "../../core/env.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { lockAdmins } from "../acting-admin.server";
import { invitationDays } from "../policy";
import type { AccountInput, InvitePersonInput } from "../schema";
import { newSecret } from "../secrets.server";
import { confirmIdentity } from "../step-up.server";

/** A link that lets somebody in once, and whom it is for. */
export type MadeLink = {
  id: string;
  link: string;
  expiresAt: Date;
  person: { name: string; email: string; role: string; isIntern: boolean };
};

type LinkFor = {
  purpose: "invite" | "reset";
  email: string;
  name: string;
  role: string;
  userId: string | null;
  isIntern?: boolean;
};

/** Writes a single-use link. Only the hash of its secret is kept: the link is seen here and never again. */
async function makeLink(tx: Tx, viewer: Viewer, given: LinkFor, now: Date): Promise<MadeLink> {
  const { secret, hash } = newSecret("csi");
  const id = newId();
  const expiresAt = new Date(now.getTime() + invitationDays * 24 * 3_600_000);
  await tx.invitation.create({
    data: { id, secretHash: hash, ...given, createdById: viewer.id, createdAt: now, expiresAt },
  });
  const { name, email, role, isIntern = false } = given;
  const person = { name, email, role, isIntern };
  return { id, link: `${env().publicUrl}/invite/${secret}`, expiresAt, person };
}

/**
 * Invites a person: an account comes to be when they use the link, under the invitation's id. An earlier link to the
 * same address stops working. Whoever will sign or decide about people is invited after a proof of who invites. Refuses
 * `already-there` when the address has an account, active or not.
 */
export async function invitePerson(
  viewer: Viewer,
  input: InvitePersonInput,
  now: Date,
): Promise<Result<MadeLink>> {
  const { email, name, role, intern: isIntern = false } = input;
  if (role !== "checker") {
    const confirmed = await confirmIdentity(viewer, input, now);
    if (!confirmed.ok) return confirmed;
  }
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const taken = await tx.user.findUnique({
      where: { email: input.email },
      select: { deactivatedAt: true },
    });
    if (taken) {
      const detail = taken.deactivatedAt
        ? "This address has a deactivated account. Let them in again instead."
        : "This address has an account already.";
      refuse({
        kind: "conflict",
        code: "already-there",
        detail,
        issues: [{ code: "already-there", field: "email", message: detail }],
      });
    }
    await tx.invitation.updateMany({
      where: { purpose: "invite", email: input.email, usedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    const invited = { purpose: "invite" as const, email, name, role, isIntern, userId: null };
    const made = await makeLink(tx, viewer, invited, now);
    await recordEvent(tx, viewer, now, {
      event: "account.invited",
      subject: { kind: "account", id: made.id },
      body: { email, role, ...(isIntern ? { isIntern } : {}) },
    });
    return made;
  });
}

/** Makes a link by which a person chooses a new password. It ends their sessions when it is used, not before. */
export async function makeResetLink(
  viewer: Viewer,
  input: AccountInput,
  now: Date,
): Promise<Result<MadeLink>> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const user = await tx.user.findUnique({ where: { id: input.accountId } });
    if (!user || user.deactivatedAt) return refuse(notFound("active account"));
    await tx.invitation.updateMany({
      where: { purpose: "reset", userId: user.id, usedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    const { email, name, role } = user;
    const made = await makeLink(tx, viewer, { purpose: "reset", email, name, role, userId: user.id }, now);
    await recordEvent(tx, viewer, now, {
      event: "account.reset-link-made",
      subject: { kind: "account", id: user.id },
    });
    return made;
  });
}

/** Makes an unused link stop working. */
export async function withdrawInvitation(
  viewer: Viewer,
  input: { invitationId: string },
  now: Date,
): Promise<Result<null>> {
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const { count } = await tx.invitation.updateMany({
      where: { id: input.invitationId, usedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    if (count === 0) refuse(notFound("open invitation"));
    await recordEvent(tx, viewer, now, {
      event: "account.link-withdrawn",
      subject: { kind: "account", id: input.invitationId },
    });
    return null;
  });
}

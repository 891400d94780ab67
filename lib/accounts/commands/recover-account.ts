import "server-only";
import { env } from "../../core/env.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { tellOfAccount } from "../../notifications/tell.server";
import { newSecret } from "../secrets.server";

const validHours = 1;

/**
 * For whoever runs the machine, when no admin can get in: takes an account's second factor away, ends its sessions, and
 * makes a single-use link for a new password that works for an hour. Logged without an actor, and the person is told.
 */
export async function recoverAccount(email: string, now: Date): Promise<Result<{ link: string }>> {
  const { secret, hash } = newSecret("csi");
  return runCommand(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: email.trim().toLowerCase() } });
    if (!user || user.deactivatedAt) return refuse(notFound("active account"));
    const ours = { userId: user.id };
    await tx.user.update({
      where: { id: user.id },
      data: { totpSeed: null, totpConfirmedAt: null, totpLastStep: null },
    });
    await tx.recoveryCode.deleteMany({ where: ours });
    await tx.session.updateMany({ where: { ...ours, revokedAt: null }, data: { revokedAt: now } });
    await tx.invitation.updateMany({
      where: { ...ours, purpose: "reset", usedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    const { email: address, name, role } = user;
    await tx.invitation.create({
      data: {
        id: newId(),
        secretHash: hash,
        purpose: "reset",
        ...ours,
        email: address,
        name,
        role,
        createdAt: now,
        expiresAt: new Date(now.getTime() + validHours * 3_600_000),
      },
    });
    await recordEvent(tx, null, now, {
      event: "account.recovered",
      subject: { kind: "account", id: user.id },
    });
    const text =
      "Whoever runs this desk took your second factor away and made a link for a new password. If you did not ask for that, tell another admin at once.";
    await tellOfAccount(tx, user.id, text, now);
    return { link: `${env().publicUrl}/invite/${secret}` };
  });
}

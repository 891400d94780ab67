import "server-only";
import type { Viewer } from "../../access/viewer";
import { env } from "../../core/env.server";
import { newId } from "../../core/new-id.server";
import { fail, notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { cancelWhatFell } from "../../schedules/cancel-what-fell.server";
import { passwordIssues, tokenExpiry } from "../policy";
import type { ChangePasswordInput, MintTokenInput } from "../schema";
import { hashPassword, newSecret } from "../secrets.server";
import { confirmIdentity } from "../step-up.server";

/** Sets another password, after the present one; every other session of the account ends. */
export async function changeOwnPassword(
  viewer: Viewer,
  input: ChangePasswordInput,
  now: Date,
): Promise<Result<{ sessionsEnded: number }>> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  const issues = passwordIssues(input.newPassword, viewer, "newPassword");
  if (issues.length > 0) {
    return fail({ kind: "invalid", code: "password-weak", detail: issues[0]!.message, issues });
  }
  const passwordHash = await hashPassword(input.newPassword);
  const sessionId = viewer.via.kind === "session" ? viewer.via.sessionId : "";
  return runCommand(async (tx) => {
    const changed = await tx.user.updateMany({
      where: { id: viewer.id, deactivatedAt: null },
      data: { passwordHash },
    });
    if (changed.count !== 1) refuse(notFound("active account"));
    const { count } = await tx.session.updateMany({
      where: { userId: viewer.id, revokedAt: null, id: { not: sessionId } },
      data: { revokedAt: now },
    });
    await recordEvent(tx, viewer, now, {
      event: "account.password-changed",
      subject: { kind: "account", id: viewer.id },
      body: { sessionsEnded: count },
    });
    return { sessionsEnded: count };
  });
}

/**
 * Makes a token for one's own account and returns it, the only time it is seen. It takes the password again; only
 * editors make one that signs, and outside the demonstration that one lasts 8 hours at most.
 */
export async function mintToken(
  viewer: Viewer,
  input: MintTokenInput,
  now: Date,
): Promise<Result<{ id: string; token: string; expiresAt: Date }>> {
  if (input.scopes.includes("sign") && viewer.role !== "editor") {
    return fail({ kind: "forbidden", code: "role", detail: "Only an editor makes a token that signs." });
  }
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  const { secret, hash } = newSecret("cst");
  const scopes = [...new Set(input.scopes)];
  const expiresAt = tokenExpiry({ scopes, days: input.days }, { now, demo: env().demo });
  return runCommand(async (tx) => {
    const rows = await tx.$queryRaw<{ role: string }[]>`
      SELECT role FROM "user" WHERE id = ${viewer.id} AND "deactivatedAt" IS NULL FOR SHARE`;
    if (rows[0]?.role !== viewer.role) refuse(notFound("active account"));
    const id = newId();
    await tx.token.create({
      data: { id, userId: viewer.id, name: input.name, hash, scopes, createdAt: now, expiresAt },
    });
    await recordEvent(tx, viewer, now, {
      event: "token.made",
      subject: { kind: "token", id },
      body: { scopes, expiresAt: expiresAt.toISOString() },
    });
    return { id, token: secret, expiresAt };
  });
}

/** Revokes one of one's own tokens; what was signed by it for a later time is cancelled. */
export async function revokeToken(
  viewer: Viewer,
  input: { tokenId: string },
  now: Date,
): Promise<Result<{ id: string }>> {
  return runCommand(async (tx) => {
    const { count } = await tx.token.updateMany({
      where: { id: input.tokenId, userId: viewer.id, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) refuse(notFound("token"));
    await recordEvent(tx, viewer, now, {
      event: "token.revoked",
      subject: { kind: "token", id: input.tokenId },
    });
    await cancelWhatFell(tx, viewer, now, { signerId: viewer.id });
    return { id: input.tokenId };
  });
}

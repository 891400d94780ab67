import "server-only";
import type { Role } from "../claims/vocabulary";
import { db } from "../core/db.server";
import { runCommand } from "../core/run-command.server";
import { makeAccount } from "./commands/accept-invitation";

/** Who signed in at the newsroom's identity provider; `email` is null unless the provider vouches for it. */
export type OidcPerson = { subject: string; email: string | null; name: string | null };

/** Who may come in, or why not: `no-account` was never invited, `deactivated` was and may no longer. */
export type OidcAccount = { id: string } | { refused: "no-account" | "deactivated" };

/**
 * The account of a person who signed in at the newsroom's identity provider: by subject, or the first time by e-mail
 * address, of an account that no subject has yet or of an open invitation, which is used up by it. Nobody else gets in.
 */
export async function accountOfOidc(who: OidcPerson, now: Date): Promise<OidcAccount> {
  const known = await db().user.findUnique({ where: { oidcSubject: who.subject } });
  if (known) return known.deactivatedAt ? { refused: "deactivated" } : { id: known.id };
  const email = who.email?.toLowerCase();
  if (!email) return { refused: "no-account" };
  const user = await db().user.findUnique({ where: { email } });
  if (!user) return acceptBySubject({ ...who, email }, now);
  // Whoever else has the address at the provider now is not whoever had it when the account was made.
  if (user.oidcSubject !== null) return { refused: "no-account" };
  if (user.deactivatedAt) return { refused: "deactivated" };
  const { count } = await db().user.updateMany({
    where: { id: user.id, oidcSubject: null, deactivatedAt: null },
    data: { oidcSubject: who.subject },
  });
  return count === 1 ? { id: user.id } : { refused: "no-account" };
}

/** Uses the open invitation to this address; of two sign-ins at once, one makes the account. */
async function acceptBySubject(who: OidcPerson & { email: string }, now: Date): Promise<OidcAccount> {
  const done = await runCommand(async (tx): Promise<OidcAccount> => {
    const open = { purpose: "invite", email: who.email, usedAt: null, expiresAt: { gt: now } };
    const row = await tx.invitation.findFirst({ where: open, orderBy: { createdAt: "desc" } });
    if (!row) return { refused: "no-account" };
    const { count } = await tx.invitation.updateMany({
      where: { ...open, id: row.id },
      data: { usedAt: now },
    });
    if (count !== 1) return { refused: "no-account" };
    const link = { id: row.id, purpose: row.purpose, role: row.role as Role, createdById: row.createdById };
    const person = { id: row.id, email: who.email, name: row.name ?? who.name ?? who.email };
    await makeAccount(tx, link, person, { oidcSubject: who.subject }, now);
    return { id: row.id };
  });
  return done.ok ? done.value : { refused: "no-account" };
}

import "server-only";
import type { Role } from "../../claims/vocabulary";
import { db, type Tx } from "../../core/db.server";
import { fail, refuse, type Failure, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { passwordIssues } from "../policy";
import type { AcceptInvitationInput } from "../schema";
import { hashPassword, hashSecret } from "../secrets.server";
import { letIn, type SignedIn } from "../sign-in.server";
import type { CameFrom } from "../came-from";

const linkIsOver: Failure = {
  kind: "not_found",
  code: "invitation-over",
  detail: "This link was used, withdrawn, or has run out. Ask an admin for a new one.",
};

type Link = { id: string; purpose: string; role: Role; createdById: string | null };
type Person = { id: string; email: string; name: string };

function missing(field: string, message: string) {
  return fail({
    kind: "invalid",
    code: "not-valid",
    detail: message,
    issues: [{ code: "not-valid", field, message }],
  });
}

/** The link behind a secret and the person it will make or change; the database decides again in the transaction. */
async function linkAndPerson(
  input: AcceptInvitationInput,
  now: Date,
): Promise<Result<{ link: Link; person: Person }>> {
  const row = await db().invitation.findUnique({ where: { secretHash: hashSecret(input.secret) } });
  if (!row || row.usedAt || row.expiresAt <= now) return fail(linkIsOver);
  const link = { id: row.id, purpose: row.purpose, role: row.role as Role, createdById: row.createdById };
  if (row.purpose === "reset") {
    const user = row.userId ? await db().user.findUnique({ where: { id: row.userId } }) : null;
    if (!user || user.deactivatedAt) return fail(linkIsOver);
    return { ok: true, value: { link, person: { id: user.id, email: user.email, name: user.name } } };
  }
  const email = row.email ?? input.email;
  if (!email) return missing("email", "Write your e-mail address.");
  const name = input.name ?? row.name;
  if (!name) return missing("name", "Write your name.");
  return { ok: true, value: { link, person: { id: row.id, email, name } } };
}

/**
 * Uses a single-use link: makes the invited account, makes the first admin while there is none, or sets a new password
 * and ends the old sessions. Then lets the person in, as far as `letIn` does. Of two people using one link, one gets in.
 */
export async function acceptInvitation(
  input: AcceptInvitationInput,
  from: CameFrom | null,
  now: Date,
): Promise<Result<SignedIn>> {
  const found = await linkAndPerson(input, now);
  if (!found.ok) return found;
  const { link, person } = found.value;
  const issues = passwordIssues(input.password, person);
  if (issues.length > 0) {
    return fail({ kind: "invalid", code: "password-weak", detail: issues[0]!.message, issues });
  }
  const passwordHash = await hashPassword(input.password);
  const done = await runCommand(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: link.id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count !== 1) refuse(linkIsOver);
    if (link.purpose === "reset") return setPassword(tx, person, passwordHash, now);
    return makeAccount(tx, link, person, { passwordHash }, now);
  });
  if (!done.ok) return done;
  // A link replaces a lost password, never a second factor.
  const user = await db().user.findUniqueOrThrow({ where: { id: person.id } });
  return { ok: true, value: await letIn(user, from, "link", now) };
}

/** The account of an invitation that was just used, opened by a password or by the identity provider's subject. */
export async function makeAccount(
  tx: Tx,
  link: Link,
  person: Person,
  opensBy: { passwordHash: string } | { oidcSubject: string },
  now: Date,
): Promise<Role> {
  if (link.purpose === "first-admin") {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('account:first-admin'))`;
    const admins = await tx.user.count({ where: { role: "admin", deactivatedAt: null } });
    if (admins > 0) refuse(linkIsOver);
  }
  const taken = await tx.user.findUnique({ where: { email: person.email }, select: { id: true } });
  if (taken) {
    refuse({
      kind: "conflict",
      code: "already-there",
      detail: "This address has an account already. Sign in.",
    });
  }
  const where = { id: link.id };
  const { isIntern } = await tx.invitation.findUniqueOrThrow({ where, select: { isIntern: true } });
  await tx.user.create({ data: { ...person, role: link.role, isIntern, ...opensBy, createdAt: now } });
  await recordEvent(tx, { ...person, role: link.role }, now, {
    event: "account.created",
    subject: { kind: "account", id: person.id },
    to: link.role,
    body: { email: person.email, purpose: link.purpose, invitedById: link.createdById },
  });
  return link.role;
}

async function setPassword(tx: Tx, person: Person, passwordHash: string, now: Date): Promise<Role> {
  const rows = await tx.$queryRaw<{ role: Role }[]>`
    UPDATE "user" SET "passwordHash" = ${passwordHash} WHERE id = ${person.id} AND "deactivatedAt" IS NULL RETURNING role`;
  const role = rows[0]?.role ?? refuse(linkIsOver);
  const { count } = await tx.session.updateMany({
    where: { userId: person.id, revokedAt: null },
    data: { revokedAt: now },
  });
  await recordEvent(tx, { ...person, role }, now, {
    event: "account.password-reset",
    subject: { kind: "account", id: person.id },
    body: { sessionsEnded: count },
  });
  return role;
}

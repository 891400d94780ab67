import "server-only";
import { db } from "../core/db.server";

/**
 * The account of a person who signed in at the newsroom's identity provider: by subject, or the first time by the
 * e-mail address under which an admin invited them. Nobody gets an account by signing in.
 */
export async function accountOfOidc(who: {
  subject: string;
  email: string | null;
}): Promise<{ id: string } | null> {
  const known = await db().user.findUnique({ where: { oidcSubject: who.subject } });
  if (known) return known.deactivatedAt ? null : { id: known.id };
  if (!who.email) return null;
  const { count } = await db().user.updateMany({
    where: { email: who.email.toLowerCase(), oidcSubject: null, deactivatedAt: null },
    data: { oidcSubject: who.subject },
  });
  if (count !== 1) return null;
  const user = await db().user.findUnique({ where: { oidcSubject: who.subject } });
  return user && { id: user.id };
}

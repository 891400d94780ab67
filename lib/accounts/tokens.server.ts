import "server-only";
import { db } from "../core/db.server";
import { newId } from "../core/new-id.server";
import type { Role } from "../claims/vocabulary";
import type { Scope, Viewer } from "../access/viewer";
import { hashSecret, newSecret } from "./secrets.server";
import { sightOf } from "./sight-of.server";

/** Makes a token for an account and returns it: the only time it is ever seen. */
export async function createToken(input: {
  userId: string;
  name: string;
  scopes: Scope[];
  expiresAt: Date;
}): Promise<{ id: string; token: string }> {
  const { secret, hash } = newSecret("cst");
  const id = newId();
  await db().token.create({
    data: {
      id,
      userId: input.userId,
      name: input.name,
      hash,
      scopes: input.scopes,
      expiresAt: input.expiresAt,
    },
  });
  return { id, token: secret };
}

/** The person behind a bearer token; null when it is unknown, revoked, expired, or the account deactivated. */
export async function viewerOfToken(token: string, now: Date): Promise<Viewer | null> {
  const row = await db().token.findUnique({ where: { hash: hashSecret(token) }, include: { user: true } });
  if (!row || row.revokedAt || row.expiresAt <= now || row.user.deactivatedAt) return null;
  if (!row.lastUsedAt || row.lastUsedAt.getTime() < now.getTime() - 60_000) {
    await db().token.update({ where: { id: row.id }, data: { lastUsedAt: now } });
  }
  return {
    ...(await sightOf(row.user)),
    name: row.user.name,
    email: row.user.email,
    role: row.user.role as Role,
    via: { kind: "token", tokenId: row.id },
    scopes: row.scopes as Scope[],
  };
}

import "server-only";
import { db, Prisma, rowsOf, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import type { Role } from "../claims/vocabulary";
import type { Scope, Viewer } from "../access/viewer";
import { hashSecret, newSecret } from "./secrets.server";
import { sightOf } from "./sight-of.server";

/** Makes a token for an account and returns it: the only time it is ever seen. */
export async function createToken(
  input: { userId: string; name: string; scopes: Scope[]; expiresAt: Date },
  at: Pick<Tx, "token"> = db(),
): Promise<{ id: string; token: string }> {
  const { secret, hash } = newSecret("cst");
  const id = newId();
  await at.token.create({
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

type TokenRow = { id: string; scopes: Scope[]; isNoted: boolean } & Pick<Viewer, "name" | "email"> & {
    userId: string;
    role: Role;
    isIntern: boolean;
  };

/** The person behind a bearer token; null when it is unknown, revoked, expired, or the account deactivated. */
export async function viewerOfToken(token: string, now: Date): Promise<Viewer | null> {
  // Asked with every call of the API, each time: a token ends when it is revoked, not a while after.
  const [row] = await rowsOf<TokenRow>(
    db(),
    Prisma.sql`
      SELECT t.id, t.scopes, coalesce(t."lastUsedAt" >= ${minuteBefore(now)}, false) AS "isNoted",
        u.id AS "userId", u.name, u.email, u.role, u."isIntern"
      FROM token t JOIN "user" u ON u.id = t."userId"
      WHERE t.hash = ${hashSecret(token)} AND t."revokedAt" IS NULL AND t."expiresAt" > ${now} AND u."deactivatedAt" IS NULL`,
  );
  if (!row) return null;
  const { id, scopes, isNoted, userId, isIntern, name, email, role } = row;
  if (!isNoted) await db().token.update({ where: { id }, data: { lastUsedAt: now } });
  const sight = await sightOf({ id: userId, isIntern });
  return { ...sight, name, email, role, via: { kind: "token", tokenId: id }, scopes };
}

const minuteBefore = (now: Date) => new Date(now.getTime() - 60_000);

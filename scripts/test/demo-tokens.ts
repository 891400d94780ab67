import { demoAccounts } from "@/lib/accounts/demo-accounts";
import { createToken } from "@/lib/accounts/tokens.server";
import type { Scope } from "@/lib/access/viewer";
import { closeDb, db } from "@/lib/core/db.server";
import { hourMs } from "../../lib/core/durations";
import { runScript, useInstance } from "../start/find-instance";

/** What tests need beside one full token a person: tokens that lack something. */
const special: Record<string, { email: string; scopes: Scope[]; hours: number; isRevoked?: boolean }> = {
  readOnly: { email: "checker1@demo.local", scopes: ["read"], hours: 1 },
  withoutSign: { email: "editor2@demo.local", scopes: ["read", "write"], hours: 1 },
  checkerWithSign: { email: "checker2@demo.local", scopes: ["read", "write", "sign"], hours: 1 },
  expired: { email: "editor1@demo.local", scopes: ["read", "write", "sign"], hours: -1 },
  revoked: { email: "editor1@demo.local", scopes: ["read", "write", "sign"], hours: 1, isRevoked: true },
};

async function tokenFor(wish: (typeof special)[string]): Promise<string> {
  const { id } = await db().user.findUniqueOrThrow({ where: { email: wish.email }, select: { id: true } });
  const expiresAt = new Date(Date.now() + wish.hours * hourMs);
  const made = await createToken({ userId: id, name: "tests", scopes: wish.scopes, expiresAt });
  if (wish.isRevoked)
    await db().token.update({ where: { id: made.id }, data: { revokedAt: new Date(Date.now() - hourMs) } });
  return made.token;
}

/** Prints tokens of the demo's people on the running instance, as one line of JSON: for end-to-end tests. */
await runScript(async () => {
  await useInstance();
  try {
    const tokens: Record<string, string> = {};
    for (const { email } of demoAccounts) {
      const name = email.slice(0, email.indexOf("@"));
      tokens[name] = await tokenFor({ email, scopes: ["read", "write", "sign"], hours: 1 });
    }
    for (const [name, wish] of Object.entries(special)) tokens[name] = await tokenFor(wish);
    console.log(JSON.stringify(tokens));
  } finally {
    await closeDb();
  }
});

import { parseArgs } from "node:util";
import { scopes, type Scope } from "@/lib/access/viewer";
import { demoSettingKey } from "@/lib/accounts/demo-accounts";
import { createToken } from "@/lib/accounts/tokens.server";
import { closeDb, db } from "@/lib/core/db.server";
import { runCommand } from "@/lib/core/run-command.server";
import { recordEvent } from "@/lib/log/record.server";
import { runScript, useInstance } from "./start/find-instance";
import { StartRefused } from "./start/settings";

const usage = "Usage: npm run token -- <email> [--scope read,write,sign] [--days 30]";
const maxDays = 365;

type Wish = { email: string; scopes: Scope[] | null; days: number };

function readArguments(): Wish {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { scope: { type: "string" }, days: { type: "string", default: "30" } },
  });
  const [email, ...more] = positionals;
  if (!email || more.length > 0) throw new StartRefused(usage);
  const days = Number(values.days);
  if (!Number.isInteger(days) || days < 1 || days > maxDays)
    throw new StartRefused(`--days must be 1 to ${maxDays}.\n${usage}`);
  const wished = values.scope?.split(",").map((scope) => scope.trim());
  const unknown = wished?.find((scope) => !(scopes as readonly string[]).includes(scope));
  if (unknown !== undefined) throw new StartRefused(`"${unknown}" is no scope. ${usage}`);
  return { email: email.toLowerCase(), scopes: (wished as Scope[] | undefined) ?? null, days };
}

function chooseScopes(wish: Wish, role: string, demo: boolean): Scope[] {
  const chosen = wish.scopes ?? (demo && role === "editor" ? ["read", "write", "sign"] : ["read", "write"]);
  if (chosen.includes("sign") && !demo) {
    throw new StartRefused(
      "A token that signs is made by the editor alone: sign in, open Settings → Tokens and give your password again.",
    );
  }
  return [...new Set(chosen)] as Scope[];
}

async function makeToken(): Promise<void> {
  const wish = readArguments();
  const { instance } = await useInstance();
  try {
    const user = await db().user.findUnique({ where: { email: wish.email } });
    if (!user || user.deactivatedAt) throw new StartRefused(`There is no active account ${wish.email} here.`);
    const demo = (await db().setting.count({ where: { key: demoSettingKey } })) > 0;
    const now = new Date();
    const expiresAt = new Date(now.getTime() + wish.days * 86_400_000);
    const chosen = chooseScopes(wish, user.role, demo);
    const wished = { userId: user.id, name: "made at the terminal", scopes: chosen, expiresAt };
    const body = { userId: user.id, scopes: chosen, expiresAt: expiresAt.toISOString() };
    const made = await runCommand(async (tx) => {
      const { id, token } = await createToken(wished, tx);
      await recordEvent(tx, null, now, { event: "token.created", subject: { kind: "token", id }, body });
      return token;
    });
    if (!made.ok) throw new StartRefused(`No token was made: ${made.error.detail}`);
    const where = instance ? ` on ${instance.url}` : "";
    console.log(
      `Token of ${user.email}${where}, for ${chosen.join(", ")}, until ${expiresAt.toISOString()}:`,
    );
    console.log(made.value);
  } finally {
    await closeDb();
  }
}

await runScript(makeToken);

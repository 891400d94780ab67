import "server-only";
import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { env } from "../core/env.server";
import { clientKey } from "./client-key.server";
import type { CameFrom } from "./came-from";

const maxAgeSeconds = 180 * 24 * 3600;
/** Keeps this token apart from that of a session, which is sealed with the same secret. */
const salt = "countersign-device-mark";

function markCookie() {
  const { protocol, port } = new URL(env().publicUrl);
  const secure = protocol === "https:";
  return {
    name: secure ? "__Host-countersign.device" : `countersign.device.${port || "80"}`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure, maxAge: maxAgeSeconds },
  };
}

async function readMark(): Promise<CameFrom["mark"]> {
  const value = (await cookies()).get(markCookie().name)?.value;
  const token = value ? await decode({ token: value, secret: env().secret, salt }).catch(() => null) : null;
  const { device, account } = (token ?? {}) as { device?: unknown; account?: unknown };
  return typeof device === "string" && typeof account === "string"
    ? { id: device, accountId: account }
    : null;
}

/**
 * Marks this browser as one in which the account signed in: it allows nothing, its tries are only counted for themselves
 * (the device cookie of OWASP's authentication cheat sheet).
 */
export async function markDevice(accountId: string): Promise<void> {
  const before = await readMark();
  if (before?.accountId === accountId) return;
  const { name, options } = markCookie();
  const token = { device: randomUUID(), account: accountId };
  (await cookies()).set(
    name,
    await encode({ token, secret: env().secret, salt, maxAge: maxAgeSeconds }),
    options,
  );
}

/** Where the request in hand comes from. */
export async function cameFrom(): Promise<CameFrom> {
  const sent = await headers();
  return { userAgent: sent.get("user-agent"), client: clientKey(sent), mark: await readMark() };
}

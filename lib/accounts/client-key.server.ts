import "server-only";
import { hit } from "../core/rate-window.server";
import type { Result } from "../core/result";
import type { CameFrom } from "./came-from";
import { clientAddress } from "./client-address";

/** How many proxies of ours stand in front, each adding the address it saw: `TRUSTED_PROXIES`, none unless said. */
export function trustedProxies(): number {
  const count = Number(process.env.TRUSTED_PROXIES ?? 0);
  return Number.isInteger(count) && count >= 0 && count <= 10 ? count : 0;
}

/** A key for whoever sent a request, for counting only; null when nothing is known about them. */
export function clientKey(headers: Headers): string | null {
  return clientAddress(headers.get("x-forwarded-for"), trustedProxies());
}

type Limits = { each: number; all: number; windowSeconds: number };

/**
 * Counts one try of `what` for the client and for everyone together. The second limit is generous: it holds where
 * nothing tells clients apart, and where one sends another address each time.
 */
export async function countTry(
  what: string,
  client: string | null,
  limits: Limits,
  now: Date,
): Promise<Result<null>> {
  const { each, all, windowSeconds } = limits;
  if (client !== null) {
    const own = await hit(`${what}:${client}`, { limit: each, windowSeconds }, now);
    if (!own.ok) return own;
  }
  return hit(`${what}-all`, { limit: all, windowSeconds }, now);
}

/** Tries to sign in or to use a link; beside the ten tries in a quarter of an hour that each account has. */
const signInTries: Limits = { each: 300, all: 1_000, windowSeconds: 900 };

/**
 * Counts one try to sign in or to use a link. A browser in which somebody signed in before counts for itself alone: however
 * many try from elsewhere, those who work here get in.
 */
export function countEntry(from: Pick<CameFrom, "client" | "mark">, now: Date): Promise<Result<null>> {
  if (from.mark === null) return countTry("sign-in", from.client, signInTries, now);
  return hit(`entry-in:${from.mark.id}`, { limit: 60, windowSeconds: signInTries.windowSeconds }, now);
}

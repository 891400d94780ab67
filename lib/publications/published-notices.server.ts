import "server-only";
import pg from "pg";
import { env } from "../core/env.server";
import { logger } from "../core/log-problem.server";

type Listener = (slug: string) => void;
const held = globalThis as { countersignListening?: { listeners: Set<Listener> } };

async function listen(listeners: Set<Listener>): Promise<void> {
  const client = new pg.Client({ connectionString: env().databaseUrl, keepAlive: true });
  const again = () => setTimeout(() => void listen(listeners).catch(() => undefined), 2_000).unref();
  client.once("error", () => void client.end().catch(() => undefined));
  client.once("end", () => {
    // What was missed while nobody listened is unknown: everybody forgets everything.
    for (const tell of listeners) tell("*");
    again();
  });
  client.on("notification", ({ payload }) => {
    for (const tell of listeners) tell(payload ?? "*");
  });
  try {
    await client.connect();
    await client.query("LISTEN countersign_published");
    for (const tell of listeners) tell("*");
  } catch (error) {
    logger.warn({ err: error }, "not listening for publications; caches expire by themselves");
    await client.end().catch(() => undefined);
  }
}

/** Calls `listener` with the slug whenever any process publishes something, and with `*` when something may have been missed. */
export function onPublished(listener: Listener): void {
  if (!held.countersignListening) {
    held.countersignListening = { listeners: new Set() };
    void listen(held.countersignListening.listeners);
  }
  held.countersignListening.listeners.add(listener);
}

/** Tells this process's own listeners at once, so that whoever published reads what they wrote; others get the notice. */
export function announcePublished(slug: string): void {
  for (const tell of held.countersignListening?.listeners ?? []) tell(slug);
}

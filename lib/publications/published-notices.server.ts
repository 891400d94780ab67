import "server-only";
import pg from "pg";
import { env } from "../core/env.server";
import { logger } from "../core/log-problem.server";

type Listener = (slug: string) => void;
type Listening = { listeners: Set<Listener>; client?: pg.Client; isOver: boolean };
const held = globalThis as { countersignListening?: Listening };

async function listen(listening: Listening): Promise<void> {
  const { listeners } = listening;
  const client = new pg.Client({ connectionString: env().databaseUrl, keepAlive: true });
  listening.client = client;
  const again = () => {
    if (!listening.isOver) setTimeout(() => void listen(listening).catch(() => undefined), 2_000).unref();
  };
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
    held.countersignListening = { listeners: new Set(), isOver: false };
    void listen(held.countersignListening);
  }
  held.countersignListening.listeners.add(listener);
}

/** Tells this process's own listeners at once, so that whoever published reads what they wrote; others get the notice. */
export function announcePublished(slug: string): void {
  for (const tell of held.countersignListening?.listeners ?? []) tell(slug);
}

/** Ends the listening connection: for tests and shutdown. */
export async function stopListening(): Promise<void> {
  const listening = held.countersignListening;
  if (!listening) return;
  listening.isOver = true;
  await listening.client?.end().catch(() => undefined);
}

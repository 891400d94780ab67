import "server-only";
import pg from "pg";
import { env } from "./env.server";
import { logger } from "./log-problem.server";

/** Channels of the database on which processes tell one another what changed. */
export const channels = [
  "countersign_published",
  "countersign_desk",
  "countersign_expunged",
  "countersign_withheld",
  "countersign_words",
] as const;
export type Channel = (typeof channels)[number];

/** Called with what was told, or with null when something may have been missed. */
type Listener = (payload: string | null) => void;
type Listening = { listeners: Map<Channel, Set<Listener>>; client?: pg.Client; isOver: boolean };
const held = globalThis as { countersignListening?: Listening };

function tellAll(listening: Listening): void {
  for (const some of listening.listeners.values()) for (const tell of some) tell(null);
}

/** A host that is lost closes no connection: so this one is asked something this often, and has this long to answer. */
const beatMs = 30_000;
const patienceMs = 10_000;

async function listen(listening: Listening): Promise<void> {
  const client = new pg.Client({
    connectionString: env().databaseUrl,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: patienceMs,
  });
  listening.client = client;
  // Not by `end`, which waits for the other side. Its end begins anew.
  const letGo = () => void client.connection.stream.destroy();
  const beat = setInterval(() => void client.query("SELECT 'heartbeat'").catch(letGo), beatMs).unref();
  client.on("error", letGo);
  client.once("end", () => {
    clearInterval(beat);
    if (listening.isOver) return;
    // What was missed while nobody listened is unknown.
    tellAll(listening);
    setTimeout(() => void listen(listening).catch(() => undefined), 2_000).unref();
  });
  client.on("notification", ({ channel, payload }) => {
    for (const tell of listening.listeners.get(channel as Channel) ?? []) tell(payload ?? null);
  });
  try {
    await client.connect();
    for (const channel of channels) await client.query(`LISTEN ${channel}`);
    tellAll(listening);
  } catch (error) {
    logger.warn({ err: error }, "not listening to the database; what was told is looked up again later");
    letGo();
  }
}

/**
 * Calls `listener` with what any process tells on the channel, and with null when something may have been missed. All
 * channels share one connection of the process. Answers how to stop.
 */
export function onNotice(channel: Channel, listener: Listener): () => void {
  if (!held.countersignListening) {
    held.countersignListening = { listeners: new Map(), isOver: false };
    void listen(held.countersignListening);
  }
  const { listeners } = held.countersignListening;
  const some = listeners.get(channel) ?? new Set();
  listeners.set(channel, some.add(listener));
  return () => void some.delete(listener);
}

/** Tells this process's own listeners at once, before the database does. */
export function notifyThisProcess(channel: Channel, payload: string): void {
  for (const tell of held.countersignListening?.listeners.get(channel) ?? []) tell(payload);
}

/** Ends the listening connection for good, also where none was begun: for tests and shutdown. */
export async function stopListening(): Promise<void> {
  const listening: Listening = (held.countersignListening ??= { listeners: new Map(), isOver: true });
  listening.isOver = true;
  await listening.client?.end().catch(() => undefined);
}

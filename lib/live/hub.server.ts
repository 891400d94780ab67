import "server-only";
import { onNotice } from "../core/database-notices.server";
import { readNotice, type LiveNotice } from "./live-notice";

/** One open stream. `hear` gets null when something may have been missed. */
export type Stream = { accountId: string; hear: (notice: LiveNotice | null) => void; close: () => void };

/** A browser holds one stream, whatever the number of its tabs; nobody has more browsers open than this. */
const maxStreamsPerAccount = 8;
const maxStreamsPerProcess = 1_000;

type Hub = { streams: Set<Stream>; isEnding: boolean };
const held = globalThis as { countersignLive?: Hub };

function hub(): Hub {
  if (held.countersignLive) return held.countersignLive;
  const fresh: Hub = { streams: new Set(), isEnding: false };
  held.countersignLive = fresh;
  onNotice("countersign_desk", (payload) => {
    const notice = payload === null ? null : readNotice(payload);
    if (payload !== null && !notice) return;
    for (const stream of fresh.streams) stream.hear(notice);
  });
  // A server that is asked to end waits for what it is answering: these answers would never end.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => closeStreams());
  return fresh;
}

/** Adds a stream; answers how to take it out again, or why there is no room: `account` or `process`, or `ending`. */
export function joinStream(stream: Stream): (() => void) | "account" | "process" | "ending" {
  const { streams, isEnding } = hub();
  if (isEnding) return "ending";
  if (streams.size >= maxStreamsPerProcess) return "process";
  let own = 0;
  for (const { accountId } of streams) if (accountId === stream.accountId) own += 1;
  if (own >= maxStreamsPerAccount) return "account";
  streams.add(stream);
  return () => void streams.delete(stream);
}

/** Ends every stream of this process, and lets no new one begin: it is ending. */
export function closeStreams(): void {
  const open = held.countersignLive;
  if (!open) return;
  open.isEnding = true;
  for (const stream of open.streams) stream.close();
  open.streams.clear();
}

"use client";

import { pageOfHeader } from "../core/held-form";
import type { LiveEvent } from "./live-notice";

/** `broken`: the stream to the desk broke off, for whatever reason. */
type Heard = LiveEvent | { kind: "broken" };
type Listener = (event: LiveEvent) => void;

const streamUrl = "/live/stream";
const leaderLock = "countersign.live";
const channelName = "countersign.live";
/** After a refusal (no room, session over) a browser's own reconnecting has stopped. */
const againMs = 60_000;

const listeners = new Set<Listener>();
const brokenListeners = new Set<() => void>();
/** Changes that were told already, each of a claim: after a reconnection the last seconds are told again. */
const known = new Set<string>();
let channel: BroadcastChannel | null = null;
let stop: (() => void) | null = null;

function tell(event: Heard): void {
  if (event.kind === "broken") {
    for (const listener of brokenListeners) listener();
    return;
  }
  if (event.kind === "changed") {
    const change = `${event.claimId} ${event.entryId}`;
    if (known.has(change)) return;
    known.add(change);
    if (known.size > 500) known.delete(known.values().next().value!);
  }
  for (const listener of listeners) listener(event);
}

/**
 * Opens the browser's one stream until `ended`, and anew when the network is back; what it says goes to every tab. A stream
 * knows nothing of the one before it, even where the browser opened it again by itself: once it is open it says that
 * something may have been missed, which is then looked for while it listens. `hasMissed`: so does the
 * first one, as nobody listened just before.
 */
function listen(onEvent: (event: Heard) => void, hasMissed: boolean): () => void {
  let source: EventSource | null = null;
  let timer = 0;
  let isGap = hasMissed;
  // A stream from before may look open for minutes though nothing comes through it.
  const openAgain = () => {
    window.clearTimeout(timer);
    source?.close();
    isGap = true;
    open();
  };
  const open = () => {
    source = new EventSource(streamUrl);
    source.addEventListener("desk", ({ data }: MessageEvent<string>) =>
      onEvent(JSON.parse(data) as LiveEvent),
    );
    source.onopen = () => {
      if (isGap) onEvent({ kind: "missed" });
      isGap = false;
    };
    source.onerror = () => {
      isGap = true;
      onEvent({ kind: "broken" });
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = window.setTimeout(() => {
        // Who gets no stream looks this often instead.
        onEvent({ kind: "missed" });
        openAgain();
      }, againMs);
    };
  };
  open();
  window.addEventListener("online", openAgain);
  return () => {
    window.removeEventListener("online", openAgain);
    window.clearTimeout(timer);
    source?.close();
  };
}

/**
 * Listens while the page is in sight. A browser opens six connections to a plain http address, and each tab that keeps one
 * leaves one less to load pages with.
 */
function listenInSight(): () => void {
  let close: (() => void) | null = null;
  let isFirst = true;
  const look = () => {
    const isInSight = document.visibilityState === "visible";
    if (isInSight && !close) {
      close = listen(tell, !isFirst);
    } else if (!isInSight) {
      close?.();
      close = null;
    }
  };
  look();
  isFirst = false;
  document.addEventListener("visibilitychange", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    close?.();
  };
}

/**
 * Of all tabs of a browser one holds the lock and the stream, and passes on what it hears; when it closes, the next takes
 * over. (Browsers do not freeze a tab in the background that holds a lock.) Without locks, which browsers keep for https and
 * their own computer, each tab that is in sight has its own stream.
 */
function begin(): () => void {
  if (!("locks" in navigator) || !("BroadcastChannel" in window)) return listenInSight();
  const over = new AbortController();
  channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Heard>) => tell(data);
  const begunAt = Date.now();
  navigator.locks
    .request(leaderLock, { signal: over.signal }, async () => {
      // Whoever waited for the lock takes over: between the last leader's end and now nobody listened, for any tab.
      const takesOver = Date.now() - begunAt > 1_000;
      const close = listen((event) => {
        tell(event);
        channel?.postMessage(event);
      }, takesOver);
      await new Promise<void>((done) => over.signal.addEventListener("abort", () => done(), { once: true }));
      close();
    })
    .catch(() => undefined);
  return () => {
    over.abort();
    channel?.close();
    channel = null;
  };
}

/** Calls `listener` with what happens on the desk while anybody on this page listens; answers how to stop. */
export function onLiveEvent(listener: Listener): () => void {
  listeners.add(listener);
  stop ??= begin();
  return () => {
    listeners.delete(listener);
    // The next page of the desk listens again at once.
    window.setTimeout(() => {
      if (listeners.size > 0) return;
      stop?.();
      stop = null;
    }, 1_000);
  };
}

/** Calls `listener` each time the browser's stream breaks off, while there is one; answers how to stop. */
export function onLiveBroken(listener: () => void): () => void {
  brokenListeners.add(listener);
  return () => void brokenListeners.delete(listener);
}

let tab: string | null = null;

/** A name for this tab, as long as its page lives. */
export function tabId(): string {
  tab ??= Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) =>
    byte.toString(36).padStart(2, "0"),
  ).join("");
  return tab;
}

/**
 * Posts a few facts to the desk, for `account`, whose page it is; null when it does not answer, or not with what was asked
 * for, as when somebody else signed in to the browser since.
 */
export async function postLive<T>(path: string, body: unknown, account: string | null): Promise<T | null> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(account ? { [pageOfHeader]: account } : {}) },
      body: JSON.stringify(body),
      keepalive: true,
    });
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}

/** Reads from the desk; null when it does not answer, or not with what was asked for. */
export async function readLive<T>(path: string): Promise<T | null> {
  try {
    const response = await fetch(path);
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}

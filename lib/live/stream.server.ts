import "server-only";
import { mayDo } from "../access/can";
import { mayNameId } from "../access/sight.server";
import type { Viewer } from "../access/viewer";
import { viewerOfSession } from "../accounts/sessions.server";
import { db } from "../core/db.server";
import { fail, ok, type Result } from "../core/result";
import { joinStream, type Stream } from "./hub.server";
import { beatLine, eventFor, frameOf, streamHead, type LiveNotice } from "./live-notice";

const beatMs = 20_000;
/** How long an answer to "is this session still good" is believed. */
const trustMs = 5_000;
/** More than this is not told one by one: look again. */
const maxReplayed = 100;
/** Frames that wait for a browser which reads none of them; one more, and it is let go: it asks again for what it missed. */
const maxUnreadFrames = 500;
/** An entry may become visible after a later one; entries of the last seconds are told again, and browsers know their ids. */
const overlapMs = 20_000;

/** Who the session that opened the stream is now; null when it may hear no more: ended, expired or deactivated. */
function viewerNow(viewer: Viewer): () => Promise<Viewer | null> {
  let asked = { at: 0, who: Promise.resolve<Viewer | null>(viewer) };
  const ask = async () => {
    if (viewer.via.kind !== "session") return null;
    const now = await viewerOfSession(viewer.via.sessionId, new Date(), { isIdle: true }).catch(() => null);
    return now !== null && mayDo(now, "desk.read").ok ? now : null;
  };
  return () => {
    if (Date.now() - asked.at > trustMs) asked = { at: Date.now(), who: ask() };
    return asked.who;
  };
}

/** An id as `newId` would have made it that much earlier (UUID 7: the first 48 bits are milliseconds). */
function idBefore(id: string, ms: number): string {
  const at = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  const earlier = Math.max(0, at - ms)
    .toString(16)
    .padStart(12, "0");
  return `${earlier.slice(0, 8)}-${earlier.slice(8)}-0000-0000-000000000000`;
}

/** What changed after the last event that a browser heard; null when that is too much, or not an id of ours. */
async function changesSince(lastId: string): Promise<LiveNotice[] | null> {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/.test(lastId)) return null;
  // An entry may be one of several claims: that it was heard of one says nothing of the others.
  const rows = await db().$queryRaw<{ id: string; claimId: string; actorId: string | null }[]>`
    SELECT l.id, l."onClaimId" AS "claimId", l."actorId" FROM claim_log l
    WHERE l.id > ${idBefore(lastId, overlapMs)} ORDER BY l.id LIMIT ${maxReplayed + 1}`;
  if (rows.length > maxReplayed) return null;
  return rows.map(({ id, claimId, actorId }) => ({
    kind: "changed",
    claimId,
    entryId: id,
    actorId,
  }));
}

/**
 * One person's stream, until `gone`, of what happens on the desk: ids alone, each sent only while their session still may
 * and sees the claim. It begins with what came after `lastEventId`, or with what comes next without one; when too much
 * came, the browser is told to look again. It ends for a browser that has stopped reading.
 */
export function openStream(
  viewer: Viewer,
  lastEventId: string | null,
  gone: AbortSignal,
): Result<ReadableStream<Uint8Array>> {
  // Whoever left before they were answered says so no more, and nobody reads this answer: it takes no place.
  if (gone.aborted) return ok(new ReadableStream({ start: (unheard) => unheard.close() }));
  const encoder = new TextEncoder();
  const currentViewer = viewerNow(viewer);
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let beat: NodeJS.Timeout | undefined;
  // In the order in which they were heard, each after its permission.
  let line = Promise.resolve();

  const send = (text: string) => {
    if ((controller?.desiredSize ?? 0) < -maxUnreadFrames) return end();
    controller?.enqueue(encoder.encode(text));
  };
  const end = () => {
    clearInterval(beat);
    if (typeof leave === "function") leave();
    const open = controller;
    controller = null;
    try {
      open?.close();
    } catch {
      // The browser went away first.
    }
  };
  const sendIfAllowed = (text: string, claimId?: string) => {
    line = line
      .then(async () => {
        const who = await currentViewer();
        if (!who) return end();
        if (claimId === undefined || (await mayNameId(who, claimId))) send(text);
      })
      .catch(end);
  };
  const hear: Stream["hear"] = (notice) => {
    const event = notice ? eventFor(notice, viewer.id) : ({ kind: "missed" } as const);
    if (event) sendIfAllowed(frameOf(event), "claimId" in event ? event.claimId : undefined);
  };
  const leave = joinStream({ accountId: viewer.id, hear, close: end });
  if (typeof leave === "string") return fail(noRoom(leave));
  gone.addEventListener("abort", end, { once: true });
  return ok(
    new ReadableStream<Uint8Array>({
      async start(opened) {
        controller = opened;
        send(streamHead);
        beat = setInterval(() => sendIfAllowed(beatLine), beatMs).unref();
        const missed = lastEventId ? await changesSince(lastEventId).catch(() => null) : [];
        if (missed) for (const notice of missed) hear(notice);
        else hear(null);
      },
      cancel: end,
    }),
  );
}

function noRoom(why: "account" | "process" | "ending") {
  const detail =
    why === "account"
      ? "This account has the desk open in too many browsers. Pages work; they do not update by themselves."
      : "There is no room for another listener at this moment. Pages work; they do not update by themselves.";
  return { kind: "rate_limited" as const, code: `too-many-${why}`, detail, retryAfterSeconds: 60 };
}

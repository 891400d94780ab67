// First: see there.
import { withinRequest } from "../../scripts/test/within-request";
import { afterEach, describe, expect, it, vi } from "vitest";
import { cookieOf, headersOf, here } from "../../scripts/test/ask-routes";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addComment } from "../comments/commands";
import { notifyThisProcess } from "../core/database-notices.server";
import { newsReach } from "../notifications/queries";
import { closeStreams } from "./hub.server";
import type { LiveEvent } from "./live-notice";
import { liveStream } from "./live-route.server";
import { touchPresence, claimNow, presenceTtlMs, leaveClaim } from "./presence.server";
import { openStream } from "./stream.server";
import { holdLock, releaseLock } from "./writing-lock.server";

const database = useTestDatabase();
const desk = makeDesk(database);
const open: AbortController[] = [];

afterEach(() => {
  for (const controller of open.splice(0)) controller.abort();
});

/** A browser's stream: what it heard, waited for. */
async function listen(viewer: Viewer, lastEventId: string | null = null) {
  const gone = new AbortController();
  open.push(gone);
  const opened = openStream(viewer, lastEventId, gone.signal);
  if (!opened.ok) throw new Error(opened.error.code);
  const heard: LiveEvent[] = [];
  let isOver = false;
  const waiting = new Set<() => void>();
  void (async () => {
    let text = "";
    for await (const part of opened.value) {
      text += Buffer.from(part).toString("utf8");
      const frames = text.split("\n\n");
      text = frames.pop()!;
      for (const frame of frames) {
        const data = /^data: (.*)$/m.exec(frame)?.[1];
        if (data) heard.push(JSON.parse(data) as LiveEvent);
      }
      for (const look of waiting) look();
    }
    isOver = true;
    for (const look of waiting) look();
  })();
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { heard, until, isOver: () => isOver };
}

const of = (heard: LiveEvent[], kind: LiveEvent["kind"]) => heard.filter((event) => event.kind === kind);

describe("a stream", () => {
  it("tells of what a command did once it is done, as ids, and of one's own as one's own", async () => {
    const { claimId, author, other } = await desk.inReview();
    const streams = { author: await listen(author), other: await listen(other) };
    // The listening connection itself says first that something may have been missed.
    await streams.author.until(() => of(streams.author.heard, "missed").length > 0);
    const { id } = await done(addComment(author, claimId, { text: "Secret words" }, new Date()));
    for (const stream of Object.values(streams))
      await stream.until(() =>
        of(stream.heard, "changed").some((event) => "claimId" in event && event.claimId === claimId),
      );
    expect(of(streams.author.heard, "changed").at(-1)).toMatchObject({ claimId, byMe: true });
    expect(of(streams.other.heard, "changed").at(-1)).toMatchObject({ claimId, byMe: false });
    const all = JSON.stringify(streams);
    for (const word of ["Secret", id, author.id, author.name, "comment"]) expect(all).not.toContain(word);
  });

  it("tells of news only whom it is for", async () => {
    const { claimId, author } = await desk.inReview();
    const [named, nobody] = [
      await database.makeViewer("checker", "Iryna Named"),
      await database.makeViewer("checker", "Marko Nobody"),
    ];
    const [hers, his] = [await listen(named), await listen(nobody)];
    await done(addComment(author, claimId, { text: "@Iryna Named" }, new Date()));
    await hers.until(() => of(hers.heard, "news").length > 0);
    await his.until(() => of(his.heard, "changed").length > 0);
    expect(of(his.heard, "news")).toEqual([]);
  });

  it("ends, without another word, for a session that was ended", async () => {
    const { claimId, author } = await desk.inReview();
    const viewer = await database.makeViewer("checker", "Leaver");
    const stream = await listen(viewer);
    const sessionId = viewer.via.kind === "session" ? viewer.via.sessionId : "";
    await database.sql(`UPDATE session SET "revokedAt" = now() WHERE id = $1`, [sessionId]);
    await done(addComment(author, claimId, { text: "After the end" }, new Date()));
    await stream.until(stream.isOver);
    expect(of(stream.heard, "changed")).toEqual([]);
  });

  it("does not keep an idle session alive", async () => {
    const viewer = await database.makeViewer("checker", "Idler");
    const sessionId = viewer.via.kind === "session" ? viewer.via.sessionId : "";
    const before = new Date(Date.now() - 3_600_000);
    await database.sql(`UPDATE session SET "lastSeenAt" = $2 WHERE id = $1`, [sessionId, before]);
    const { claimId, author } = await desk.inReview();
    const stream = await listen(viewer);
    await done(addComment(author, claimId, { text: "x" }, new Date()));
    await stream.until(() => of(stream.heard, "changed").length > 0);
    expect(await database.sql(`SELECT "lastSeenAt" FROM session WHERE id = $1`, [sessionId])).toEqual([
      { lastSeenAt: before },
    ]);
  });

  it("goes on from the last event that was heard, and says look again after one it does not know", async () => {
    const { claimId, author, other } = await desk.inReview();
    const [last] = await database.sql<{ id: string }>(
      `SELECT id FROM log_entry WHERE "claimId" = $1 ORDER BY id DESC LIMIT 1`,
      [claimId],
    );
    await done(addComment(author, claimId, { text: "missed" }, new Date()));
    const [entry] = await database.sql<{ id: string }>(
      `SELECT id FROM log_entry WHERE "claimId" = $1 ORDER BY id DESC LIMIT 1`,
      [claimId],
    );
    const again = await listen(other, last!.id);
    await again.until(() => again.heard.some((event) => "entryId" in event && event.entryId === entry!.id));
    const lost = await listen(other, "nonsense");
    await lost.until(() => of(lost.heard, "missed").length > 0);
  });

  it("is refused past what one account may have open", async () => {
    const viewer = await database.makeViewer("checker", "Many Browsers");
    for (let one = 0; one < 8; one += 1) await listen(viewer);
    const gone = new AbortController();
    const ninth = openStream(viewer, null, gone.signal);
    expect(ninth).toMatchObject({ ok: false, error: { kind: "rate_limited", code: "too-many-account" } });
    open.shift()!.abort();
    await listen(viewer);
  });

  it("takes no place for a browser that left before it was answered", async () => {
    const viewer = await database.makeViewer("checker", "Quick Reader");
    for (let one = 0; one < 9; one += 1)
      expect(openStream(viewer, null, AbortSignal.abort())).toMatchObject({ ok: true });
    await listen(viewer);
  });

  it("is not opened for a question about its head, whose answer nobody reads", async () => {
    const viewer = await database.makeViewer("checker", "Asks For Heads");
    const headers = headersOf({ cookie: await cookieOf(viewer) });
    const request = new Request(`${here}/live/stream`, { method: "HEAD", headers });
    const open = vi.fn();
    const answer = await withinRequest(headers, () => liveStream(request, open));
    expect([answer.status, answer.body, answer.headers.get("content-type")]).toEqual([
      200,
      null,
      "text/event-stream; charset=utf-8",
    ]);
    expect(open).not.toHaveBeenCalled();
  });

  it("lets a browser go that reads nothing any more, and keeps those that do", async () => {
    const viewer = await database.makeViewer("checker", "Stopped Reading");
    const gone = new AbortController();
    open.push(gone);
    expect(openStream(viewer, null, gone.signal).ok).toBe(true);
    const reading = await listen(viewer);
    for (let one = 0; one < 6; one += 1) await listen(viewer);
    await expect(listen(viewer)).rejects.toThrow("too-many-account");
    for (let batch = 0; batch < 6; batch += 1) {
      for (let one = 0; one < 100; one += 1)
        notifyThisProcess("countersign_desk", JSON.stringify({ kind: "here", claimId: `b${batch}` }));
      await reading.until(() => of(reading.heard, "here").length === (batch + 1) * 100);
    }
    await vi.waitFor(() => listen(viewer));
    expect(reading.isOver()).toBe(false);
  });
});

describe("who is at a claim", () => {
  const at = new Date("2031-03-14T12:00:00Z");
  const later = (ms: number) => new Date(at.getTime() + ms);
  const names = async (viewer: Viewer, claimId: string, now: Date) =>
    (await claimNow(viewer, claimId, now))!.people.map(({ name }) => name);

  it("is each person once, but oneself, until they leave or are not heard of", async () => {
    const { claimId, author, other } = await desk.inReview();
    for (const tabId of ["tab00001", "tab00002"])
      await done(touchPresence(other, { claimId, tabId, newsTo: null }, at));
    await done(touchPresence(author, { claimId, tabId: "tab00003", newsTo: null }, at));
    expect(await names(author, claimId, later(1000))).toEqual([other.name]);
    await leaveClaim(other, { claimId, tabId: "tab00001" });
    expect(await names(author, claimId, later(1000))).toEqual([other.name]);
    expect(await names(author, claimId, later(presenceTtlMs + 1))).toEqual([]);
    await leaveClaim(author, { claimId, tabId: "tab00002" });
    expect(await names(author, claimId, later(1000))).toEqual([other.name]);
  });

  it("has read what they had been told about it when their page was made: not what came since, nor of another claim", async () => {
    const [one, two] = [await desk.inReview(), await desk.inReview()];
    const named = await database.makeViewer("checker", "Olena Here");
    for (const { claimId, author } of [one, two])
      await done(addComment(author, claimId, { text: "@Olena Here" }, new Date()));
    const [old, here] = [await newsReach(named, one.claimId), { claimId: one.claimId, tabId: "tab00001" }];
    await done(addComment(one.author, one.claimId, { text: "@Olena Here, since" }, new Date()));
    const unread = async () =>
      (
        await database.sql<{ claimId: string }>(
          `SELECT "claimId" FROM notification WHERE "userId" = $1 AND "readAt" IS NULL ORDER BY id`,
          [named.id],
        )
      ).map(({ claimId }) => claimId);
    await done(touchPresence(named, { ...here, newsTo: null }, new Date()));
    expect(await unread()).toEqual([one.claimId, two.claimId, one.claimId]);
    // However often the tab says that it is still open.
    for (const _ of [1, 2]) await done(touchPresence(named, { ...here, newsTo: old }, new Date()));
    expect(await unread()).toEqual([two.claimId, one.claimId]);
    await done(touchPresence(named, { ...here, newsTo: await newsReach(named, one.claimId) }, new Date()));
    expect(await unread()).toEqual([two.claimId]);
  });

  it("is nobody at a claim that is not there", async () => {
    const { author } = await desk.inReview();
    expect(
      await refused(touchPresence(author, { claimId: "nope", tabId: "tab00001", newsTo: null }, at)),
    ).toMatchObject({
      kind: "not_found",
    });
    expect(await claimNow(author, "nope", at)).toBeNull();
  });
});

describe("a lock on a draft", () => {
  const at = new Date("2031-03-14T12:00:00Z");
  const hold = (viewer: Viewer, claimId: string, takesOver = false, now = at) =>
    done(
      holdLock(
        viewer,
        { subject: { kind: "verdict", id: claimId }, tabId: `tab${viewer.id.slice(-8)}`, takesOver },
        now,
      ),
    );

  it("has one holder of many who begin at once, and is taken over by who says so", async () => {
    const { claimId, author, reviewer, other } = await desk.inReview();
    const held = await Promise.all([author, reviewer, other].map((viewer) => hold(viewer, claimId)));
    expect(held.filter(({ isMine }) => isMine)).toHaveLength(1);
    expect(new Set(held.map(({ holder }) => holder.id)).size).toBe(1);
    expect(await hold(other, claimId, true)).toMatchObject({ isMine: true, holder: { id: other.id } });
    expect((await claimNow(author, claimId, at))!.locks).toMatchObject([
      { subject: `verdict:${claimId}`, holder: { name: other.name } },
    ]);
  });

  it("is another one for the claim's own words, for whoever may change them", async () => {
    const { claimId, author, other } = await desk.inReview();
    await hold(author, claimId);
    const subject = { kind: "claim", id: claimId } as const;
    const asked = { subject, tabId: `tab${other.id.slice(-8)}`, takesOver: false };
    expect(await done(holdLock(other, asked, at))).toMatchObject({ isMine: true });
    const readsOnly: Viewer = { ...other, scopes: ["read"] };
    expect(await refused(holdLock(readsOnly, asked, at))).toMatchObject({ kind: "forbidden" });
  });

  it("is free when it ran out, and is let go by its own tab only", async () => {
    const { claimId, author, other } = await desk.inReview();
    await hold(author, claimId);
    const subject = { kind: "verdict", id: claimId } as const;
    expect(await done(releaseLock(other, { subject, tabId: `tab${author.id.slice(-8)}` }))).toEqual({
      released: false,
    });
    expect(await hold(other, claimId)).toMatchObject({ isMine: false });
    expect(await hold(other, claimId, false, new Date(at.getTime() + 121_000))).toMatchObject({
      isMine: true,
    });
  });
});

describe("a process that ends", () => {
  it("ends its streams at once and opens no more", async () => {
    const viewer = await database.makeViewer("checker", "Last Listener");
    const stream = await listen(viewer);
    closeStreams();
    await stream.until(stream.isOver);
    const refusedNow = openStream(viewer, null, new AbortController().signal);
    expect(refusedNow).toMatchObject({ ok: false, error: { code: "too-many-ending" } });
  });
});

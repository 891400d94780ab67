// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LiveEvent } from "./live-notice";
import { onLiveEvent } from "./live-channel.client";

let opened: Stream[];

/** A stream that looks open whatever the network does. */
class Stream {
  static readonly CLOSED = 2;
  readyState = 1;
  isOpen = true;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor() {
    opened.push(this);
  }
  addEventListener() {}
  close() {
    this.isOpen = false;
  }
}

let stopAll: () => void;
let heard: LiveEvent["kind"][];
const begin = () => {
  const stop = onLiveEvent(({ kind }) => heard.push(kind));
  stopAll = () => {
    stop();
    vi.advanceTimersByTime(2_000);
  };
};

beforeEach(() => {
  [opened, heard] = [[], []];
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Stream);
});
afterEach(() => {
  stopAll();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("when the network is back the stream is opened anew at once, and what was missed is asked for once it is", () => {
  begin();
  opened[0]!.onopen?.();
  expect(heard).toEqual([]);
  window.dispatchEvent(new Event("online"));
  expect(opened.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  expect(heard).toEqual([]);
  opened[1]!.onopen?.();
  expect(heard).toEqual(["missed"]);
  stopAll();
  expect(opened.at(-1)!.isOpen).toBe(false);
  window.dispatchEvent(new Event("online"));
  expect(opened).toHaveLength(2);
});

it("a stream that broke off and comes back by itself says that something may have been missed, each time", () => {
  begin();
  const [stream] = opened as [Stream];
  stream.onopen?.();
  for (const times of [1, 2]) {
    Object.assign(stream, { readyState: 0 }).onerror?.();
    expect(heard).toHaveLength(times - 1);
    Object.assign(stream, { readyState: 1 }).onopen?.();
    expect(heard).toHaveLength(times);
  }
  expect(heard).toEqual(["missed", "missed"]);
  expect(opened).toHaveLength(1);
});

it("who is refused a stream looks again each time it is asked for, and once more when there is one", () => {
  begin();
  for (const times of [1, 2]) {
    Object.assign(opened.at(-1)!, { readyState: 2 }).onerror?.();
    vi.advanceTimersByTime(60_000);
    expect(opened).toHaveLength(times + 1);
    expect(heard).toHaveLength(times);
  }
  opened.at(-1)!.onopen?.();
  expect(heard).toEqual(["missed", "missed", "missed"]);
});

it("a page that comes into sight again, where each has its own stream, looks again once it listens", () => {
  let sight: DocumentVisibilityState = "visible";
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => sight);
  const turn = (to: DocumentVisibilityState) => {
    sight = to;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  begin();
  opened[0]!.onopen?.();
  turn("hidden");
  turn("visible");
  expect(heard).toEqual([]);
  opened[1]!.onopen?.();
  expect(heard).toEqual(["missed"]);
});

it("a tab that takes the stream over tells every tab to look again, once it listens; the first one tells nobody", async () => {
  const posted: unknown[] = [];
  let grant = () => {};
  vi.stubGlobal(
    "BroadcastChannel",
    class {
      onmessage = null;
      postMessage = (event: unknown) => posted.push(event);
      close() {}
    },
  );
  const request = (_name: string, _options: unknown, work: () => Promise<void>) =>
    new Promise<void>((done) => (grant = () => void work().then(done)));
  Object.defineProperty(navigator, "locks", { value: { request }, configurable: true });
  try {
    begin();
    grant();
    opened[0]!.onopen?.();
    expect([heard, posted]).toEqual([[], []]);
    stopAll();

    begin();
    vi.advanceTimersByTime(30_000);
    grant();
    expect([heard, posted]).toEqual([[], []]);
    opened[1]!.onopen?.();
    expect([heard, posted]).toEqual([["missed"], [{ kind: "missed" }]]);
  } finally {
    Reflect.deleteProperty(navigator, "locks");
  }
});

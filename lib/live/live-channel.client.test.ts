// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";
import type { LiveEvent } from "./live-notice";
import { onLiveEvent } from "./live-channel.client";

const opened: { isOpen: boolean }[] = [];

/** A stream that looks open whatever the network does. */
class Stream {
  static readonly CLOSED = 2;
  readyState = 1;
  isOpen = true;
  onerror: (() => void) | null = null;
  constructor() {
    opened.push(this);
  }
  addEventListener() {}
  close() {
    this.isOpen = false;
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("when the network is back the stream is opened anew at once, and what was missed is asked for", () => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Stream);
  const heard: LiveEvent["kind"][] = [];
  const stop = onLiveEvent(({ kind }) => heard.push(kind));
  expect(opened.map(({ isOpen }) => isOpen)).toEqual([true]);
  window.dispatchEvent(new Event("online"));
  expect(opened.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  expect(heard).toEqual(["missed"]);
  stop();
  vi.advanceTimersByTime(2_000);
  expect(opened.at(-1)!.isOpen).toBe(false);
  window.dispatchEvent(new Event("online"));
  expect(opened).toHaveLength(2);
});

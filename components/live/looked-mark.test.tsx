// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { postLive } from "@/lib/live/live-channel.client";
import { goneAfterMs, LookedMark } from "./looked-mark";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

vi.mock("@/lib/live/live-channel.client", () => ({ postLive: vi.fn(async () => null) }));

let root: Root;
let sight: DocumentVisibilityState = "visible";
Object.defineProperty(document, "visibilityState", { get: () => sight });

beforeEach(() => {
  vi.useFakeTimers();
  vi.mocked(postLive).mockClear();
  document.body.innerHTML = `<div data-account="ann"></div>`;
  root = createRoot(document.body.firstElementChild!);
});
afterEach(async () => {
  await close();
  vi.useRealTimers();
});

const show = (entryId: string) =>
  act(async () => root.render(<LookedMark claimId="c" reach={{ entryId, snapshot: "1:1:" }} />));
const close = () => act(async () => root.unmount());

function turn(to: DocumentVisibilityState) {
  sight = to;
  document.dispatchEvent(new Event("visibilitychange"));
}

/** How far the desk was told that somebody looked, and by whose page. */
const told = () =>
  vi.mocked(postLive).mock.calls.map(([, body, account]) => [(body as { entryId: string }).entryId, account]);

it("a claim that was opened in the background and closed unseen was not looked at", async () => {
  turn("hidden");
  await show("5");
  window.dispatchEvent(new Event("pagehide"));
  await close();
  expect(told()).toEqual([]);
});

it("a claim that was opened in the background, turned to and closed was looked at, by whoever opened it", async () => {
  turn("hidden");
  await show("5");
  turn("visible");
  await close();
  expect(told()).toEqual([["5", "ann"]]);
});

it("reading a source in another tab is not leaving the claim; closing it from there is, as far as it was in sight", async () => {
  turn("visible");
  await show("5");
  turn("hidden");
  // Something brought the page up to date while nobody saw it.
  await show("7");
  expect(told()).toEqual([]);
  window.dispatchEvent(new Event("pagehide"));
  expect(told()).toEqual([["5", "ann"]]);
});

it("whoever is away for long has left, and whoever comes back before has not", async () => {
  turn("visible");
  await show("5");
  turn("hidden");
  vi.advanceTimersByTime(goneAfterMs - 1);
  turn("visible");
  vi.advanceTimersByTime(goneAfterMs);
  expect(told()).toEqual([]);
  turn("hidden");
  vi.advanceTimersByTime(goneAfterMs);
  expect(told()).toEqual([["5", "ann"]]);
});

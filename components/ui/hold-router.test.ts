// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { saveKeyField } from "@/lib/core/save-key-field";
import { noteAnswer, onPageHeld } from "./connection";
import { holdRouter, saveLimitMs } from "./hold-router";

/** The framework's own, which comes without types. */
const encoder: string = "next/dist/compiled/react-server-dom-turbopack/client.browser";
type Encoder = { encodeReply: (given: unknown) => Promise<FormData | string> };

const page: RequestInit = { headers: { rsc: "1" }, priority: "auto" };
const sent = vi.fn<typeof fetch>();
const held = vi.fn();
let stepAside = () => {};
let stopListening = () => {};

beforeEach(() => {
  vi.stubGlobal("fetch", sent);
  window.fetch = sent;
  stepAside = holdRouter();
  stopListening = onPageHeld(held);
});
afterEach(() => {
  stepAside();
  stopListening();
  noteAnswer(true);
  vi.restoreAllMocks();
  sent.mockReset();
  held.mockReset();
});

/** Whether the router hears nothing of it, and so does not leave the page to the browser. */
async function isHeld(asked: Promise<unknown>): Promise<boolean> {
  const heard = await Promise.race([
    asked.then(
      () => true,
      () => true,
    ),
    new Promise<false>((done) => setTimeout(() => done(false), 20)),
  ]);
  return !heard;
}

it("a page that cannot come leaves the one that is open, and the router where it was", async () => {
  sent.mockRejectedValue(new TypeError("Failed to fetch"));
  const restored = vi.spyOn(history, "replaceState");
  expect(await isHeld(fetch("/desk/tips", page))).toBe(true);
  expect(held).toHaveBeenCalledTimes(1);
  expect(restored).toHaveBeenCalledWith(null, "", location.href);
});

it.each([
  [502, true],
  [504, true],
  [200, false],
  [404, false],
  [500, false],
])("an answer of %i to a page is held back: %s", async (status, expected) => {
  sent.mockResolvedValue(new Response(null, { status }));
  expect(await isHeld(fetch("/desk/tips", page))).toBe(expected);
});

it.each<[string, RequestInit | undefined]>([
  ["a page that is fetched ahead", { headers: { rsc: "1" }, priority: "low" }],
  ["a form", { ...page, method: "POST" }],
  ["anything that is no page", undefined],
  ["what was given up", { ...page, signal: AbortSignal.abort() }],
])("%s fails as ever", async (_what, init) => {
  sent.mockRejectedValue(new TypeError("Failed to fetch"));
  await expect(fetch("/desk/tips", init)).rejects.toThrow("Failed to fetch");
  expect(held).not.toHaveBeenCalled();
});

/** A server that takes a form and never answers; it hears when the browser gives up. */
const hangs: typeof fetch = (_input, init) =>
  new Promise((_answer, fail) => {
    init?.signal?.addEventListener("abort", () => fail(init.signal?.reason as Error));
  });

/** A form as the router itself writes what its action is given. */
async function formWith(name: string): Promise<RequestInit> {
  const { encodeReply } = (await import(encoder)) as Encoder;
  const form = new FormData();
  form.set(name, "x");
  return { method: "POST", body: await encodeReply([null, form]) };
}

it("a save that the desk makes by itself is given up after its time, so that the router sends what comes next", async () => {
  const clock = new AbortController();
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(clock.signal);
  sent.mockImplementation(hangs);
  const saved = fetch("/desk/claims/c/verdict", await formWith(saveKeyField));
  expect(timeout).toHaveBeenCalledWith(saveLimitMs);
  expect(await isHeld(saved)).toBe(true);
  const late = new DOMException("The operation timed out.", "TimeoutError");
  clock.abort(late);
  await expect(saved).rejects.toBe(late);
  // It is the save's to say so and to send it again; nothing of the page is held back.
  expect(held).not.toHaveBeenCalled();
});

it("no other form is given up, however long its answer takes", async () => {
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort());
  sent.mockImplementation(hangs);
  expect(await isHeld(fetch("/desk/claims/c/verdict", await formWith("finding")))).toBe(true);
  expect(timeout).not.toHaveBeenCalled();
  expect(sent.mock.lastCall?.[1]?.signal).toBeUndefined();
});

it("steps aside", async () => {
  stepAside();
  expect(window.fetch).toBe(sent);
});

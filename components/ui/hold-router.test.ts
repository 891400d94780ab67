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
  vi.clearAllMocks();
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

it("a save that the desk makes by itself is given up after its time, and no other form is", async () => {
  const timeout = vi.spyOn(AbortSignal, "timeout");
  sent.mockResolvedValue(new Response(null));
  // As the router itself writes what a form's action is given.
  const { encodeReply } = (await import(encoder)) as Encoder;
  const bodyWith = async (name: string) => {
    const form = new FormData();
    form.set(name, "x");
    return { method: "POST", body: await encodeReply([null, form]) };
  };
  await fetch("/desk/claims/c/verdict", await bodyWith("finding"));
  expect(sent.mock.lastCall?.[1]?.signal).toBeUndefined();
  await fetch("/desk/claims/c/verdict", await bodyWith(saveKeyField));
  expect(timeout).toHaveBeenCalledWith(saveLimitMs);
  expect(sent.mock.lastCall?.[1]?.signal).toBeInstanceOf(AbortSignal);
});

it("steps aside", async () => {
  stepAside();
  expect(window.fetch).toBe(sent);
});

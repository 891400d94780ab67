// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import { BrokenPage } from "./broken-page";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const error = Object.assign(new Error("hidden"), { digest: "86724373" });

/** The page while the desk answers so about its database, one answer after the other. */
async function brokenWhile(...statuses: number[]) {
  vi.useFakeTimers();
  const reload = vi.fn();
  vi.stubGlobal("location", { ...window.location, reload });
  vi.stubGlobal("fetch", async () => new Response(null, { status: statuses.shift() ?? 200 }));
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () => createRoot(place).render(<BrokenPage error={error} />));
  return { place, reload, wait: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)) };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("a bug says what is safe, leads back to the queue and names its id", async () => {
  const { place, reload, wait } = await brokenWhile(200);
  await wait(60_000);
  expect(place.textContent).toContain("This page broke");
  expect(place.textContent).toContain("86724373");
  expect(place.querySelector("a")!.getAttribute("href")).toBe("/desk");
  expect(reload).not.toHaveBeenCalled();
  place.querySelector("button")!.click();
  expect(reload).toHaveBeenCalledTimes(1);
});

it("without a database it says so, and the page comes by itself once there is one again", async () => {
  const { place, reload, wait } = await brokenWhile(503, 503, 200);
  expect(place.textContent).toContain("The desk cannot reach its database");
  await wait(10_000);
  expect(reload).not.toHaveBeenCalled();
  await wait(10_000);
  expect(reload).toHaveBeenCalledTimes(1);
});

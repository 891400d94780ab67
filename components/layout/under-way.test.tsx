// @vitest-environment jsdom
import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { notePageAsked, UnderWay } from "./under-way";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function onPage() {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const show = (path: string) =>
    act(async () =>
      root.render(
        <PathnameContext value={path}>
          <UnderWay />
        </PathnameContext>,
      ),
    );
  await show("/desk");
  const wait = (ms: number) => act(async () => vi.advanceTimersByTime(ms));
  return { place, show, wait };
}

async function click(href: string, isTheRouters: boolean) {
  const link = document.body.appendChild(document.createElement("a"));
  link.href = href;
  link.addEventListener("click", (event) => isTheRouters && event.preventDefault());
  // After everybody heard it: this browser goes nowhere.
  window.addEventListener("click", (event) => event.preventDefault(), { once: true });
  await act(async () => link.click());
}

it("says that a page is on its way once somebody waits for it, and stops when it is there", async () => {
  const { place, show, wait } = await onPage();
  await click("/desk/tips", true);
  await wait(300);
  expect(place.textContent).toBe("");
  await wait(200);
  expect(place.textContent).toBe("Opening the page…");
  await show("/desk/tips");
  expect(place.textContent).toBe("");
  await wait(1_000);
  expect(place.textContent).toBe("");
});

it.each([
  ["a place on the same page", "#gate", true],
  ["a page that the browser opens by itself", "/verdicts/some", false],
])("says nothing of %s", async (_what, href, isTheRouters) => {
  const { place, wait } = await onPage();
  await click(href, isTheRouters);
  await wait(1_000);
  expect(place.textContent).toBe("");
});

it("hears of pages that a key asked for, and does not wait for ever", async () => {
  const { place, wait } = await onPage();
  await act(async () => notePageAsked("/desk/articles"));
  await wait(500);
  expect(place.textContent).toBe("Opening the page…");
  await wait(20_000);
  expect(place.textContent).toBe("");
});

it("says nothing of the page in hand, though a list has written its place into the address", async () => {
  const { place, wait } = await onPage();
  history.replaceState(null, "", "/desk?at=c1");
  await act(async () => notePageAsked("/desk"));
  await click("/desk", true);
  await wait(1_000);
  history.replaceState(null, "", "/");
  expect(place.textContent).toBe("");
});

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

/** A form that only leads somewhere, sent by its button; the router answers it itself, or the browser does. */
async function ask(isTheRouters: boolean) {
  const form = document.body.appendChild(document.createElement("form"));
  form.setAttribute("action", "/desk/figures");
  form.innerHTML = '<input name="from" value="2026-03"><button>Show</button>';
  form.addEventListener("submit", (event) => isTheRouters && event.preventDefault());
  // After everybody heard it: this browser goes nowhere.
  window.addEventListener("submit", (event) => event.preventDefault(), { once: true });
  const button = form.querySelector("button")!;
  await act(async () => button.click());
  return button;
}

it.each([true, false])(
  "a form that asks for a page shows at once that it was pressed, and says soon what it waits for (by the router: %s)",
  async (isTheRouters) => {
    const { place, show, wait } = await onPage();
    const button = await ask(isTheRouters);
    expect(button.getAttribute("aria-busy")).toBe("true");
    expect(button.textContent).toBe("Show");
    await wait(500);
    expect(place.textContent).toBe("Opening the page…");
    await show("/desk/figures");
    expect([place.textContent, button.hasAttribute("aria-busy")]).toEqual(["", false]);
  },
);

it("a page that is come back to as it was left waits for nothing, nor does one that waited for long", async () => {
  const { place, wait } = await onPage();
  const back = new Event("pageshow");
  Object.assign(back, { persisted: true });
  for (const end of [() => act(async () => void window.dispatchEvent(back)), () => wait(20_000)]) {
    const button = await ask(false);
    await wait(500);
    await end();
    expect([place.textContent, button.hasAttribute("aria-busy")]).toEqual(["", false]);
  }
});

it("says nothing of a form that leads to the page in hand, nor of one that only scripts answer", async () => {
  const { place, wait } = await onPage();
  for (const markup of ['<form action="/desk"></form>', "<form></form>"]) {
    const box = document.body.appendChild(document.createElement("div"));
    box.innerHTML = markup;
    box.addEventListener("submit", (event) => event.preventDefault());
    await act(async () => box.querySelector("form")!.requestSubmit());
  }
  await wait(1_000);
  expect(place.textContent).toBe("");
});

// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { mayOpenPage } from "./connection";
import { ConnectionBanner } from "./connection-banner";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const heldWords = "That page cannot be opened now. This one stays open";
let place: HTMLElement;
let isOnLine = true;

async function setOnLine(is: boolean): Promise<void> {
  isOnLine = is;
  await act(async () => window.dispatchEvent(new Event(is ? "online" : "offline")));
}

/** Clicks what this markup has of a link; answers whether the browser was kept from following it. */
async function isHeld(markup: string, more: MouseEventInit = {}): Promise<boolean> {
  const box = document.body.appendChild(document.createElement("div"));
  box.innerHTML = markup;
  const click = new MouseEvent("click", { bubbles: true, cancelable: true, ...more });
  await act(async () => void box.querySelector("a, b")!.dispatchEvent(click));
  box.remove();
  return click.defaultPrevented;
}

beforeEach(async () => {
  vi.spyOn(navigator, "onLine", "get").mockImplementation(() => isOnLine);
  place = document.body.appendChild(document.createElement("div"));
  await act(async () => createRoot(place).render(<ConnectionBanner />));
});
afterEach(() => setOnLine(true));

it("a link does not take the page away while there is no network, and says why", async () => {
  expect(await isHeld('<a href="/desk/tips">Tips</a>')).toBe(false);
  await setOnLine(false);
  expect(place.textContent).toContain("You are offline.");
  expect(place.textContent).not.toContain(heldWords);
  expect(await isHeld('<a href="/desk/tips"><b>Tips</b></a>')).toBe(true);
  expect(place.textContent).toContain(heldWords);
  await setOnLine(true);
  expect(place.textContent).toBe("");
  expect(await isHeld('<a href="/desk/tips">Tips</a>')).toBe(false);
});

it("nobody else hears of a link that was held back", async () => {
  await setOnLine(false);
  const heard = vi.fn();
  document.addEventListener("click", heard);
  await isHeld('<a href="/desk/tips">Tips</a>');
  document.removeEventListener("click", heard);
  expect(heard).not.toHaveBeenCalled();
});

it.each([
  ["the same page from the beginning", '<a href="">Again</a>', {}, true],
  ["another site", '<a href="https://elsewhere.example/">There</a>', {}, true],
  ["a place on this page", '<a href="#gate">The gate</a>', {}, false],
  ["another tab", '<a href="/desk/tips" target="_blank">Tips</a>', {}, false],
  ["another tab, by a key", '<a href="/desk/tips">Tips</a>', { ctrlKey: true }, false],
  ["a file", '<a href="/desk/tips.csv" download>Tips</a>', {}, false],
  ["another program", '<a href="mailto:a@b.example">Mail</a>', {}, false],
  ["nowhere", "<b>Words</b>", {}, false],
])("without a network a click that leads to %s is held back: %#", async (_where, markup, more, held) => {
  await setOnLine(false);
  expect(await isHeld(markup, more)).toBe(held);
});

it("a page that a key asks for is not opened without a network, and the banner says so", async () => {
  expect(mayOpenPage()).toBe(true);
  await setOnLine(false);
  let may = true;
  await act(async () => void (may = mayOpenPage()));
  expect(may).toBe(false);
  expect(place.textContent).toContain(heldWords);
});

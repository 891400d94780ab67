// @vitest-environment jsdom
import { act, useRef } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Keeping } from "./kept-here";

// Not the forms that other tests left open.
vi.resetModules();
const { noteAnswer, openPage } = await import("./connection");
const { ConnectionBanner } = await import("./connection-banner");
const { useKeeping } = await import("./kept-here");

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const heldWords = "That page cannot be opened now. This one stays open";
let place: HTMLElement;
let root: Root;
let isOnLine = true;
let doesAnswer = true;

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
  vi.spyOn(globalThis, "fetch").mockImplementation(async () => {
    if (!doesAnswer) throw new TypeError("Failed to fetch");
    return Response.json({ status: "ok" });
  });
  place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
  await act(async () => root.render(<ConnectionBanner />));
});
afterEach(async () => {
  doesAnswer = true;
  await setOnLine(true);
  await act(async () => noteAnswer(true));
  await act(async () => root.unmount());
});

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

function Kept({ keeping }: { keeping: Keeping }) {
  const form = useRef<HTMLFormElement>(null);
  useKeeping(form, keeping);
  return (
    <form ref={form} id={keeping}>
      <input name="text" />
    </form>
  );
}

it("promises of what is written what is true of every form on the page, or of those in which something is written", async () => {
  const show = (...kept: Keeping[]) =>
    act(async () =>
      root.render(
        <>
          <ConnectionBanner />
          {kept.map((keeping) => (
            <Kept key={keeping} keeping={keeping} />
          ))}
        </>,
      ),
    );
  await setOnLine(false);
  expect(place.textContent).toContain("Keep this page open: what you write is only here.");
  await show("keeps");
  expect(place.textContent).toContain("What you write is kept on this device. Send it once you are back.");
  await show("saves");
  const saves = "Your draft is kept on this device and saves itself once you are back.";
  expect(place.textContent).toContain(saves);
  await show("keeps", "saves");
  expect(place.textContent).toContain("What you write is kept on this device. Send it once you are back.");
  await show("keeps", "saves", "loses");
  expect(place.textContent).toContain("Keep this page open: not all that you write here is kept");
  const write = (id: string) =>
    act(async () => {
      const form = place.querySelector<HTMLFormElement>(`#${id}`)!;
      form.dataset.touched = "typed";
      form.querySelector("input")!.dispatchEvent(new Event("input", { bubbles: true }));
    });
  await write("saves");
  expect(place.textContent).toContain(saves);
  await write("loses");
  expect(place.textContent).toContain("Keep this page open: not all that you write here is kept");
  await show();
  expect(place.textContent).not.toContain("kept");
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
  const open = vi.fn();
  openPage(open);
  expect(open).toHaveBeenCalledTimes(1);
  await setOnLine(false);
  await act(async () => openPage(open));
  expect(open).toHaveBeenCalledTimes(1);
  expect(place.textContent).toContain(heldWords);
});

it("a link waits for word from a desk that did not answer, and is followed once it answers", async () => {
  doesAnswer = false;
  await act(async () => noteAnswer(false));
  expect(place.textContent).toContain("The desk does not answer.");
  const link = document.body.appendChild(document.createElement("a"));
  link.href = "/desk/tips";
  const followed = vi.fn((event: Event) => event.preventDefault());
  link.addEventListener("click", followed);
  await act(async () => link.click());
  expect(followed).not.toHaveBeenCalled();
  expect(place.textContent).toContain(heldWords);
  doesAnswer = true;
  await act(async () => link.click());
  expect(followed).toHaveBeenCalledTimes(1);
  expect(place.textContent).toBe("");
  link.remove();
});

it("whoever does nothing learns that the desk answers again", async () => {
  vi.useFakeTimers();
  doesAnswer = false;
  await act(async () => noteAnswer(false));
  expect(place.textContent).toContain("The desk does not answer.");
  doesAnswer = true;
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(place.textContent).toBe("");
  vi.useRealTimers();
});

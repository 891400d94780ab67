// @vitest-environment jsdom
import { act } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useRoots } from "@/scripts/test/mounted";
import { CommandPalette } from "./command-palette";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => {} }) }));

const rootIn = useRoots();
const claim = (id: string, text: string) => ({ id, text, state: "new", publishAt: null });
const trams = claim("trams", "The cost of trams rose by a third");
const quays = claim("quays", "Two quays were closed in May");
const newest = [quays, claim("ferries", "Two new ferries sail from Selby")];
/** What the desk finds, by the words that it is asked for. */
let finds: Record<string, unknown[]>;
let asked: string[];

beforeEach(() => {
  [finds, asked] = [{}, []];
  vi.useFakeTimers();
  HTMLDialogElement.prototype.showModal = function () {
    this.setAttribute("open", "");
  };
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
    },
  );
  vi.stubGlobal("fetch", async (path: string) => {
    const words = new URL(path, "http://desk.example").searchParams.get("q");
    asked.push(words ?? "");
    if ((words?.length ?? 0) > 300) return { ok: false, json: async () => ({ code: "too-long" }) };
    return { ok: true, json: async () => ({ items: words === null ? newest : (finds[words] ?? []) }) };
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.innerHTML = "";
});

const later = () => act(() => vi.advanceTimersByTimeAsync(200).then(() => undefined));
/** The answer has come, and what it brought is drawn. */
async function answered(): Promise<void> {
  await later();
  await later();
}
async function open(): Promise<void> {
  const root = rootIn(document.body.appendChild(document.createElement("div")));
  await act(async () => root.render(<CommandPalette onClose={() => {}} />));
  await answered();
}
async function type(words: string): Promise<void> {
  await act(async () => {
    const input = document.querySelector("input")!;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(input, words);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await answered();
}
const shown = () =>
  [...document.querySelectorAll('[role="option"]')].map(
    (option) => option.querySelector("span")!.textContent,
  );
/** What is offered but for places, whose names may have the same letters. */
const claimsShown = () => shown().filter((label) => [...newest, trams].some(({ text }) => text === label));
const chosen = () => document.querySelector('[aria-selected="true"] span')!.textContent;
const said = () => document.querySelector('[role="listbox"]')!.textContent;

it("a claim that the desk found is offered, whatever the words and their order in its text, and is what Enter means", async () => {
  finds = { "trams cost": [trams], "ann lee": [quays] };
  await open();
  expect(shown()).toContain(quays.text);
  await type("trams cost");
  expect(claimsShown()).toEqual([trams.text]);
  expect(chosen()).toBe(trams.text);
  expect(said()).not.toContain("Nothing here");
  // It stood in the list before it was found by who said it.
  await type("ann lee");
  expect(claimsShown()).toEqual([quays.text]);
});

it("what was found for other words is not offered, and that there is nothing is said once the desk answered", async () => {
  finds = { "trams cost": [trams] };
  await open();
  await type("trams cost");
  await type("zebra");
  expect(shown()).toEqual(["Search everything for “zebra”"]);
  expect(said()).toContain("Nothing here has these words.");
  await type("");
  expect(shown()).toEqual(expect.arrayContaining([quays.text, trams.text]));
});

it("places and claims at hand are offered by their letters", async () => {
  await open();
  await type("fer");
  expect(shown()).toContain("Two new ferries sail from Selby");
  await type("queue");
  expect(shown()).toContain("Queue");
});

it("a whole paragraph is looked for by its beginning, which the desk answers", async () => {
  const words = "words ".repeat(49) + "wörd😀 and more of it";
  await open();
  await type(words);
  expect(asked.at(-1)!.length).toBeLessThanOrEqual(300);
  expect(words.startsWith(asked.at(-1)!)).toBe(true);
  expect(said()).not.toContain("did not answer");
});

it("what closes it has room of its own beside the field, whose ring it does not lie over", async () => {
  await open();
  const close = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Close")!;
  expect(close.className).toContain("mx-0");
});

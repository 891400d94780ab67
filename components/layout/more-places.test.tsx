// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, it, vi } from "vitest";
import { DeskShell } from "./desk-shell";
import { places } from "./places";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
// Nobody tells of anything here.
globalThis.EventSource = class {
  addEventListener() {}
  close() {}
} as unknown as typeof EventSource;
let path: string = places.queue;
vi.mock("next/navigation", async (load) => ({
  ...(await load<object>()),
  usePathname: () => path,
  useRouter: () => ({ push() {} }),
}));

const desk = document.createElement("div");
document.body.append(desk);
const root = createRoot(desk);
const draw = () =>
  act(async () =>
    root.render(
      <DeskShell account={{ id: "a", name: "A B", role: "checker" }} signOut={() => {}}>
        <button id="below">Below</button>
      </DeskShell>,
    ),
  );
const menu = () => desk.querySelector("nav")!;
const more = () => menu().querySelector("details")!;
const summary = () => more().querySelector("summary")!;
const hrefs = (links: Iterable<HTMLAnchorElement>) => [...links].map((link) => link.getAttribute("href"));

beforeEach(async () => {
  path = places.queue;
  await draw();
  more().open = true;
});

it("each place of the desk is in a narrow window's menu once: in its line, or folded", () => {
  const inLine = [...menu().querySelectorAll<HTMLAnchorElement>("a")].filter(
    (link) => !more().contains(link),
  );
  const folded = hrefs(more().querySelectorAll("a"));
  // Four and a word fit beside each other in 390 px.
  expect(hrefs(inLine.filter((link) => !link.className.includes("max-tabs:hidden")))).toHaveLength(4);
  expect(hrefs(inLine.filter((link) => link.className.includes("max-tabs:hidden")))).toEqual(folded);
  expect(folded).toEqual([places.originals, places.published, places.figures, places.settings]);
  expect(more().className).toContain("tabs:hidden");
});

it("folds with Escape, and when the focus goes on", async () => {
  const first = more().querySelector("a")!;
  await act(async () => first.focus());
  expect(more().open).toBe(true);
  await act(async () => first.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })));
  expect(more().open).toBe(false);
  expect(document.activeElement).toBe(summary());
  more().open = true;
  await act(async () => desk.querySelector<HTMLElement>("#below")!.focus());
  expect(more().open).toBe(false);
});

it("is folded again on the page that it led to", async () => {
  path = places.figures;
  await draw();
  expect(more().open).toBe(false);
  expect(more().querySelector("[aria-current]")?.getAttribute("href")).toBe(places.figures);
});

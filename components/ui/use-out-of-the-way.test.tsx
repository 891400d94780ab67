// @vitest-environment jsdom
import { act, useRef } from "react";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, it, vi } from "vitest";
import { useHeightKept, useOutOfTheWay } from "./use-out-of-the-way";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const place = document.createElement("div");
place.innerHTML = `<button id="top">Menu</button><mark id="words">Seven ferries</mark><button id="low">Save</button><div id="app"></div>`;
document.body.append(place);
const root = createRoot(place.querySelector("#app")!);
const at = (id: string, top: number) => {
  const box = () => new DOMRect(0, top, 300, 20);
  document.getElementById(id)!.getBoundingClientRect = box;
};
const [top, low, words] = ["top", "low", "words"].map((id) => document.getElementById(id)!);
const strip = () => place.querySelector<HTMLElement>("#strip")!;

let isNarrow = false;
window.matchMedia = (query) => ({ matches: isNarrow, media: query }) as MediaQueryList;
const scrolled = vi.fn<(x: number, y: number) => void>();
window.scrollBy = scrolled as unknown as typeof window.scrollBy;
// Not drawn here, so nothing becomes another height.
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

/** A window of 700 pixels: at the foot the strip is its last 50, at the head its first. */
function Strip({ says }: { says: string }) {
  const box = useRef<HTMLDivElement>(null);
  useHeightKept(box, says);
  const edge = useOutOfTheWay(box, says);
  return (
    <div
      id="strip"
      data-edge={edge}
      ref={(element) => {
        box.current = element;
        if (element)
          element.getBoundingClientRect = () =>
            new DOMRect(0, element.dataset.edge === "head" ? 0 : 650, 300, 50);
      }}
    />
  );
}
const offer = (says: string) => act(async () => root.render(<Strip says={says} />));
const focus = (element: HTMLElement) => act(async () => element.focus());

beforeEach(async () => {
  (document.activeElement as HTMLElement | null)?.blur();
  words!.removeAttribute("data-in-hand");
  at("top", 10);
  at("words", 660);
  at("low", 660);
  isNarrow = false;
  scrolled.mockReset();
});

it("stands at the foot, and at the head where the words in hand are at the foot", async () => {
  await offer("first");
  expect(strip().dataset.edge).toBe("foot");
  words!.dataset.inHand = "";
  await offer("second");
  expect(strip().dataset.edge).toBe("head");
  words!.removeAttribute("data-in-hand");
  await offer("third");
  expect(strip().dataset.edge).toBe("foot");
});

it("gives way to what gets the focus, at either edge", async () => {
  await offer("fourth");
  await focus(low!);
  expect(strip().dataset.edge).toBe("head");
  await focus(top!);
  expect(strip().dataset.edge).toBe("foot");
});

it("stays at the foot of a narrow screen, where what has the focus or is in hand is brought above it", async () => {
  isNarrow = true;
  words!.dataset.inHand = "";
  await offer("fifth");
  expect(strip().dataset.edge).toBe("foot");
  // From 680 to a gap above 650.
  expect(scrolled).toHaveBeenLastCalledWith(0, 38);
  await focus(low!);
  expect(strip().dataset.edge).toBe("foot");
  expect(scrolled).toHaveBeenCalledTimes(2);
  await focus(top!);
  expect(scrolled).toHaveBeenCalledTimes(2);
});

it("leaves what is pressed where it is until it is let go of", async () => {
  isNarrow = true;
  await offer("sixth");
  Object.assign(low!, { matches: (selector: string) => selector === ":active" });
  await focus(low!);
  expect(scrolled).not.toHaveBeenCalled();
  window.dispatchEvent(new Event("pointerup"));
  await vi.waitFor(() => expect(scrolled).toHaveBeenCalledTimes(1));
});

it("lies above the bar at the foot of the page, as high as that is shown", async () => {
  const above = () => document.documentElement.style.getPropertyValue("--foot-bars");
  await offer("seventh");
  expect(above()).toBe("0px");
  low!.dataset.atFoot = "";
  await offer("eighth");
  expect(above()).toBe("0px");
  low!.style.position = "sticky";
  await offer("ninth");
  expect(above()).toBe("20px");
});

// @vitest-environment jsdom
import { act, useRef } from "react";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, it } from "vitest";
import { useOutOfTheWay } from "./use-out-of-the-way";

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

/** A window of 700 pixels: at the foot the strip is its last 50, at the head its first. */
function Strip({ says }: { says: string }) {
  const box = useRef<HTMLDivElement>(null);
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

// @vitest-environment jsdom
import { act } from "react";
import { expect, it } from "vitest";
import { useRoots } from "@/scripts/test/mounted";
import { ReaderPreview } from "./reader-preview";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

const rootIn = useRoots();

it("asks for the page anew once the page around is about another state of it, and not before", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  const root = rootIn(place);
  const frameOf = async (shows: string) => {
    await act(async () => root.render(<ReaderPreview src="/preview/claims/c1" shows={shows} />));
    return place.querySelector("iframe");
  };
  const first = await frameOf("h1");
  expect(await frameOf("h1")).toBe(first);
  const second = await frameOf("h2");
  expect(second).not.toBe(first);
  expect(second?.getAttribute("src")).toBe("/preview/claims/c1");
});

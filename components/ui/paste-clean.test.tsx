// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { clipboards } from "@/lib/paste/fixtures";
import { TextAreaField } from "./text-area";

let place: HTMLElement;
let root: ReturnType<typeof createRoot>;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  // jsdom has none; browsers that have none get the words by the other way.
  document.execCommand = () => false;
  place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

function paste(cells: boolean, html: string, plain = "plain") {
  act(() => root.render(<TextAreaField name="words" label="Words" pastesCells={cells} />));
  const area = place.querySelector("textarea")!;
  area.value = "Selected";
  area.select();
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.assign(event, {
    clipboardData: { getData: (type: string) => (type === "text/html" ? html : plain) },
  });
  act(() => void area.dispatchEvent(event));
  return { area, event };
}

it("pastes what was copied from Word as plain paragraphs, without its comments", async () => {
  const { area, event } = paste(false, clipboards.word);
  expect(event.defaultPrevented).toBe(true);
  await vi.waitFor(() => expect(area.value).toContain("- A point\n- Another point"));
  expect(area.value).not.toContain("Are we sure?");
});

it("leaves what was copied from a page of the web, and cells for a field that wants cells, to the browser", () => {
  expect(paste(false, "<p>A page</p>").event.defaultPrevented).toBe(false);
  expect(paste(true, clipboards.sheets).event.defaultPrevented).toBe(false);
});

it("pastes the plain words where nothing is left of the document's, and keeps what was selected where there are none", async () => {
  const unclosed = '<style>p.MsoNormal {}<p class="MsoNormal">Said so</p>';
  const { area } = paste(false, unclosed, "Said so");
  await vi.waitFor(() => expect(area.value).toBe("Said so"));
  const { area: kept, event } = paste(false, unclosed, "");
  expect(event.defaultPrevented).toBe(true);
  await import("@/lib/paste/clean-paste").then(() => undefined);
  expect(kept.value).toBe("Selected");
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DraftLine } from "./draft-line";

it("a page that waits says who asked for a signature and when, one that is being written whose draft it is", () => {
  const draft = { by: "Ana", at: "2024-06-29T12:00:00Z" };
  const said = (state: "waiting" | "draft") =>
    renderToStaticMarkup(<DraftLine state={state} draft={draft} />);
  expect(said("waiting")).toMatch(/^Ana asked for a signature.*datetime="2024-06-29T12:00:00Z"/i);
  expect(said("draft")).toMatch(/^Draft by Ana/);
  expect(renderToStaticMarkup(<DraftLine state="published" draft={null} />)).toBe("");
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { DrawnRoute } from "@/lib/attributions/route-view";
import { readerWords } from "@/lib/words/reader";
import { lonelyRoute } from "./fixtures/example-routes";
import { isNotKnown } from "./route-boxes";
import { layOutNarrow } from "./route-narrow";
import { RoutePicture } from "./route-picture";
import { layOutWide } from "./route-wide";

const en = readerWords("en");

test("nobody is said to be unknown between two where an arrow leads past, and no heading stands there", () => {
  const node = (id: string, column: "knew-first" | "reported" | "read") => ({
    ...{ id, name: id, note: "", column, what: "article" as const, unknown: false },
  });
  const route = (edges: DrawnRoute["edges"]): DrawnRoute => ({
    ...{ side: "supports", count: 1, words: "One known route.", edges },
    nodes: [node("register", "knew-first"), node("daily", "read")],
  });
  const passes = route([{ from: "register", to: "daily", label: "credits", known: true }]);
  expect([isNotKnown(passes, "reported"), isNotKnown(route([]), "reported")]).toEqual([false, true]);
  expect(renderToStaticMarkup(<RoutePicture route={passes} words={en} />)).not.toContain(">not known<");
  const { "knew-first": first, read, reported } = en.route.columns;
  for (const layOut of [layOutWide, layOutNarrow]) {
    const { headings, boxes } = layOut(passes, en.route);
    const at = headings.map(({ text, x }) => [text, x - 1]);
    expect(at).toEqual([first, read].map((text, index) => [text, boxes[index]!.x]));
    expect(layOut(route([]), en.route).headings.map(({ text }) => text)).toContain(reported);
  }
});

test("a box grows with its title, and where the page has room one stands whole that is cut in the usual boxes", () => {
  const usual = "Imports of equipment and components for cars and motorcycles by country";
  const long = `${usual}, with their makers and years`;
  const named = (name: string) => ({
    ...lonelyRoute,
    nodes: lonelyRoute.nodes.map((node) => ({ ...node, name })),
  });
  const shown = (name: string, boxWidth?: number) =>
    layOutWide(named(name), en.route, boxWidth).boxes[0]!.name.join(" ");
  expect([shown(usual), shown(long, 264)]).toEqual([usual, long]);
  expect(shown(long)).toContain("…");
  const drawn = (hasRoom: boolean) =>
    renderToStaticMarkup(<RoutePicture route={lonelyRoute} words={en} hasRoom={hasRoom} />);
  expect(drawn(true)).toContain('class="route roomy"');
  expect(drawn(false)).not.toContain("roomy");
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FactLine } from "./fact-line";

test("a dot stays with the fact before it, and what is absent leaves none", () => {
  const html = renderToStaticMarkup(<FactLine facts={["new", null, "2 reviews", undefined, "", false]} />);
  expect(html.match(/<span[^>]*>[^<]*<\/span>/g)?.map((fact) => fact.replace(/<[^>]*>/g, ""))).toEqual([
    "new ·",
    "2 reviews",
  ]);
  expect(html.replace(/<[^>]*>/g, "")).toBe("new · 2 reviews");
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { defaultRatings } from "@/lib/settings/ratings";
import { RatingMark, ratingShape, ratingTone } from "./rating-mark";

test("each rating of the scale has a shape of its own", () => {
  const shapes = defaultRatings.map(ratingShape);
  expect(new Set(shapes).size).toBe(defaultRatings.length);
});

test.each([
  [{ code: "true", number: 5 }, "disc-check"],
  [{ code: "half-true", number: 3 }, "half-disc"],
  [{ code: "false", number: 1 }, "square-cross"],
  [{ code: "satire", number: null, marks: ["disputed"] as const }, "square-cross"],
  [{ code: "open", number: null, marks: ["unproven"] as const }, "ring-question"],
  [{ code: "satire", number: null }, "ring"],
])("a newsroom’s own rating %j is drawn as %s", (rating, shape) => {
  expect(ratingShape(rating)).toBe(shape);
});

test("the shape is drawn in the colour of the text and hidden from screen readers, which read the word", () => {
  const html = renderToStaticMarkup(<RatingMark rating={{ code: "disputed", number: 1 }} />);
  expect(html).toContain('fill="currentColor"');
  expect(html).toContain('aria-hidden="true"');
  expect(html).not.toContain("style=");
  expect(ratingTone({ code: "reported", number: null })).toBe("unproven");
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FactLine } from "./fact-line";

test("what is absent leaves no dot, and each dot stands inside the fact after it, unread", () => {
  const html = renderToStaticMarkup(<FactLine facts={["new", null, "2 reviews", undefined, "", false]} />);
  expect(html.replace(/<[^>]*>/g, "")).toBe("new · 2 reviews");
  expect(html.match(/·/g)).toHaveLength(1);
  expect(html).toMatch(
    /<span class="relative inline-block[^"]*"><span aria-hidden="true" class="absolute[^>]*>· <\/span>2 reviews<\/span>/,
  );
});

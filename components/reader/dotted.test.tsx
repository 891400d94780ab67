import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Dotted } from "./dotted";
import { readerStyles } from "./styles";

test("what is absent leaves no dot, and each dot stands inside the fact after it, where a line's edge cuts it off", () => {
  const html = renderToStaticMarkup(
    <Dotted items={["Reuters", null, "28 June 2024", undefined, "", false]} />,
  );
  expect(html).toBe('<span class="dots"><span>Reuters</span> <span><i>· </i>28 June 2024</span></span>');
  expect(readerStyles).toMatch(/\.dots\{[^}]*clip-path/);
});

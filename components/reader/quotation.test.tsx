import { renderToStaticMarkup } from "react-dom/server";
import { readerWords } from "@/lib/words/reader";
import { expect, test } from "vitest";
import { Quotation } from "./quotation";
import { readerStyles } from "./styles";

const sentence = (length: number) => `They ordered ${"very ".repeat(length / 5)}many ferries.`;
const shown = (length: number) =>
  renderToStaticMarkup(
    <Quotation
      exact="They ordered"
      sentence={sentence(length)}
      language="en"
      words={readerWords("en")}
      isMarked
    />,
  );

test("a very long quotation can be shown whole, and all of its words are on the page", () => {
  const html = shown(2_000);
  expect(html).toMatch(/^<details class="long"><summary>.+<\/summary><\/details><blockquote/);
  expect(html).toContain(`<q><mark>They ordered</mark>${sentence(2_000).slice(12)}</q>`);
  expect(readerStyles).toContain("@media screen{.long:not([open])+*{max-height:");
});

test("a usual one has nothing to open", () => {
  expect(shown(500)).not.toContain("<details");
});

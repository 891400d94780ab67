import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { WriteUpComing } from "./write-up-coming";

const citable = [{ id: "ev_1", number: 1, words: "They ordered seven ferries." }];
const coming = (isSlow: boolean) =>
  renderToStaticMarkup(
    <WriteUpComing
      markdown={"Seven were ordered. [^ev_1]\n\nFerries float. [^background]"}
      citable={citable}
      isSlow={isSlow}
    />,
  );

it("shows the words with their citations as the editor will draw them", () => {
  const html = coming(false);
  expect(html).toContain('<span data-cite="ev_1">1</span>');
  expect(html).toContain('<span data-cite="background">background</span>');
  expect(html).not.toMatch(/\[\^|\[evidence/);
  expect(html.match(/<p class="mt-3">Ferries float\./g)).toHaveLength(1);
});

it("shows the tools, which nobody can reach yet, and says so in their room when they keep one waiting", () => {
  expect(coming(false)).toMatch(/<div class="contents" inert="">.*Quotation.*Cite.*<\/select>/s);
  expect(coming(false)).not.toContain("loading");
  expect(coming(true)).toMatch(/<div class="invisible contents" inert="">.*Quotation.*Cite.*<\/select>/s);
  expect(coming(true)).toContain("The tools for writing are loading …");
});

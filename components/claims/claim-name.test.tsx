import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ClaimInLine, ClaimName } from "./claim-name";

test("a claim is named by its words, which lead to it, and the finding stands beneath", () => {
  const html = renderToStaticMarkup(<ClaimName id="c1" text="Two ferries sail" finding="One does." />);
  expect(html).toMatch(/href="\/desk\/claims\/c1"[^>]*>Two ferries sail<\/a>.*Finding: <\/span>One does\./s);
});

test("without a finding nothing is said of one, and a reader's page may be what it leads to", () => {
  const html = renderToStaticMarkup(
    <ClaimName id="c1" text="Two ferries sail" finding="" href="/verdicts/two" />,
  );
  expect(html).not.toContain("Finding");
  expect(html).toContain('href="/verdicts/two"');
});

test("in a line a claim is named by the beginning of its words, and says all of them on hover", () => {
  const long = "Two ferries sail ".repeat(20).trim();
  const html = renderToStaticMarkup(<ClaimInLine id="c1" text={long} />);
  expect(html).toContain(`title="${long}"`);
  expect(html).toMatch(/href="\/desk\/claims\/c1"[^>]*>Two ferries[^<]{80,120}…<\/a>/);
  expect(renderToStaticMarkup(<ClaimInLine id="c1" text="Two ferries" />)).not.toContain("title");
});

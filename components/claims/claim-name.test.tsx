import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ClaimName } from "./claim-name";

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

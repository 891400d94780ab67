import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { defaultRatings } from "@/lib/settings/ratings";
import { readerWords } from "@/lib/words/reader";
import { exampleCounts, exampleSite } from "./fixtures/example-page";
import { RatingCounts } from "./rating-counts";
import { readerStyles } from "./styles";

test("a narrow screen leaves out the whole column of bars, which repeat the numbers", () => {
  const html = renderToStaticMarkup(
    <RatingCounts
      site={exampleSite}
      counts={exampleCounts}
      scale={defaultRatings}
      words={readerWords("en")}
      caption="By rating"
    />,
  );
  const rows = html.match(/<tr.*?<\/tr>/gs)!;
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) expect(row.match(/class="share"/g)).toHaveLength(1);
  expect(readerStyles).toMatch(/@media\(max-width:600px\)\{.*\.share,[^{}]*\{display:none\}/);
});

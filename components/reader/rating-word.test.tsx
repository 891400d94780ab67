import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { defaultRatings } from "@/lib/settings/ratings";
import { readerWords } from "@/lib/words/reader";
import { EmbedPage } from "./embed-page";
import { exampleCounts, exampleSite as site, signedExample } from "./fixtures/example-page";
import { exampleRecord } from "./fixtures/example-record";
import { RatingCounts } from "./rating-counts";

test("a frame and a table of counts say what each rating means; one that left the scale has no meaning there", () => {
  const plain = (page: ReactElement) =>
    renderToStaticMarkup(page).replace(/<style>.*?<\/style>|<[^>]*>/gs, "");
  const { label, meaning } = exampleRecord.rating;
  const said = `${label}: ${meaning}`;
  expect(plain(<EmbedPage site={site} signed={signedExample(exampleRecord)} notices={[]} />)).toContain(said);
  const counts = [...exampleCounts, { rating: "gone", label: "Gone", count: 1 }];
  const table = plain(
    <RatingCounts site={site} counts={counts} scale={defaultRatings} words={readerWords("en")} caption="" />,
  );
  for (const { code, label: word, meaning: means } of defaultRatings)
    if (counts.some(({ rating }) => rating === code)) expect(table).toContain(`${word}: ${means}`);
  expect(table).toMatch(/Gone(?!:)/);
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EmbedPage } from "./embed-page";
import { exampleSite as site, signedExample } from "./fixtures/example-page";
import { exampleRecord } from "./fixtures/example-record";

test("a frame says who said the claim, where and when, as far as it is known", () => {
  const said = (more: object) =>
    renderToStaticMarkup(
      <EmbedPage
        site={site}
        signed={signedExample({ ...exampleRecord, claim: { ...exampleRecord.claim, ...more } })}
        notices={[]}
      />,
    )
      .split('<p class="of-claim">')[1]!
      .split("</p>")[0]!
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll(/\s/g, " ");
  const { text } = exampleRecord.claim;
  const known = { claimant: "The Capital Courier", place: null, saidAt: "2024-06-28T14:26" };
  expect(said(known)).toBe(`The claim, by The Capital Courier, 28 June 2024: ${text}`);
  expect(said({ ...known, place: "Seoul", saidAt: null })).toBe(
    `The claim, by The Capital Courier, Seoul: ${text}`,
  );
  expect(said({ ...known, claimant: null })).toBe(`The claim: ${text} (said 28 June 2024)`);
  expect(said({ ...known, claimant: null, saidAt: null })).toBe(`The claim: ${text}`);
});

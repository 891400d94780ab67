import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { cmsBlock } from "./cms-block";
import { exampleSite } from "./fixtures/example-page";
import { exampleRecord } from "./fixtures/example-record";

const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
const block = (changes: Partial<typeof exampleRecord> = {}) =>
  new JSDOM(cmsBlock(exampleSite, { ...exampleRecord, ...changes })).window.document.body;

test("holds rating, finding, claim, version and date together, and links what holds now", () => {
  const text = block().textContent ?? "";
  for (const words of [exampleRecord.rating.label, exampleRecord.finding, exampleRecord.claim.text]) {
    expect(text).toContain(words);
  }
  expect(text).toContain(`version ${exampleRecord.version}`);
  expect(block().querySelector("a")?.getAttribute("href")).toBe(
    `https://desk.example/verdicts/${exampleRecord.slug}`,
  );
  expect(text).toContain("Demonstration, not a finding");
});

test("keeps strangers' words as words, and uses only what WordPress' filter lets through", () => {
  const body = block({ finding: evil, claim: { ...exampleRecord.claim, text: evil, claimant: evil } });
  const names = new Set([...body.querySelectorAll("*")].map((element) => element.localName));
  expect([...names].sort()).toEqual(["a", "blockquote", "p", "strong"]);
  expect(body.textContent).toContain(evil);
  // https://developer.wordpress.org/reference/functions/safecss_filter_attr/
  const safe =
    /^(margin|padding|border|border-left|background-color|color|font-style|font-size|font-weight|text-align|text-indent|line-height|text-decoration|overflow-wrap)$/;
  for (const element of body.querySelectorAll("[style]")) {
    const properties = element
      .getAttribute("style")!
      .split(";")
      .map((rule) => rule.split(":")[0]!);
    expect(properties.filter((name) => !safe.test(name))).toEqual([]);
    expect(element.getAttribute("style")).not.toMatch(/url|expression|[\\(]/);
  }
});

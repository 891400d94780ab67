import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { defaultRatings } from "@/lib/settings/ratings";
import { clipDiff } from "./clip-diff";
import { CorrectionsPage } from "./corrections-page";
import { EmbedPage } from "./embed-page";
import { exampleList, exampleSite as site, signedExample } from "./fixtures/example-page";
import { exampleRecord } from "./fixtures/example-record";
import { HomePage } from "./home-page";
import { MethodologyPage } from "./methodology-page";
import { NotFoundPage } from "./not-found-page";
import { ProblemPage } from "./problem-page";
import { ReportErrorPage } from "./report-error-page";
import { SearchPage } from "./search-page";
import { VerifyPage } from "./verify-page";

const noTexts = { about: null, funding: null, howWeCheck: null, corrections: null };
const evil = '"><script>alert(1)</script>';
const search = { site, rating: null, topic: null, ratings: defaultRatings, total: null };

const pages: [string, ReactElement][] = [
  ["home", <HomePage key="p" site={site} items={exampleList} />],
  ["home, empty", <HomePage key="p" site={site} items={[]} />],
  ["search", <SearchPage key="p" {...search} query={evil} results={exampleList} />],
  ["search, empty", <SearchPage key="p" {...search} query={evil} results={[]} />],
  ["search, before", <SearchPage key="p" {...search} query="" results={null} />],
  ["corrections, empty", <CorrectionsPage key="p" site={site} items={[]} />],
  [
    "methodology",
    <MethodologyPage key="p" site={site} ratings={defaultRatings} texts={{ ...noTexts, about: evil }} />,
  ],
  ["verify", <VerifyPage key="p" site={site} result={null} />],
  [
    "verify, unknown",
    <VerifyPage key="p" site={site} result={{ outcome: "unknown", slug: evil, version: null }} />,
  ],
  ["not found", <NotFoundPage key="p" site={site} />],
  ["problem", <ProblemPage key="p" site={site} reference="abc" />],
  ["report", <ReportErrorPage key="p" site={site} slug={evil} finding={evil} values={{ what: evil }} />],
  ["report, sent", <ReportErrorPage key="p" site={site} slug={null} finding={null} isSent />],
  ["embed", <EmbedPage key="p" site={site} signed={signedExample(exampleRecord)} />],
];

describe.each(pages)("%s", (_, page) => {
  const html = renderToStaticMarkup(page);
  test("is one plain document with one h1, no script of text and no style attribute", () => {
    expect(html).toMatch(/^<html lang="en" dir="ltr">/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(
      html.replace('<script type="module" src="/verify/verify-in-page.mjs"></script>', ""),
    ).not.toContain("<script");
    expect(html.replace(/<style>.*?<\/style>/s, "")).not.toMatch(/\sstyle=/);
  });
});

test("a list shows rating word, finding and claim of each verdict together", () => {
  const html = renderToStaticMarkup(<HomePage site={site} items={exampleList} />);
  for (const item of exampleList) {
    const row = html.split("<li lang").find((part) => part.includes(`/verdicts/${item.slug}"`)) ?? "";
    expect(row).toContain(`<span class="rating-label">${item.rating.label}</span>`);
    expect(row).toContain(item.finding);
    expect(row).toContain(item.claim);
  }
});

test("the scale gives numbers on the truth axis only", () => {
  const html = renderToStaticMarkup(<MethodologyPage site={site} ratings={defaultRatings} texts={noTexts} />);
  for (const { code, number } of defaultRatings) {
    const row = new RegExp(`<tr role="row" id="${code}">.*?</tr>`, "s").exec(html)?.[0] ?? "";
    expect(row).toContain(number === null ? ">none<" : `>${number} of 5<`);
  }
});

test("the report form works by plain POST and leaves its trap empty", () => {
  const html = renderToStaticMarkup(<ReportErrorPage site={site} slug="a" finding="b" />);
  expect(html).toMatch(/<form[^>]* action="\/report" method="post"/);
  const trap = /<input id="website"[^>]*>/.exec(html)?.[0] ?? "";
  expect(trap).toContain('name="website"');
  expect(trap).not.toContain("value=");
});

test("a diff keeps every changed word and shortens what is unchanged", () => {
  const same = "unchanged words ".repeat(30);
  const clipped = clipDiff([
    { op: "same", text: same },
    { op: "del", text: "x".repeat(200) },
    { op: "ins", text: "new" },
    { op: "same", text: same },
  ]);
  expect(clipped[1]?.text).toHaveLength(200);
  expect(clipped[0]?.text.length).toBeLessThan(60);
  expect(clipped[3]?.text.startsWith("unchanged words")).toBe(true);
});

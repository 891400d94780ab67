import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { defaultRatings } from "@/lib/settings/ratings";
import { ArchivePage } from "./archive-page";
import { clipDiff } from "./clip-diff";
import { CorrectionsPage } from "./corrections-page";
import { EmbedPage } from "./embed-page";
import {
  exampleCorrections,
  exampleCounts,
  exampleList,
  exampleMonths,
  exampleResults,
  exampleSearch,
  exampleSite as site,
  exampleTopics,
  signedExample,
} from "./fixtures/example-page";
import { exampleRecord } from "./fixtures/example-record";
import { HomePage } from "./home-page";
import { MethodologyPage } from "./methodology-page";
import { MonthPage } from "./month-page";
import { NamePage } from "./name-page";
import { NotFoundPage } from "./not-found-page";
import { ProblemPage } from "./problem-page";
import { ReportErrorPage } from "./report-error-page";
import { SearchPage } from "./search-page";
import { VerifyPage } from "./verify-page";

const noTexts = { about: null, funding: null, howWeCheck: null, corrections: null };
const evil = '"><script>alert(1)</script>';
const evilAsked = { ...exampleSearch.asked, query: evil, topic: "санкції", from: "2024-01-01" };
const empty = { ...exampleResults, items: [], total: 0 };
const home = { site, topics: exampleTopics, corrections: exampleCorrections };
const months = { site, ratings: defaultRatings, months: exampleMonths };
const named = { site, ratings: defaultRatings, items: exampleList, pageKey: "x-1" };
const found = { name: evil, ratings: exampleCounts, roles: [{ role: "relay" as const, count: 2 }] };

const pages: [string, ReactElement][] = [
  ["home", <HomePage key="p" {...home} items={exampleList} />],
  ["home, empty", <HomePage key="p" site={site} items={[]} topics={[]} corrections={[]} />],
  ["search", <SearchPage key="p" {...exampleSearch} asked={evilAsked} results={exampleResults} />],
  [
    "search, corrected",
    <SearchPage
      key="p"
      {...exampleSearch}
      asked={evilAsked}
      results={{ ...exampleResults, corrected: [{ text: evil, changed: true }], total: 1_001 }}
    />,
  ],
  ["search, empty", <SearchPage key="p" {...exampleSearch} asked={evilAsked} results={empty} />],
  ["search, before", <SearchPage key="p" {...exampleSearch} />],
  ["archive", <ArchivePage key="p" {...months} />],
  ["archive, empty", <ArchivePage key="p" {...months} months={[]} />],
  [
    "month",
    <MonthPage
      key="p"
      site={site}
      ratings={defaultRatings}
      month="2024-06"
      counts={exampleCounts}
      items={exampleList}
      earlier="2023-12"
      later={null}
    />,
  ],
  ["topic", <NamePage key="p" kind="topic" {...named} found={found} />],
  ["claimant", <NamePage key="p" kind="claimant" {...named} found={found} />],
  ["outlet", <NamePage key="p" kind="outlet" {...named} found={found} />],
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
  const html = renderToStaticMarkup(<HomePage {...home} items={exampleList} />);
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

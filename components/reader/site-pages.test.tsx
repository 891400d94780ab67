import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { defaultRatings } from "@/lib/settings/ratings";
import type { SitePageName } from "@/lib/site-pages/pages";
import type { SignedPage } from "@/lib/site-pages/versions";
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
import {
  exampleContact,
  exampleMethodology,
  examplePageVersions,
  exampleScale,
} from "./fixtures/example-site-page";
import { MonthPage } from "./month-page";
import { NamePage } from "./name-page";
import { NotFoundPage } from "./not-found-page";
import { ProblemPage } from "./problem-page";
import { ReportErrorPage } from "./report-error-page";
import { SearchPage } from "./search-page";
import { SitePage } from "./site-page";
import { readerStyles } from "./styles";
import { TipPage } from "./tip-page";
import { VerifyPage } from "./verify-page";

const evil = '"><script>alert(1)</script>';
const evilAsked = { ...exampleSearch.asked, query: evil, topic: "санкції", from: "2024-01-01" };
const empty = { ...exampleResults, items: [], total: 0 };
const home = { site, topics: exampleTopics, corrections: exampleCorrections };
const months = { site, ratings: defaultRatings, months: exampleMonths };
const named = { site, ratings: defaultRatings, items: exampleList, pageKey: "x-1" };
const found = { name: evil, ratings: exampleCounts, roles: [{ role: "relay" as const, count: 2 }] };

const own = { site, ratings: defaultRatings };
const evilAbout = examplePageVersions("about", [{ text: evil }]);

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
  ["search, nothing published", <SearchPage key="p" {...exampleSearch} isBare />],
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
  ["methodology, unsigned", <SitePage key="p" {...own} page="methodology" versions={[]} shown={null} />],
  ["methodology", <SitePage key="p" {...own} page="methodology" versions={exampleMethodology} shown={2} />],
  [
    "methodology, older",
    <SitePage key="p" {...own} page="methodology" versions={exampleMethodology} shown={1} />,
  ],
  ["about", <SitePage key="p" {...own} page="about" versions={evilAbout} shown={1} />],
  ["contact", <SitePage key="p" {...own} page="contact" versions={exampleContact} shown={1} />],
  ["verify", <VerifyPage key="p" site={site} result={null} />],
  [
    "verify, unknown",
    <VerifyPage
      key="p"
      site={site}
      result={{ outcome: "unknown", subject: { of: "verdict", slug: evil }, version: null }}
    />,
  ],
  ["not found", <NotFoundPage key="p" site={site} />],
  ["problem", <ProblemPage key="p" site={site} reference="abc" />],
  ["report", <ReportErrorPage key="p" site={site} slug={evil} finding={evil} values={{ what: evil }} />],
  ["report, sent", <ReportErrorPage key="p" site={site} slug={null} finding={null} isSent />],
  ["embed", <EmbedPage key="p" site={site} signed={signedExample(exampleRecord)} notices={[]} />],
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

test("a list shows rating word with its meaning, finding and claim of each verdict together", () => {
  const html = renderToStaticMarkup(<HomePage {...home} items={exampleList} />);
  for (const item of exampleList) {
    const row = html.split("<li lang").find((part) => part.includes(`/verdicts/${item.slug}"`)) ?? "";
    expect(row).toContain(`<span class="rating-label">${item.rating.label}</span>`);
    expect(row.replace(/<[^>]*>/g, "")).toContain(`${item.rating.label}: ${item.rating.meaning}`);
    expect(row).toContain(item.finding);
    expect(row).toContain(item.claim);
  }
});

test.each([1, 2, 3, 4, 7, 8])("the front page of %i verdicts leaves no hole beside one of them", (count) => {
  const items = Array.from({ length: count }, (_, at) => ({ ...exampleList[0]!, slug: `verdict-${at}` }));
  const html = renderToStaticMarkup(<HomePage {...home} items={items} />);
  const lists = html.split(/<ol class="|<ul class="/).filter((list) => list.startsWith("verdict-list"));
  const inList = lists.map((list) =>
    [...list.matchAll(/href="\/verdicts\/(verdict-\d+)"/g)].map(([, slug]) => slug),
  );
  expect(inList.flat()).toEqual(items.map(({ slug }) => slug));
  for (const [index, list] of lists.entries())
    if (list.startsWith("verdict-list beside")) expect(inList[index]!.length % 2).toBe(0);
});

test("a list and a frame show by shape and word what stands beside a rating", () => {
  const standing =
    /<span class="tag"><svg[^>]*aria-hidden="true"[^>]*><path[^>]*><\/path><\/svg> A source has changed<\/span>/;
  const rows = renderToStaticMarkup(<HomePage {...home} items={exampleList} />).split("<h2");
  expect(rows[0]).toMatch(standing);
  expect(rows.slice(1).join("")).not.toContain("A source has changed");
  const { notices } = exampleList[0]!;
  const frame = (beside: typeof notices) =>
    renderToStaticMarkup(<EmbedPage site={site} signed={signedExample(exampleRecord)} notices={beside} />);
  expect(frame(notices)).toMatch(standing);
  expect(frame([])).not.toContain("A source has changed");
});

test("the command to check a bundle breaks between its words only, and is copied as it is", () => {
  const html = renderToStaticMarkup(<VerifyPage site={site} result={null} />);
  const command = /<code dir="ltr">(.*?)<\/code>/.exec(html)![1]!;
  expect(command.replace(/<[^>]*>/g, "")).toBe("node verify-bundle.mjs bundle.zip --keys keys.json");
  for (const word of ["verify-bundle.mjs", "--keys", "keys.json"])
    expect(command).toContain(`<span class="nowrap">${word}</span>`);
});

test("a diff has one space between what went and what came, and citations as on the verdict's page", () => {
  const same = (text: string) => ({ op: "same" as const, text });
  const [del, ins] = [
    (text: string) => ({ op: "del" as const, text }),
    (text: string) => ({ op: "ins" as const, text }),
  ];
  const shown = (field: string, diff: Parameters<typeof clipDiff>[0]) => {
    const changes = [{ field, label: "Analysis", diff: [...diff] }];
    const item = { ...exampleCorrections[0]!, reason: "A reason.", changes };
    const html = renderToStaticMarkup(<CorrectionsPage site={site} items={[item]} />);
    return /<p class="diff">.*?<bdi>(.*?)<\/bdi>/.exec(html)![1]!.replace(/<\/?span>/g, "");
  };
  const whole = [same("Sold "), del("about 100 "), ins("107 "), same("cars")];
  expect(shown("finding", whole)).toBe("Sold <del>about 100</del> <ins>107</ins> cars");
  expect(shown("finding", [same("Sold"), del("."), ins("!")])).toBe("Sold<del>.</del> <ins>!</ins>");
  const cited = [same("Sold.[1] "), ins("More.[2]")];
  expect(shown("writeUp", cited)).toBe(
    'Sold.<sup class="cite">1</sup> <ins>More.<sup class="cite">2</sup></ins>',
  );
  expect(shown("claim.verbatim", cited)).toBe("Sold.[1] <ins>More.[2]</ins>");
  expect(readerStyles).not.toContain("del+ins");
});

test("a face with Cyrillic letters is there for each that a page is set in, and no Latin page asks for it", () => {
  const faces = readerStyles.match(/@font-face{[^}]*}/g)!;
  expect(faces).toHaveLength(4);
  const ranged = faces.filter((face) => face.includes("unicode-range"));
  expect(ranged.map((face) => /\/fonts\/[\w-]+\.woff2/.exec(face)![0])).toEqual([
    "/fonts/source-serif-4-cyrillic.woff2",
    "/fonts/inter-cyrillic.woff2",
  ]);
  for (const face of ranged) expect(face).toMatch(/unicode-range:U\+301,U\+400-45F,U\+490-491,U\+2116/);
});

test.each(["methodology", "ratings"] as const)(
  "the scale on /%s gives numbers on the truth axis only",
  (page) => {
    const html = renderToStaticMarkup(<SitePage {...own} page={page} versions={[]} shown={null} />);
    for (const { code, number } of defaultRatings) {
      const row = new RegExp(`<tr role="row" id="${code}">.*?</tr>`, "s").exec(html)?.[0] ?? "";
      expect(row).toContain(number === null ? ">none<" : `>${number} of 5<`);
    }
  },
);

const shown = (...[page, versions, version]: [SitePageName, SignedPage[], number | null]) =>
  renderToStaticMarkup(<SitePage {...own} page={page} versions={versions} shown={version} />);

test("the text that comes with the tool says so, and that nobody of the newsroom signed it", () => {
  const html = shown("methodology", [], null);
  expect(html).toContain("has not signed one of its own yet");
  expect(html).not.toContain("signed by");
});

test("a signed page says its version, who signed and when, and links each earlier version with what changed", () => {
  const html = shown("methodology", exampleMethodology, 2);
  expect(html).toMatch(/Version 2, signed by Editor Two on <time dateTime="2024-05-02T10:00:00Z"/);
  expect(html).toContain('href="/methodology/v/1"');
  expect(html).toMatch(/<ins>[^<]*what could hurt somebody[^<]*<\/ins>/);
  expect(html).toContain('href="/api/v1/pages/methodology/2"');
});

test("an earlier version stands under a note that says so, out of search engines, beside the current address", () => {
  const html = shown("methodology", exampleMethodology, 1);
  expect(html).toContain("This is version 1.");
  expect(html).toContain('<meta name="robots" content="noindex"/>');
  expect(html.split('id="versions"')[0]).not.toContain("could hurt somebody");
});

test("complaints lead to the body of a code that the newsroom says it has signed, and to no other", () => {
  const html = shown("contact", exampleContact, 1);
  expect(html).toContain('href="https://efcsn.com/complaints/"');
  expect(html).not.toContain("poynter");
  const none = shown("contact", examplePageVersions("contact", [{ text: "Write to us." }]), 1);
  expect(none).not.toContain("efcsn");
});

test("a scale that changed after its page was signed is shown as it is used, and says so", () => {
  const changed = defaultRatings.map((rating) =>
    rating.code === "disputed" ? { ...rating, label: "Wrong" } : rating,
  );
  const page = (ratings: typeof defaultRatings) =>
    renderToStaticMarkup(
      <SitePage site={site} ratings={ratings} page="ratings" versions={exampleScale} shown={1} />,
    );
  expect(page(defaultRatings)).not.toContain("was changed after version 1");
  expect(page(changed)).toContain("was changed after version 1");
  expect(page(changed)).toContain("Wrong");
});

test("the footer links a page once it is signed, and how we check and rate always", () => {
  const html = renderToStaticMarkup(<HomePage {...home} items={[]} />);
  const footer = html.slice(html.indexOf("<footer>"));
  for (const path of ["/methodology", "/ratings", "/about", "/corrections"])
    expect(footer).toContain(`"${path}"`);
  for (const path of ["/people", "/contact", "/corrections-policy"])
    expect(footer).not.toContain(`"${path}"`);
});

test.each([
  ["report", <ReportErrorPage key="report" site={site} slug="a" finding="b" />],
  ["tip", <TipPage key="tip" site={site} />],
])(
  "the %s form works by plain POST and leaves its trap empty, under a name that nothing fills",
  (name, page) => {
    const html = renderToStaticMarkup(page);
    expect(html).toMatch(new RegExp(`<form[^>]* action="/${name}" method="post"`));
    const trap = /<input id="nothing-here"[^>]*>/.exec(html)?.[0] ?? "";
    expect(trap).toContain('name="nothing-here"');
    for (const ignored of ['autoComplete="off"', "data-1p-ignore", 'data-lpignore="true"', 'tabindex="-1"'])
      expect(trap.toLowerCase()).toContain(ignored.toLowerCase());
    expect(trap).not.toContain("value=");
  },
);

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

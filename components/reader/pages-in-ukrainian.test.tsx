import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { PublicationRecord } from "@/lib/publications/record";
import { ArchivePage } from "./archive-page";
import { CorrectionsPage } from "./corrections-page";
import { EmbedPage } from "./embed-page";
import { exampleNotice, exampleSite, exampleVersions, signedExample } from "./fixtures/example-page";
import { exampleRecord } from "./fixtures/example-record";
import { ukrainianPageVersions } from "./fixtures/example-site-page";
import { inCyrillic } from "./fixtures/in-cyrillic";
import { HomePage } from "./home-page";
import { MonthPage } from "./month-page";
import { NamePage } from "./name-page";
import { NotFoundPage } from "./not-found-page";
import { ProblemPage } from "./problem-page";
import { ReportErrorPage } from "./report-error-page";
import { SearchPage } from "./search-page";
import { SitePage } from "./site-page";
import { TipPage } from "./tip-page";
import { VerdictPage } from "./verdict-page";
import { VerifyPage } from "./verify-page";

/** As `buildRoute` writes it, in its own English phrases. */
const route: PublicationRecord["route"] = {
  side: "disputes",
  count: 1,
  words: "One known route: Реєстр → Агенція. One article names no source, so it is not counted.",
  nodes: [
    {
      id: "o",
      name: "Реєстр",
      note: "dataset",
      column: "knew-first",
      what: "origin",
      naming: "named",
      primary: true,
    },
    { id: "a", name: "Агенція", note: "credits: Реєстр", column: "read", what: "article", unknown: false },
    {
      id: "b",
      name: "unnamed site",
      note: "no source known",
      column: "read",
      what: "article",
      unknown: true,
    },
  ],
  edges: [
    { from: "o", to: "a", label: "credits", known: true },
    { from: "a", to: "b", label: "credits", known: false },
  ],
};

const record: PublicationRecord = {
  ...inCyrillic(exampleRecord),
  language: "uk",
  route,
  searches: [
    ...inCyrillic(exampleRecord).searches,
    { where: "Реєстр", query: "імпорт", found: "something", note: null, searchedAt: "2024-06-28" },
  ],
  provisional: { nextUpdateAt: "2024-06-29T18:00:00Z" },
  withheld: [{ commitment: "0".repeat(64), stance: "supports" }],
  notObtained: [{ name: "Декларації", reason: "закриті" }],
  reconciliation: "Різниця.",
};
const signed = signedExample(record);
const ratings = [{ ...record.rating, marks: ["disputed" as const] }];
const site = { ...exampleSite, name: "Редакція", language: "uk", speaks: "uk" as const };
const versions = inCyrillic(exampleVersions).map((version, index) => ({
  ...version,
  changes: version.changes.map((change, place) => ({
    ...change,
    field: exampleVersions[index]!.changes[place]!.field,
  })),
}));

const verdict = (
  <VerdictPage
    site={site}
    signed={signed}
    ratings={ratings}
    versions={versions}
    notices={[inCyrillic(exampleNotice)]}
    current={{ version: 3, kind: "publication", publishedAt: "2024-07-01T10:00:00Z" }}
  />
);
const item = {
  slug: "x",
  language: "uk",
  label: null,
  rating: record.rating,
  finding: record.finding,
  claim: record.claim.text,
  claimant: "Автор",
  topics: ["Торгівля"],
  points: record.summary,
  publishedAt: record.publishedAt,
  changed: { class: "correction" as const, at: record.publishedAt },
  notices: [{ kind: "under-review" as const, at: record.publishedAt, text: "Ми рахуємо ще раз." }],
};
const correction = { ...item, version: 2, class: "update" as const, reason: "Нове", title: "Заголовок" };
const later = {
  ...{ version: 3, change: "correction" as const, publishedAt: record.publishedAt },
  withheldFor: null,
};
const subject = { of: "verdict" as const, slug: "1" };
const aboutUs = { of: "page" as const, page: "about" as const };
const checked = {
  ...{ outcome: "matches" as const, subject, version: 2, isRetraction: false, found: null },
  ...{ later, sha256: "", signature: "" },
};
const typed = { slug: "1", version: "0" };
const differing = { outcome: "differs" as const, subject, version: 2, reason: "unreadable" as const };
const matching = {
  ...checked,
  keyId: "1",
  publishedAt: record.publishedAt,
  signerName: "Я",
  logIndex: 4,
  withheldFor: null,
};

const counts = [{ rating: "disputed", label: record.rating.label, count: 3 }];
const months = [{ month: "2024-06", ratings: counts }];
const roles = [
  { role: "appearance" as const, count: 1 },
  { role: "origin" as const, count: 2 },
  { role: "relay" as const, count: 5 },
  { role: "quoted" as const, count: 3 },
];
const named = {
  site,
  ratings,
  items: [item],
  pageKey: "так",
  found: { name: "Так", ratings: counts, roles },
};
const asked = { query: "так", rating: "", topic: "торгівля", claimant: "", from: "", to: "" };
const topics = [{ key: "торгівля", name: "Торгівля", count: 5 }];
const search = { site, asked, ratings, topics, claimants: [{ key: "так", name: "Так", count: 1 }] };
const found = { items: [], total: 0, most: 1_000, corrected: null, newerUrl: null, olderUrl: null };

const own = { site, ratings };
const written = ukrainianPageVersions("methodology", [{ text: "Ми читаємо." }, { text: "Ми читаємо все." }]);
const reached = ukrainianPageVersions("contact", [{ text: "Пишіть нам.", signatoryOf: ["ifcn", "efcsn"] }]);

const pages: [string, ReactElement][] = [
  ["verdict", verdict],
  ["embed", <EmbedPage key="embed" site={site} signed={signed} notices={item.notices} />],
  [
    "home",
    <HomePage
      key="home"
      site={site}
      items={[item, { ...item, slug: "y" }]}
      topics={[{ key: "торгівля", name: "Торгівля", count: 5 }]}
      corrections={[{ ...correction, stands: true }]}
    />,
  ],
  ["empty home", <HomePage key="empty" site={site} items={[]} topics={[]} corrections={[]} />],
  ["archive", <ArchivePage key="a" site={site} ratings={ratings} months={months} />],
  [
    "month",
    <MonthPage
      key="mo"
      site={site}
      ratings={ratings}
      month="2024-06"
      counts={counts}
      items={[item]}
      earlier="2023-12"
      later="2024-07"
      newerUrl={null}
      olderUrl="/?b"
    />,
  ],
  ["topic", <NamePage key="t" kind="topic" {...named} />],
  ["claimant", <NamePage key="cl" kind="claimant" {...named} />],
  ["outlet", <NamePage key="o" kind="outlet" {...named} items={[{ ...item, roles: ["relay"] }]} />],
  ["corrections", <CorrectionsPage key="c" site={site} items={[{ ...correction, changes: [] }]} />],
  ["search", <SearchPage key="search" {...search} results={{ ...found, items: [item], total: 1 }} />],
  [
    "corrected search",
    <SearchPage
      key="right"
      {...search}
      results={{ ...found, items: [item], total: 1_001, corrected: [{ text: "так", changed: true }] }}
    />,
  ],
  ["empty search", <SearchPage key="none" {...search} results={found} />],
  ["search, before,", <SearchPage key="before" {...search} results={null} />],
  ["bare search", <SearchPage key="bare" {...search} results={null} isBare />],
  ["methodology", <SitePage key="m" {...own} page="methodology" versions={[]} shown={null} />],
  ["old methodology", <SitePage key="old" {...own} page="methodology" versions={written} shown={1} />],
  ["contact", <SitePage key="contact" {...own} page="contact" versions={reached} shown={1} />],
  ["verify", <VerifyPage key="v" site={site} result={matching} />],
  [
    "verify, unknown",
    <VerifyPage key="u" site={site} result={{ outcome: "unknown", subject, version: 2 }} />,
  ],
  ["verify, a page,", <VerifyPage key="vp" site={site} result={{ ...matching, subject: aboutUs }} />],
  [
    "verify, a page unsigned,",
    <VerifyPage key="up" site={site} result={{ outcome: "unknown", subject: aboutUs, version: 2 }} />,
  ],
  [
    "verify, a page that differs,",
    <VerifyPage key="dp" site={site} result={{ ...differing, subject: aboutUs }} />,
  ],
  ["verify, differs,", <VerifyPage key="d" site={site} result={differing} />],
  ...(["name", "version"] as const).map((problem): [string, ReactElement] => [
    `verify, unreadable ${problem},`,
    <VerifyPage key="q" site={site} result={{ outcome: "unreadable", typed, problem }} />,
  ]),
  [
    "verify, retraction,",
    <VerifyPage key="w" site={site} result={{ ...matching, isRetraction: true, later: null }} />,
  ],
  ["report", <ReportErrorPage key="r" site={site} slug="1" finding="Так" />],
  ["report, sent", <ReportErrorPage key="s" site={site} slug={null} finding={null} isSent />],
  ["tip", <TipPage key="t" site={site} />],
  ["tip, sent", <TipPage key="u" site={site} isSent />],
  ["problem", <ProblemPage key="p" site={site} reference="1" retryAfterSeconds={30} />],
  ["not found", <NotFoundPage key="n" site={site} />],
];

/** Text and the attributes that are read out or shown, of a page without its code, its style and its footer's "English". */
function seen(html: string): string {
  const bare = html
    .replaceAll(/<(style|script|code|pre)\b.*?<\/\1>/gs, " ")
    .replaceAll("&#x27;", "’")
    .replaceAll(/<a [^>]*lang="en"[^>]*>(?:This site in )?English<\/a>/g, " ");
  const attributes = [
    ...bare.matchAll(/ (?:title|aria-label|alt|data-label|placeholder)="([^"]*)"/g),
    ...bare.matchAll(
      /<meta (?:name="(?:description|twitter:\w+)"|property="og:(?:title|description|site_name)") content="([^"]*)"/g,
    ),
  ].map(([, text]) => text);
  return `${bare.replaceAll(/<[^>]*>/g, " ")} ${attributes.join(" ")}`;
}

/** Names of things, and what the example's address is made of. */
const allowed = new Set(
  `Countersign UTC SHA SHA-256 HTML ZIP Atom RSS JSON CSV RFC Ed25519 WordPress Ghost Custom WhatsApp Bluesky X Node verify bundle mjs verdicts
  summary_large_image summary https desk example south korean parts million`
    .toLowerCase()
    .split(/[^a-z0-9_]+/),
);

describe.each(pages)("the %s page in Ukrainian", (_name, page) => {
  const html = renderToStaticMarkup(page);

  test("says so", () => {
    expect(html).toContain('<html lang="uk" dir="ltr">');
  });

  test("has no word of English but names", () => {
    const words = seen(html).match(/[A-Za-z][A-Za-z0-9_]+/g) ?? [];
    expect(words.filter((word) => !allowed.has(word.toLowerCase()))).toEqual([]);
  });

  test("leaves no tag of a text unfilled", () => {
    expect(html.replaceAll(/<(code|pre)\b.*?<\/\1>/gs, "")).not.toMatch(
      /&lt;\/?\w|\{\w+\}(?=[^"]*<)|undefined|\[object/,
    );
  });
});

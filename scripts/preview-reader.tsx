import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ArchivePage } from "@/components/reader/archive-page";
import { CorrectionsPage } from "@/components/reader/corrections-page";
import {
  exampleCorrections,
  exampleCounts,
  exampleList,
  exampleMonths,
  exampleNotice,
  exampleProps,
  exampleResults,
  exampleRetraction,
  exampleSearch,
  exampleSite,
  exampleTopics,
  exampleVersions,
  signedExample,
} from "@/components/reader/fixtures/example-page";
import { EmbedPage } from "@/components/reader/embed-page";
import { exampleRecord } from "@/components/reader/fixtures/example-record";
import { bigRoute, lonelyRoute } from "@/components/reader/fixtures/example-routes";
import { HomePage } from "@/components/reader/home-page";
import { exampleContact, exampleMethodology } from "@/components/reader/fixtures/example-site-page";
import { SitePage } from "@/components/reader/site-page";
import { MonthPage } from "@/components/reader/month-page";
import { NamePage } from "@/components/reader/name-page";
import { NotFoundPage } from "@/components/reader/not-found-page";
import { ProblemPage } from "@/components/reader/problem-page";
import { ReportErrorPage } from "@/components/reader/report-error-page";
import { RetractedPage } from "@/components/reader/retracted-page";
import { SearchPage } from "@/components/reader/search-page";
import { TipPage } from "@/components/reader/tip-page";
import { VerdictPage } from "@/components/reader/verdict-page";
import { VerifyPage } from "@/components/reader/verify-page";
import { defaultRatings } from "@/lib/settings/ratings";
import type { CorrectionEntry } from "@/lib/publications/verdict-versions";

/** Writes sample readers' pages to a folder: `npx tsx scripts/preview-reader.tsx OUTDIR`. */
const out = process.argv[2];
if (out === undefined) throw new Error("usage: preview-reader OUTDIR");
const site = exampleSite;
const beside = exampleList[0]!.notices;
const slug = exampleRecord.slug;

const provisional = exampleProps(
  {
    provisional: { nextUpdateAt: "2024-06-28T18:00:00Z" },
    publishedAt: "2024-06-28T14:10:00Z",
    version: 1,
    correction: null,
    rating: {
      code: "reported",
      label: "Reported, not confirmed",
      meaning: "one source says so and we could not check it independently",
      number: null,
      best: 5,
      worst: 1,
    },
    route: bigRoute,
    parts: [
      { text: "Parts worth $34 million were bought.", central: true, rating: "confirmed" },
      { text: "They came from South Korea.", central: true, rating: "disputed" },
      { text: "They are in the car.", central: false, rating: null },
    ],
    reviews: [
      { name: "Checker One", mark: "disputed", rating: null, blind: true },
      { name: "Editor Two", mark: "unproven", rating: null, blind: false },
    ],
    reconciliation:
      "Editor Two held that the report alone cannot settle it; both agreed on the wording above.",
    signer: { name: "Editor One", byToken: true, selfSigned: { reason: "nobody else was on duty" } },
  },
  { notices: [exampleNotice], versions: exampleVersions.slice(0, 1) },
);

const corrected: CorrectionEntry = {
  slug,
  version: 2,
  class: "correction",
  reason: "We wrote “$34 million”; the source says “at least”.",
  publishedAt: exampleRecord.publishedAt,
  title: exampleRecord.finding,
  language: "en",
  changes: exampleVersions[1]?.changes ?? [],
};

const front = { site, topics: exampleTopics, corrections: exampleCorrections };
const named = {
  site,
  ratings: defaultRatings,
  items: exampleList,
  found: {
    name: "The Capital Courier",
    ratings: exampleCounts,
    roles: [{ role: "appearance", count: 2 } as const, { role: "relay", count: 1 } as const],
  },
};

const inUkrainian = { ...site, speaks: "uk" as const };
const ukrainian = {
  finding: "34 млн доларів – це деталі з усіх країн; частка Південної Кореї – майже 15,5 млн доларів",
  summary: [
    "У звіті, названому джерелом, ідеться щонайменше про 34 млн доларів для всіх країн разом.",
    "На Південну Корею припадає майже 15,5 млн доларів.",
  ],
  label: "Демонстрація, а не висновок",
};

const pages: Record<string, ReactElement> = {
  verdict: <VerdictPage {...exampleProps()} jsonLd={'{"@context":"https://schema.org"}'} />,
  provisional: <VerdictPage {...provisional} />,
  lonely: (
    <VerdictPage {...exampleProps({ route: lonelyRoute, evidence: [], comparisons: [], overrides: [] })} />
  ),
  old: (
    <VerdictPage
      {...exampleProps(
        { version: 1, correction: null, publishedAt: "2024-06-28T16:20:00Z" },
        { current: { version: 2, kind: "publication", publishedAt: exampleRecord.publishedAt } },
      )}
    />
  ),
  "old-retracted": (
    <VerdictPage
      {...exampleProps(
        { version: 2 },
        { current: { version: 3, kind: "retraction", publishedAt: exampleRetraction.publishedAt } },
      )}
    />
  ),
  arabic: (
    <VerdictPage
      {...exampleProps({
        language: "ar",
        finding: "مبلغ 34 مليون دولار يشمل قطع الغيار من جميع الدول",
        summary: ["التقرير يذكر 34 مليون دولار لجميع الدول."],
      })}
    />
  ),
  ukrainian: (
    <VerdictPage
      {...exampleProps({ language: "uk", ...ukrainian })}
      site={{ ...site, language: "uk", speaks: "uk" }}
      jsonLd={'{"@context":"https://schema.org"}'}
    />
  ),
  "uk-home": <HomePage {...front} site={inUkrainian} items={exampleList} />,
  "uk-verify": <VerifyPage site={inUkrainian} result={{ outcome: "unknown", slug: "x", version: 2 }} />,
  "uk-report": <ReportErrorPage site={inUkrainian} slug={slug} finding={exampleRecord.finding} />,
  tip: <TipPage site={site} problems={[{ field: "what", message: "Write something here." }]} />,
  "tip-sent": <TipPage site={site} isSent />,
  "uk-tip": <TipPage site={inUkrainian} />,
  "uk-search": (
    <SearchPage
      {...exampleSearch}
      site={inUkrainian}
      asked={{ ...exampleSearch.asked, query: "parts" }}
      results={exampleResults}
    />
  ),
  "uk-archive": <ArchivePage site={inUkrainian} ratings={defaultRatings} months={exampleMonths} />,
  "uk-claimant": <NamePage {...named} site={inUkrainian} kind="claimant" pageKey="the-capital-courier" />,
  "uk-corrections": <CorrectionsPage site={inUkrainian} items={[corrected]} />,
  "uk-embed": (
    <EmbedPage site={site} signed={signedExample({ ...exampleRecord, language: "uk" })} notices={beside} />
  ),
  retracted: (
    <RetractedPage site={site} signed={signedExample(exampleRetraction)} versions={exampleVersions} />
  ),
  embed: <EmbedPage site={site} signed={signedExample(exampleRecord)} notices={beside} />,
  home: <HomePage {...front} items={exampleList} />,
  "home-empty": <HomePage site={site} items={[]} topics={[]} corrections={[]} />,
  search: (
    <SearchPage
      {...exampleSearch}
      asked={{ ...exampleSearch.asked, query: "parts" }}
      results={exampleResults}
    />
  ),
  "search-before": <SearchPage {...exampleSearch} />,
  "search-empty": (
    <SearchPage
      {...exampleSearch}
      asked={{ ...exampleSearch.asked, query: "moon", rating: "disputed" }}
      results={{ ...exampleResults, items: [], total: 0 }}
    />
  ),
  archive: <ArchivePage site={site} ratings={defaultRatings} months={exampleMonths} />,
  month: (
    <MonthPage
      site={site}
      ratings={defaultRatings}
      month="2024-06"
      counts={exampleCounts}
      items={exampleList}
      earlier="2023-12"
      later="2024-07"
    />
  ),
  topic: <NamePage {...named} kind="topic" pageKey="sanctions" />,
  claimant: <NamePage {...named} kind="claimant" pageKey="the-capital-courier" />,
  outlet: <NamePage {...named} kind="outlet" pageKey="the-capital-courier" />,
  corrections: (
    <CorrectionsPage
      site={site}
      items={[
        corrected,
        {
          slug: "retracted-one",
          version: 3,
          class: "retraction",
          reason: exampleRetraction.reason,
          publishedAt: "2024-06-10T09:30:00Z",
          title: "Three plants closed in one year",
          language: "en",
          changes: [],
        },
      ]}
    />
  ),
  methodology: (
    <SitePage site={site} ratings={defaultRatings} page="methodology" versions={[]} shown={null} />
  ),
  "methodology-signed": (
    <SitePage
      site={site}
      ratings={defaultRatings}
      page="methodology"
      versions={exampleMethodology}
      shown={2}
    />
  ),
  contact: (
    <SitePage site={site} ratings={defaultRatings} page="contact" versions={exampleContact} shown={1} />
  ),
  verify: (
    <VerifyPage
      site={site}
      result={{
        outcome: "matches",
        slug,
        version: 2,
        sha256: exampleVersions[1]?.sha256 ?? "",
        signature: "c2lnbmF0dXJl".repeat(7),
        keyId: "2024-06",
        publishedAt: exampleRecord.publishedAt,
        signerName: "Editor One",
        logIndex: 4711,
      }}
    />
  ),
  "not-found": <NotFoundPage site={site} />,
  problem: <ProblemPage site={site} reference="7f3a-01" retryAfterSeconds={30} />,
  report: (
    <ReportErrorPage
      site={site}
      slug={slug}
      finding={exampleRecord.finding}
      problems={[{ field: "what", message: "Please say what is wrong." }]}
    />
  ),
};

mkdirSync(join(out, "fonts"), { recursive: true });
for (const [file, letters] of [
  ["source-serif-4", "latin"],
  ["source-serif-4-cyrillic", "cyrillic"],
  ["inter", "latin"],
  ["inter-cyrillic", "cyrillic"],
] as const) {
  const family = file.replace("-cyrillic", "");
  const from = `node_modules/@fontsource-variable/${family}/files/${family}-${letters}-wght-normal.woff2`;
  if (existsSync(from)) copyFileSync(from, join(out, "fonts", `${file}.woff2`));
}
for (const [name, page] of Object.entries(pages)) {
  const html = `<!doctype html>${renderToStaticMarkup(page)}`;
  writeFileSync(join(out, `${name}.html`), html);
  console.log(`${name.padEnd(14)} ${(gzipSync(html).length / 1024).toFixed(1)} KB gzip`);
}

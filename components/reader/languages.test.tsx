import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { ReaderLanguage } from "@/lib/words/reader";
import { cmsBlock } from "./cms-block";
import {
  exampleCorrections,
  exampleNotice,
  exampleSite,
  exampleVersions,
  signedExample,
} from "./fixtures/example-page";
import { exampleRecord } from "./fixtures/example-record";
import { HomePage } from "./home-page";
import { VerdictPage } from "./verdict-page";

const ratings = [{ ...exampleRecord.rating, marks: ["disputed" as const] }];

describe("a verdict in another language than the site's", () => {
  const page = (language: string, speaks: ReaderLanguage = "en") =>
    renderToStaticMarkup(
      <VerdictPage
        site={{ ...exampleSite, language: speaks, speaks }}
        signed={signedExample({ ...exampleRecord, language })}
        ratings={ratings}
        versions={exampleVersions}
        notices={[exampleNotice]}
        current={null}
      />,
    );

  test.each([
    ["uk", "en", '<html lang="uk" dir="ltr">'],
    ["en", "uk", '<html lang="en" dir="ltr">'],
    ["en-GB", "uk", '<html lang="en-GB" dir="ltr">'],
    ["ar", "uk", '<html lang="uk" dir="ltr">'],
    ["he", "en", '<html lang="en" dir="ltr">'],
  ] as const)("in %s speaks that language on a site in %s where it can: %s", (language, speaks, html) => {
    expect(page(language, speaks)).toContain(html);
  });

  test("written from right to left turns its own words round, and none of ours", () => {
    const html = page("ar");
    const { finding, summary, claim } = exampleRecord;
    expect(html).toContain(`<h1 lang="ar" dir="rtl">${finding.replaceAll("'", "&#x27;")}`);
    expect(html).toContain('<ul class="short" lang="ar" dir="rtl">');
    expect(html).toContain('<div class="prose" lang="ar" dir="rtl">');
    expect(html).toContain('<bdi class="checked" lang="ar" dir="rtl">');
    expect(html).toContain("<h2>In short</h2>");
    expect([summary.length, claim.text.length].every((length) => length > 0)).toBe(true);
  });

  test("leads from its header to the pages in the language it speaks, and names itself in no other language", () => {
    const html = page("uk");
    expect(html).toContain('<a href="/uk/corrections"');
    expect(html).toContain('<a class="brand" href="/uk">');
    expect(html).not.toContain('rel="alternate" hrefLang');
    expect(page("en")).toContain('<a class="brand" href="/">');
  });

  test("is copied into other people's pages in its own language, with words around it in one we speak", () => {
    const block = (language: string) => cmsBlock(exampleSite, { ...exampleRecord, language });
    expect(block("uk")).toContain('lang="uk" dir="ltr"');
    expect(block("uk")).toContain("Твердження (");
    expect(block("ar")).toContain('lang="en" dir="ltr"');
    expect(block("ar")).toMatch(/<p style="[^"]*" lang="ar" dir="rtl">/);
  });

  test("leads to the front page in the others", () => {
    const footer = /<footer>.*<\/footer>/s;
    const [english] = footer.exec(page("en"))!;
    expect(english).toContain('<a href="/uk" lang="uk" hrefLang="uk">Цей сайт українською</a>');
    const [ukrainian] = footer.exec(page("uk"))!;
    expect(ukrainian).toContain('<a href="/" lang="en" hrefLang="en">This site in English</a>');
  });
});

describe("a page that there is in each language", () => {
  const home = (speaks: ReaderLanguage, language = "en") =>
    renderToStaticMarkup(
      <HomePage site={{ ...exampleSite, language, speaks }} items={[]} topics={[]} corrections={[]} />,
    );

  test("names the same page in the others, and its own address as the one to keep", () => {
    const html = home("uk");
    expect(html).toContain('<link rel="canonical" href="https://desk.example/uk"/>');
    expect(html).toContain('<link rel="alternate" hrefLang="uk" href="https://desk.example/uk"/>');
    expect(html).toContain('<link rel="alternate" hrefLang="en" href="https://desk.example/"/>');
    expect(html).toContain('<link rel="alternate" hrefLang="x-default" href="https://desk.example/"/>');
    expect(html).toContain('<a href="/" lang="en" hrefLang="en">English</a>');
  });

  test("leads to a retraction among the corrections in the same language", () => {
    const html = renderToStaticMarkup(
      <HomePage
        site={{ ...exampleSite, speaks: "uk" }}
        items={[]}
        topics={[]}
        corrections={exampleCorrections}
      />,
    );
    expect(html).toContain('<a href="/uk/corrections#retracted-2024-06-10T09:30:00Z">');
  });

  test("has no prefix in the site's own language", () => {
    expect(home("uk", "uk-UA")).toContain('<link rel="canonical" href="https://desk.example/"/>');
    expect(home("uk", "uk-UA")).toContain('<html lang="uk-UA" dir="ltr">');
    expect(home("en", "uk")).toContain('<link rel="canonical" href="https://desk.example/en"/>');
  });
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { defaultRatings } from "@/lib/settings/ratings";
import { ArchivePage } from "./archive-page";
import { exampleList, exampleMonths, exampleSearch, exampleSite } from "./fixtures/example-page";
import { HomePage } from "./home-page";
import { SearchPage } from "./search-page";
import { SitePage } from "./site-page";

const disputed = defaultRatings.find(({ code }) => code === "disputed")!;
const [first] = exampleList;
const label = "Demonstration, not a finding";
const site = { ...exampleSite, speaks: "uk" as const };
const item = { ...first!, language: "en", label, rating: disputed };

const home = (more: object = {}, speaks: "en" | "uk" = "uk", band: string = label) =>
  renderToStaticMarkup(
    <HomePage
      site={{ ...site, speaks }}
      items={[{ ...item, ...more }]}
      topics={[]}
      corrections={[]}
      label={band}
    />,
  );

test("the Ukrainian home says ratings, their meanings and that it is a demonstration in Ukrainian", () => {
  const html = home();
  expect(html).toContain('<span class="rating-label">Спростовано</span>');
  expect(html).toContain("докази показують, що це не так");
  expect(html.match(/Демонстрація, а не висновок/g)).toHaveLength(2);
  expect(html).not.toContain(disputed.label);
  expect(html).not.toContain(label);
  expect(home({}, "en")).toContain('<span class="rating-label">Disputed</span>');
});

test("a rating and a label in words of the newsroom's own stay as they are, in its language", () => {
  const rating = { ...disputed, meaning: "we hold it to be wrong" };
  const html = home({ rating, label: null }, "uk", "A trial");
  expect(html).toContain('<span class="rating-label" lang="en" dir="ltr">Disputed</span>');
  expect(html).toContain('lang="en" dir="ltr">we hold it to be wrong</span>');
  expect(html).toMatch(/<aside class="band"[^>]* lang="en" dir="ltr">A trial</);
});

test("counts, the search's choice and the scale say them so as well", () => {
  const shared = { site, ratings: defaultRatings };
  for (const page of [
    <ArchivePage key="a" {...shared} months={exampleMonths} />,
    <SearchPage key="s" {...exampleSearch} site={site} />,
    <SitePage key="r" {...shared} page="ratings" versions={[]} shown={null} />,
  ]) {
    const html = renderToStaticMarkup(page);
    expect(html).toContain("Спростовано");
    expect(html).not.toContain("Disputed");
  }
});

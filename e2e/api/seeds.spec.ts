import type { ArticleDto } from "@/lib/articles/dto";
import type { ClaimDto, ComparisonDto, EvidenceDto, IndependenceDto } from "@/lib/claims/dto";
import type { Figure } from "@/lib/figures/figure";
import { seed } from "../fixtures/read-fixture";
import { expect, test, type DeskApi } from "./desk-api";
import { send, stamp } from "./stage";

const [first, second] = [seed("000_"), seed("004_")];

/** A paraphrase for the test of what the report says; no words of any outlet. */
const reportText = `Foreign parts for the makers of the state limousine, in a paraphrase

Goods and components worth at least $34 million reached Russia for Aurus cars and motorcycles between 2018 and 2023, according to customs data reviewed by Reuters. That is the sum for all countries.

South Korean goods were almost $15.5 million of it.

Kyungki Industrial, BYT and Enertech International delivered parts, people at the three firms told Reuters. Toyota once built cars in the plant near St. Petersburg that Aurus wants to use, and Serdar Berdymukhamedov of Turkmenistan drives one of the limousines.

Aurus sold 107 cars in Russia in 2023, the analysts of Autostat count.`;

test.describe.configure({ mode: "serial" });

let a: ArticleDto, b: ArticleDto, report: ArticleDto;
let claim: ClaimDto;

/** What a rule suggests about where an article has it from, by the article that it leads to. */
async function suggestedRewrite(api: DeskApi, from: ArticleDto, to: ArticleDto) {
  const { attributions } = (await api.get<ArticleDto>("checker1", `/articles/${from.id}`)).body;
  return attributions.find(
    (edge) => edge.type === "uncredited-rewrite" && "articleId" in edge.to && edge.to.articleId === to.id,
  );
}

/** The sentence of an article that holds these words, as it stands in the page. */
function sentence(article: ArticleDto, words: string): string {
  const { exact } =
    article.suggestedClaims.map(({ quote }) => quote).find((quote) => quote.exact.includes(words)) ?? {};
  if (!exact) throw new Error(`No sentence with “${words}” was suggested.`);
  return exact;
}

test("the first page: its facts are found, its furniture is not", async ({ api }) => {
  a = await api.must<ArticleDto>("checker1", "POST", "/articles", { text: first });
  expect(a).toMatchObject({
    byline: "Nate Ostiller",
    publishedAt: "2024-06-28T14:26",
    language: "en",
    state: "captured",
  });
  expect(a.title).toMatch(/^Putin gifted Kim .* Reuters says$/);
  expect(a.outlet).toContain("Kyiv Independent");
  const suggested = a.suggestedClaims.map(({ quote }) => quote.exact).join("\n");
  for (const furniture of [
    "key takeaways",
    "dearest friend",
    "80% of our revenue",
    "AI assistance",
    "newsletter",
    "Become a member",
    "Field Report",
  ]) {
    expect(a.capture!.text).not.toContain(furniture);
    expect(suggested).not.toContain(furniture);
    expect(a.capture!.fullText.toLowerCase()).toContain(furniture.toLowerCase());
  }
  for (const words of [
    "millions of dollars",
    "$34 million",
    "continue to do so",
    "two cars",
    "June 19, 2024",
  ])
    expect(suggested).toContain(words);
  // On a desk that had the page before, people may have added more by hand.
  for (const { status, reason } of a.attributions.filter((edge) => edge.reason !== null))
    expect([status, Boolean(reason!.quote)]).toEqual(["suggested", true]);
  expect(JSON.stringify(a.attributions)).toContain("Reuters");
});

test("the second page: what it does not say stays unknown", async ({ api }) => {
  b = await api.must<ArticleDto>("checker1", "POST", "/articles", { text: second });
  expect(b).toMatchObject({ outlet: null, byline: null, publishedAt: null, url: null });
  expect(b.capture!.text).not.toContain("Share This");
  const suggested = b.suggestedClaims.map(({ quote }) => quote.exact).join("\n");
  for (const words of ["millions of dollars", "over 100 cars", "over $500,000"])
    expect(suggested).toContain(words);
  const rewrite = await suggestedRewrite(api, b, a);
  expect(rewrite).toMatchObject({
    status: "suggested",
    reason: { rule: "shared rare names and figures", quote: expect.stringContaining("Kyungki") },
  });
  expect(b.nearDuplicates.map(({ articleId }) => articleId)).not.toContain(a.id);
});

test("the amount: figures with their scope, and origins before and after the routes are confirmed", async ({
  api,
}) => {
  report = await api.must<ArticleDto>("checker1", "POST", "/articles", {
    text: reportText,
    outlet: `Paraphrase of a report ${stamp()}`,
    kind: "report",
  });
  const rewrite = await suggestedRewrite(api, b, report);
  expect(rewrite).toMatchObject({ status: "suggested" });
  for (const words of ["Kyungki", "Enertech", "Toyota", "Berdymukhamedov", "over 100 cars"])
    expect(rewrite?.reason?.quote).toContain(words);
  // An article of this run's own: on a desk that had the page before, its routes are confirmed already.
  a = await api.must<ArticleDto>("checker1", "POST", "/articles", {
    text: first,
    outlet: `A relay ${stamp()}`,
  });
  const exact = sentence(a, "$34 million");
  claim = await api.must<ClaimDto>("checker1", "POST", "/claims", {
    text: exact,
    from: { articleId: a.id, quote: { exact } },
  });
  expect(claim.figures).toEqual([
    expect.objectContaining({
      low: 34_000_000,
      bound: "at-least",
      unit: "USD",
      period: { from: "2018-01-01", to: "2023-12-31" },
    }),
  ]);
  await send(api, "checker1", claim.id, "start-research");
  const evidence = (article: ArticleDto, words: string, stance: string) =>
    api.must<EvidenceDto>("checker1", "POST", `/claims/${claim.id}/evidence`, {
      articleId: article.id,
      quote: { exact: words },
      stance,
    });
  const fromB = await evidence(b, sentence(b, "millions of dollars"), "supports");
  const count = async () =>
    (await api.get<IndependenceDto>("checker1", `/claims/${claim.id}/independence`)).body;
  expect(await count()).toMatchObject({ count: 0, unknown: [b.id] });
  const fromA = await evidence(a, exact, "supports");
  expect(await count()).toMatchObject({ count: 0 });
  expect((await count()).unknown).toEqual(expect.arrayContaining([a.id, b.id]));
  await evidence(report, "South Korean goods were almost $15.5 million of it.", "disputes");
  await api.must("checker1", "POST", `/articles/${a.id}/attributions`, {
    type: "cites",
    to: { articleId: report.id },
  });
  await api.must("checker1", "POST", `/articles/${b.id}/attributions`, {
    type: "uncredited-rewrite",
    to: { articleId: report.id },
  });
  await api.must("checker1", "POST", `/articles/${report.id}/attributions`, {
    type: "cites",
    to: { origin: { name: "Customs data", kind: "dataset", primary: true, naming: "named" } },
  });
  expect(await count()).toMatchObject({ side: "supports", count: 1, articles: 2, unknown: [] });
  const { comparisons } = await api.must<{ figures: Figure[]; comparisons: ComparisonDto[] }>(
    "checker1",
    "GET",
    `/claims/${claim.id}/figures`,
  );
  const between = comparisons.find(
    ({ a: x, b: y }) => [x, y].includes(fromA.figures[0]!.id) && [x, y].includes(fromB.figures[0]!.id),
  );
  expect(between).toMatchObject({ class: "different-scope", sameReport: true });
});

test("over 100 cars and 107 cars are compatible", async ({ api }) => {
  const text = "Aurus sold over 100 cars in Russia in 2023";
  const cars = await api.must<ClaimDto>("checker1", "POST", "/claims", { text });
  await api.must("checker1", "POST", `/claims/${cars.id}/evidence`, {
    articleId: report.id,
    quote: { exact: "Aurus sold 107 cars in Russia in 2023, the analysts of Autostat count." },
    stance: "supports",
  });
  const { comparisons } = await api.must<{ comparisons: ComparisonDto[] }>(
    "checker1",
    "GET",
    `/claims/${cars.id}/figures`,
  );
  expect(comparisons.map((pair) => pair.class)).toEqual(["compatible"]);
});

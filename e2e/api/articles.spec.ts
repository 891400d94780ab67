import type { ArticleDto } from "@/lib/articles/dto";
import type { ClaimDto, EvidenceDto } from "@/lib/claims/dto";
import { fixture } from "../fixtures/read-fixture";
import { expect, test } from "./desk-api";
import { paste, researchedClaim, stamp } from "./stage";

const mark = stamp();
const amount = "imported at least €12 million in Norwegian engines between 2019 and 2022";

test("pasted pages become articles: the text without the furniture, what is unknown stays unknown", async ({
  api,
}) => {
  const relay = await paste(api, "harbour-relay", `Selby Post ${mark}`);
  expect(relay).toMatchObject({
    state: "captured",
    byline: "Mara Lindqvist",
    publishedAt: "2031-03-14T09:05",
    language: "en",
  });
  expect(relay.title).toContain("Norwegian ferry engines");
  for (const furniture of [
    "80% of the crossings",
    "75% of our revenue",
    "read by a machine",
    "Become a member",
    "Newsletters",
  ]) {
    expect(relay.capture!.text).not.toContain(furniture);
    expect(relay.suggestedClaims.map(({ quote }) => quote.exact).join("\n")).not.toContain(furniture);
  }
  expect(relay.suggestedClaims.some(({ quote }) => quote.exact.includes(amount))).toBe(true);
  for (const { quote, reasons } of relay.suggestedClaims) {
    expect([...relay.capture!.fullText].slice(quote.start, quote.end).join("")).toBe(quote.exact);
    expect(reasons).not.toEqual([]);
  }
  const rewrite = await api.must<ArticleDto>("checker1", "POST", "/articles", {
    text: fixture("harbour-rewrite"),
  });
  expect(rewrite).toMatchObject({ outlet: null, byline: null, publishedAt: null });
  expect(rewrite.capture!.text).not.toContain("Share this page");
  const report = await paste(api, "harbour-report", `Coastal Wire ${mark}`, {
    kind: "report",
    publishedAt: "2031-03-14",
  });
  expect(report).toMatchObject({ kind: "report", publishedAt: "2031-03-14", outlet: `Coastal Wire ${mark}` });
});

test("another capture says what became of each quote", async ({ api }) => {
  const { claimId, report, evidence } = await researchedClaim(api, `A quote may move ${stamp()}`);
  const add = (exact: string) =>
    api.must<EvidenceDto>("checker1", "POST", `/claims/${claimId}/evidence`, {
      articleId: report.id,
      quote: { exact },
      stance: "context",
    });
  await add("Engines from Norway made up almost €4.5 million of it.");
  await add("Selby Ferries sold 912 tickets on the first day in 2030.");
  type Again = {
    capture: { id: string; method: string };
    drift: { outcome: string; was: string; is?: string }[];
  };
  const again = await api.must<Again>("checker1", "POST", `/articles/${report.id}/captures`, {
    text: fixture("harbour-report-changed"),
  });
  expect(again.capture.method).toBe("pasted");
  const outcome = (words: string) => again.drift.find(({ was }) => was.includes(words));
  expect(outcome("€4.5 million")).toMatchObject({
    outcome: "altered",
    is: expect.stringContaining("€5.4 million"),
  });
  expect(outcome("912 tickets")?.outcome).toBe("gone");
  expect(["moved", "unchanged"]).toContain(outcome("Fjordkraft AS confirmed")?.outcome);
  const article = (await api.get<ArticleDto>("checker1", `/articles/${report.id}`)).body;
  expect(article.captures).toHaveLength(2);
  const claim = (await api.get<ClaimDto>("checker1", `/claims/${claimId}`)).body;
  expect(claim.evidence.find(({ id }) => id === evidence.id)!.quote).toEqual(evidence.quote);
});

test("the same page twice is one article with two captures; at two outlets it is two", async ({ api }) => {
  const outlet = `Coastal Wire ${stamp()}`;
  const one = await paste(api, "harbour-report", outlet);
  const two = await paste(api, "harbour-report", outlet);
  expect([two.id, two.captures.length]).toEqual([one.id, 2]);
  const other = await paste(api, "harbour-report", `${outlet} elsewhere`);
  expect(other.id).not.toBe(one.id);
  expect(other.nearDuplicates.map(({ articleId }) => articleId)).toContain(one.id);
});

test("a mention is no text to quote, and a good end of an attribution", async ({ api }) => {
  const mention = await api.must<ArticleDto>("checker1", "POST", "/articles", {
    mention: { outlet: `Mentioned ${stamp()}` },
  });
  expect(mention).toMatchObject({ state: "mentioned", capture: null });
  const claim = await api.must<ClaimDto>("checker1", "POST", "/claims", { text: "Said somewhere." });
  const body = { articleId: mention.id, quote: { exact: "words" }, stance: "supports" };
  expect((await api.refused("checker1", "POST", `/claims/${claim.id}/evidence`, 422, { body })).code).toBe(
    "article-not-captured",
  );
});

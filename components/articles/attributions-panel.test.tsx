import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { AttributionDto } from "@/lib/articles/dto";
import { AttributionsPanel } from "./attributions-panel";

const row = (id: string, from: string, more: Partial<AttributionDto> = {}): AttributionDto => ({
  id,
  type: "cites",
  from: { articleId: from, outlet: `Outlet ${from}`, title: null },
  to: { articleId: `to-${id}`, outlet: `Source ${id}`, title: null, state: "captured", notObtainable: null },
  status: "suggested",
  reason: null,
  onClaims: [],
  ...more,
});
const on = (claimId: string, status: "confirmed" | "rejected") => ({
  claimId,
  status,
  text: `Claim ${claimId}`,
});

const shown = (attributions: AttributionDto[], claimId?: string) =>
  renderToStaticMarkup(
    <AttributionsPanel
      articleId="own"
      attributions={attributions}
      articles={[]}
      {...(claimId ? { claimId } : {})}
    />,
  );

test("an article's own sources come first; what is suggested for others is folded, with its number", () => {
  const others = Array.from({ length: 24 }, (_, index) => row(`o${index}`, "other"));
  const html = shown([...others, row("mine", "own"), row("known", "other", { status: "confirmed" })]);
  expect(html.indexOf("Source mine")).toBeLessThan(html.indexOf("Source o0"));
  const fold = html.indexOf("24 more suggested for the articles it leads to");
  expect(html.indexOf("Source known")).toBeLessThan(fold);
  expect(html.indexOf("Source o0")).toBeGreaterThan(fold);
  expect(html).toContain("1 suggestion to confirm");
});

test("a row says one state: what was decided for single claims is suggested no more", () => {
  const decided = [row("mine", "own", { onClaims: [on("a", "confirmed")] })];
  expect(shown(decided)).toMatch(/decided claim by claim.*Confirmed for/s);
  expect(shown(decided)).not.toContain("suggest");
  expect(shown(decided, "a")).toContain("confirmed for this claim");
  expect(shown(decided, "b")).toMatch(/1 suggestion to confirm.*not decided for this claim/s);
  const butOne = [row("mine", "own", { status: "confirmed", onClaims: [on("a", "rejected")] })];
  expect(shown(butOne)).toContain("confirmed for every other claim");
});

test("an article's page says for which claims a decision counts, in its buttons' names too", () => {
  const claims = ["a", "b", "c", "d", "e"].map((id) => ({ id, text: `Claim ${id}` }));
  const html = renderToStaticMarkup(
    <AttributionsPanel
      articleId="own"
      attributions={[row("mine", "own", { onClaims: [on("a", "rejected")] }), row("far", "other")]}
      articles={[]}
      leaning={new Map([["own", { count: 1_205, newest: claims, apart: ["a"] }]])}
      actions={{ decide: async () => null }}
    />,
  );
  expect(html).toMatch(/Would count for 1,204 claims:.*Claim b.*Claim c.*Claim d.*and 1,201 more/s);
  expect(html).toContain('aria-label="Confirm for 1,204 claims: this article credits Source mine"');
  expect(html).toContain('aria-label="Reject for 1,204 claims: this article credits Source mine"');
  expect(html).toMatch(/>Confirm for 1,204 claims<.*>Reject for 1,204 claims</s);
  expect(html).not.toMatch(/count for no claim/i);
});

test("a source without an outlet is named by its title, in quotation marks", () => {
  const named = { outlet: null, title: "Where the parts went" };
  const far = row("far", "other", { status: "confirmed" });
  const mine = row("mine", "own");
  const html = renderToStaticMarkup(
    <AttributionsPanel
      articleId="own"
      attributions={[
        { ...far, from: { ...far.from, ...named } },
        { ...mine, to: { ...mine.to, ...named } as AttributionDto["to"] },
      ]}
      articles={[]}
      actions={{ decide: async () => null }}
    />,
  );
  expect(html).toContain(": this article credits “Where the parts went”");
  expect(html.match(/>“Where the parts went”</g)).toHaveLength(2);
});

test("only what was confirmed counts for a claim", () => {
  const lean = new Map([["own", { count: 1, newest: [{ id: "a", text: "Claim a" }], apart: [] }]]);
  const says = (status: AttributionDto["status"]) =>
    renderToStaticMarkup(
      <AttributionsPanel
        articleId="own"
        attributions={[row("mine", "own", { status })]}
        articles={[]}
        leaning={lean}
      />,
    );
  expect(says("suggested")).toContain("Would count for 1 claim:");
  expect(says("confirmed")).toContain("Counts for 1 claim:");
  expect(says("rejected")).toContain("Rejected for 1 claim:");
});

test("a line gives no direction that its reason does not know, and its button says which one is confirmed", () => {
  const quote =
    "90 % of its words also stand in the other article (which was first is unknown): “Two ferries sail”";
  const html = (status: AttributionDto["status"]) =>
    renderToStaticMarkup(
      <AttributionsPanel
        articleId="own"
        attributions={[
          row("mine", "own", { type: "republishes", status, reason: { rule: "same words", quote } }),
        ]}
        articles={[]}
        actions={{ decide: async () => null }}
      />,
    );
  expect(html("suggested")).toContain("This article shares its words with");
  expect(html("suggested")).toContain(">Confirm: this article republishes Source mine<");
  expect(html("confirmed")).toContain("This article republishes");
  // The text on the page may be a later one, without these words.
  expect(html("suggested")).toContain("When they were compared, both had the same words");
});

test("words that a rule read stand in their sentence with the way to their place, here or on the article's page", () => {
  const reason = { rule: "told X", quote: "told Reuters" };
  const place = {
    start: 40,
    end: 52,
    before: "Two officials ",
    words: "told Reuters",
    after: " so.",
    times: 2,
  };
  const panel = (textHref?: string) =>
    renderToStaticMarkup(
      <AttributionsPanel
        articleId="own"
        attributions={[row("mine", "own", { reason })]}
        articles={[]}
        read={new Map([["mine", place]])}
        {...(textHref ? { textHref } : {})}
      />,
    );
  expect(panel()).toMatch(/The text says: <q[^>]*>Two officials <mark[^>]*>told Reuters<\/mark> so\.<\/q>/);
  expect(panel()).toContain('href="#at-40"');
  expect(panel()).toContain("the first of 2 places");
  expect(panel("/desk/articles/own")).toContain('href="/desk/articles/own#at-40"');
  expect(shown([row("mine", "own", { reason })])).not.toContain("#at-");
});

test("of an article that nothing has read it is not said that no rule found a source", () => {
  const unread = renderToStaticMarkup(
    <AttributionsPanel articleId="own" attributions={[]} articles={[]} isRead={false} />,
  );
  expect(unread).toContain("Not read yet");
  expect(unread).not.toContain("No rule found a source");
  expect(shown([])).toContain("Origin unknown. No rule found a source");
});

test("the two answers to a suggestion stand together, and what changes its name comes after them", () => {
  const to: AttributionDto["to"] = {
    origin: {
      ...{ id: "o1", name: "Customs", kind: "dataset", naming: "named", primary: true },
      ...{ attested: null, interests: null, known: null },
    },
  };
  const html = renderToStaticMarkup(
    <AttributionsPanel
      articleId="own"
      attributions={[row("mine", "own", { to })]}
      articles={[]}
      actions={{ decide: async () => null }}
    />,
  );
  const at = ["Confirm: this", "Reject: this", "Change its name or kind"].map((words) => html.indexOf(words));
  expect(at).not.toContain(-1);
  expect(at).toEqual(at.toSorted((one, other) => one - other));
});

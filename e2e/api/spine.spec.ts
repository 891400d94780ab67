import type { ArticleDto, AttributionDto } from "@/lib/articles/dto";
import type {
  ClaimDto,
  ComparisonDto,
  EvidenceDto,
  GateDto,
  IndependenceDto,
  ReviewDto,
  VerdictDto,
} from "@/lib/claims/dto";
import type { Figure } from "@/lib/figures/figure";
import { fixture } from "../fixtures/read-fixture";
import { expect, test, type DeskApi } from "./desk-api";
import { paste, send, stamp, waysTo, type Signed } from "./stage";
import type { Published } from "./verify-publication";

test.describe.configure({ mode: "serial" });

const mark = stamp();
let relay: ArticleDto, rewrite: ArticleDto, report: ArticleDto;
let claim: ClaimDto;
let supports: EvidenceDto, disputes: EvidenceDto, context: EvidenceDto;
let slug = "";

const at = (path = "") => `/claims/${claim.id}${path}`;
const amount = "imported at least €12 million in Norwegian engines between 2019 and 2022";

test("a claim is made from a quote; evidence is anchored with its figures, or refused", async ({ api }) => {
  relay = await paste(api, "harbour-relay", `Selby Post ${mark}`);
  rewrite = await api.must<ArticleDto>("checker1", "POST", "/articles", { text: fixture("harbour-rewrite") });
  report = await paste(api, "harbour-report", `Coastal Wire ${mark}`, { kind: "report" });
  claim = await api.must<ClaimDto>("checker1", "POST", "/claims", {
    text: `Selby Ferries ${amount} (${mark})`,
    claimant: "The Selby Post",
    topics: ["ferries"],
    from: { articleId: relay.id, quote: { exact: amount } },
  });
  expect(claim).toMatchObject({ state: "new", version: 0, from: { articleId: relay.id, exact: amount } });
  expect(claim.verdict).toMatchObject({ version: 0 });
  expect(claim.figures[0]).toMatchObject({
    low: 12_000_000,
    bound: "at-least",
    unit: "EUR",
    period: { from: "2019-01-01", to: "2022-12-31" },
  });
  await send(api, "checker1", claim.id, "start-research");
  const add = (body: object) => api.must<EvidenceDto>("checker1", "POST", at("/evidence"), body);
  supports = await add({
    articleId: relay.id,
    quote: { exact: amount },
    stance: "supports",
    shows: "The relay says so.",
  });
  const { quote } = supports;
  if (!("exact" in quote)) throw new Error("A passage was expected.");
  expect([...relay.capture!.fullText].slice(quote.start, quote.end).join("")).toBe(amount);
  expect(quote.sentence).toContain("Selby Ferries, the operator in question");
  expect(supports.figures[0]).toMatchObject({ low: 12_000_000, bound: "at-least" });
  disputes = await add({
    articleId: report.id,
    quote: { exact: "Engines from Norway made up almost €4.5 million of it." },
    stance: "disputes",
  });
  context = await add({
    articleId: rewrite.id,
    quote: {
      exact: "components worth millions of euros from countries like Norway, Denmark, Poland, and Estonia",
    },
    stance: "context",
  });
  for (const [exact, code] of [
    ["imported at least €21 million in Norwegian engines", "quote-not-found"],
    ["Selby Ferries", "quote-ambiguous"],
  ]) {
    const body = { articleId: relay.id, stance: "context", quote: { exact } };
    expect((await api.refused("checker1", "POST", at("/evidence"), 422, { body })).code).toBe(code);
  }
});

test("origins are counted over confirmed attributions only", async ({ api }) => {
  const count = () => api.get<IndependenceDto>("checker1", at("/independence")).then(({ body }) => body);
  expect(await count()).toMatchObject({ count: 0 });
  expect((await count()).unknown).not.toEqual([]);
  const routes = `/articles/${relay.id}/attributions`;
  const { items } = await api.must<{ items: AttributionDto[] }>("checker1", "GET", routes);
  expect(
    items
      .filter(({ from }) => from.articleId === relay.id)
      .every(({ status, reason }) => status === "suggested" && reason),
  ).toBe(true);
  await api.must("checker1", "POST", routes, { type: "cites", to: { articleId: report.id } });
  await api.must("checker1", "POST", `/articles/${report.id}/attributions`, {
    type: "cites",
    to: { origin: { name: "Shipping records", kind: "record", primary: true, naming: "named" } },
  });
  const own = await api.must<AttributionDto>("checker1", "POST", `/articles/${rewrite.id}/attributions`, {
    type: "uncredited-rewrite",
    to: { articleId: report.id },
    status: "suggested",
    reason: { rule: "shared names", quote: "Fjordkraft AS" },
  });
  expect(own).toMatchObject({ status: "suggested", reason: { rule: "shared names" } });
  expect(await count()).toMatchObject({ count: 1 });
  expect((await count()).origins.map(({ name }) => name)).toContain("Shipping records");
});

test("figures are compared; a person confirms the class", async ({ api }) => {
  const { figures, comparisons } = await api.must<{ figures: Figure[]; comparisons: ComparisonDto[] }>(
    "checker1",
    "GET",
    at("/figures"),
  );
  expect(figures.length).toBeGreaterThanOrEqual(4);
  expect(comparisons.map((pair) => pair.class)).toContain("equal");
  for (const pair of comparisons) {
    expect(pair.explanation).toMatch(/\S/);
    const decided = await api.must<ComparisonDto>("checker1", "PATCH", `/comparisons/${pair.id}`, {
      class: pair.class,
      status: "confirmed",
    });
    expect(decided.status).toBe("confirmed");
  }
});

test("two people never overwrite each other's verdict", async ({ api }) => {
  await send(api, "checker1", claim.id, "submit");
  const draft = {
    rating: "disputed",
    finding: "The €12 million covers all countries; Norway made up almost €4.5 million.",
    summary: ["One report, not two."],
    version: 0,
  };
  const writeUp = `The relay names Norway alone.[^${supports.id}] The report counts all countries.[^${disputes.id}]`;
  expect(await api.must<VerdictDto>("checker1", "PUT", at("/verdict"), { ...draft, writeUp })).toMatchObject({
    version: 1,
    rating: "disputed",
  });
  const stale = await api.refused("editor1", "PUT", at("/verdict"), 409, {
    body: { ...draft, writeUp, finding: "Something else." },
  });
  expect(stale).toMatchObject({
    code: "stale",
    version: 1,
    conflict: [{ field: "finding", mine: "Something else." }],
  });
  const stray = { version: 1, writeUp: "Said by nobody.[^01a00000-0000-7000-8000-000000000000]" };
  expect((await api.refused("checker1", "PUT", at("/verdict"), 422, { body: stray })).code).toBe(
    "unknown-evidence",
  );
  expect(
    (
      await api.refused("checker1", "PUT", at("/verdict"), 422, {
        body: { version: 1, rating: "four-stars" },
      })
    ).code,
  ).toBe("unknown-rating");
});

test("reviews are blind on every way in until the mark is given", async ({ api }) => {
  await api.must("admin", "POST", at("/reviews"), {
    mark: "disputed",
    rating: "disputed",
    rationale: `Rationale of the first ${mark}.`,
    evidenceIds: [disputes.id],
  });
  await api.must("checker1", "POST", at("/comments"), { text: `Comment before the second ${mark}.` });
  const written = [
    "Rationale of the first",
    "Comment before",
    "covers all countries;",
    "One report, not two",
  ];
  for (const way of waysTo(claim.id, { articleId: relay.id, words: [mark, "Norwegian", "engines"] })) {
    const { text } = await api.get("checker2", way);
    for (const secret of [...written, '"mark":', "rating-against-marks", '"rating":"disputed"'])
      expect(text, `${way} tells “${secret}”`).not.toContain(secret);
  }
  const seen = (await api.get<ClaimDto>("checker2", at())).body;
  expect(seen).toMatchObject({
    reviews: { hidden: true },
    verdict: { hidden: true, version: 1 },
    comments: { hidden: true },
  });
  expect(
    (await api.refused("checker2", "PUT", at("/verdict"), 403, { body: { version: 1, finding: "Mine." } }))
      .code,
  ).toBe("blind");
  const review = await api.must<ReviewDto>("checker2", "POST", at("/reviews"), {
    mark: "confirmed",
    rationale: "I read the relay only.",
  });
  expect(review).toMatchObject({ mark: "confirmed", blind: true, outdated: false });
  const after = (await api.get<ClaimDto>("checker2", at())).body;
  expect(after.reviews).toHaveLength(2);
  expect(after.verdict).toMatchObject({ rating: "disputed" });
});

async function codes(api: DeskApi, who: "editor1" | "editor2" = "editor2"): Promise<string[]> {
  return (await api.must<GateDto>(who, "GET", at("/gate"))).issues.map(({ code }) => code);
}

test("each line of the gate goes when what it asks for is done", async ({ api }) => {
  expect(await codes(api)).toEqual(
    expect.arrayContaining(["rating-against-marks", "origins-too-few", "reply-not-asked"]),
  );
  expect(await codes(api)).not.toContain("review-missing");
  await api.must("editor1", "PUT", at("/verdict"), {
    version: 1,
    reconciliation: "We read the report together: it counts all countries.",
  });
  expect(await codes(api)).not.toContain("rating-against-marks");
  expect(await codes(api, "editor1")).toContain("four-eyes");
  await api.must("checker1", "PATCH", `/evidence/${disputes.id}`, {
    decisive: { reason: "The named original, for what it says." },
  });
  expect(await codes(api)).not.toContain("origins-too-few");
  expect(await codes(api)).toContain("quote-cut");
  await api.must("checker1", "DELETE", `/evidence/${context.id}`);
  const whole =
    "The imports for the Selby ferries included components worth millions of euros from countries like Norway, Denmark, Poland, and Estonia.";
  await api.must("checker1", "POST", at("/evidence"), {
    articleId: rewrite.id,
    quote: { exact: whole },
    stance: "context",
  });
  // The relay's own quote still drops "according to": that line is overridden when signing.
  expect((await codes(api)).filter((code) => code === "quote-cut")).toHaveLength(1);
  expect(await codes(api)).toContain("review-outdated");
  for (const who of ["checker2", "admin"] as const)
    await api.must(who, "POST", at("/reviews"), { mark: "disputed", rationale: "Read again." });
  expect(await codes(api)).not.toContain("review-outdated");
  const reply = await api.must<{ id: string }>("checker1", "POST", at("/reply-requests"), {
    asked: "The Selby Post",
    how: "e-mail",
  });
  expect(await codes(api)).toContain("reply-not-asked");
  await api.must("checker1", "PATCH", `/reply-requests/${reply.id}`, { outcome: "no-reply" });
  expect(await codes(api)).not.toContain("reply-not-asked");
  for (const pair of (await api.must<{ comparisons: ComparisonDto[] }>("checker1", "GET", at("/figures")))
    .comparisons)
    if (pair.status === "suggested")
      await api.must("checker1", "PATCH", `/comparisons/${pair.id}`, { status: "confirmed" });
  if ((await codes(api)).includes("review-outdated"))
    for (const who of ["checker2", "admin"] as const)
      await api.must(who, "POST", at("/reviews"), { mark: "disputed", rationale: "Once more." });
  expect(await codes(api)).toEqual(["quote-cut"]);
});

test("signing: not the author, not a stale revision, once, and the winner is named", async ({ api }) => {
  await send(api, "checker2", claim.id, "ready");
  const gate = await api.must<GateDto>("editor2", "GET", at("/gate"));
  const { hash: revisionHash } = gate.revision;
  const sign = {
    body: {
      revisionHash,
      overrides: [{ code: "quote-cut", reason: "The source is named in the write-up." }],
    },
  };
  expect((await api.refused("checkerWithSign", "POST", at("/sign-off"), 403, sign)).code).toBe("role");
  expect((await api.refused("withoutSign", "POST", at("/sign-off"), 403, sign)).code).toBe("scope");
  expect((await api.refused("editor1", "POST", at("/sign-off"), 422, sign)).code).toBe("four-eyes");
  expect(
    (await api.refused("editor2", "POST", at("/sign-off"), 409, { body: { revisionHash: "0".repeat(64) } }))
      .code,
  ).toBe("stale");
  const open = await api.refused("editor2", "POST", at("/sign-off"), 422, { body: { revisionHash } });
  expect(open.issues).toEqual([expect.objectContaining({ code: "quote-cut", overridable: true })]);
  for (const overrides of [
    [{ code: "quote-cut", reason: " " }],
    [{ code: "review-missing", reason: "No time." }],
    [{ code: "no-such-line", reason: "x" }],
  ])
    await api.refused("editor2", "POST", at("/sign-off"), 422, { body: { revisionHash, overrides } });
  const key = { headers: { "idempotency-key": `sign-${mark}` }, body: sign.body };
  const tries = await Promise.all(
    Array.from({ length: 5 }, () => api.send<Signed>("editor2", "POST", at("/sign-off"), key)),
  );
  expect(new Set(tries.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(tries[0]!.status).toBe(200);
  slug = tries[0]!.body.publication.slug;
  expect(tries[0]!.body.publication).toMatchObject({
    version: 1,
    url: expect.stringContaining(`/verdicts/${slug}`),
  });
  const late = await api.refused("editor2", "POST", at("/sign-off"), 409, sign);
  expect(late).toMatchObject({ code: "already-signed", winner: { name: "Editor Two", version: 1, slug } });
  for (const [method, path, body] of [
    ["PATCH", "", { version: claim.version, place: "Selby" }],
    ["PUT", "/verdict", { version: 2, finding: "x" }],
    ["POST", "/evidence", { articleId: relay.id, quote: { exact: amount }, stance: "context" }],
  ] as const)
    expect((await api.refused("checker1", method, at(path), 422, { body })).code).toBe("open-a-correction");
  const { record } = await api.must<Published>(null, "GET", `/publications/${slug}`);
  expect(record.overrides).toEqual([{ code: "quote-cut", reason: "The source is named in the write-up." }]);
});

import type { ArticleDto, AttributionDto } from "@/lib/articles/dto";
import type { ClaimDto, ComparisonDto, EvidenceDto } from "@/lib/claims/dto";
import { silence } from "@/scripts/test/media-files";
import { expect, test, type DeskApi } from "./desk-api";
import { makeReady, paste, publishedClaim, researchedClaim, send, stamp } from "./stage";

type Id = { id: string };

/** A claim with figures that compare, and everything that may be noted about it. */
async function workOnAClaim(api: DeskApi, article: ArticleDto): Promise<void> {
  const text = `Selby Ferries bought engines worth €12 million from Norway ${stamp()}`;
  const claim = await api.must<ClaimDto>("checker1", "POST", "/claims", {
    text,
    from: {
      articleId: article.id,
      quote: { exact: "Engines from Norway made up almost €4.5 million of it." },
    },
  });
  const at = (path: string) => `/claims/${claim.id}${path}`;
  await send(api, "checker1", claim.id, "start-research");
  await api.must("checker1", "PATCH", at(""), { version: claim.version, place: "Selby" });
  const words = await api.must<EvidenceDto>("checker1", "POST", at("/evidence"), {
    articleId: article.id,
    quote: { exact: "Engines from Norway made up almost €4.5 million of it." },
    stance: "disputes",
  });
  const region = { region: "page=1", description: "A table of engines" };
  const shown = await api.must<EvidenceDto>("checker1", "POST", at("/evidence"), {
    articleId: article.id,
    quote: region,
    stance: "context",
  });
  await api.must("checker1", "PATCH", `/evidence/${words.id}`, { shows: "A smaller sum." });
  await api.must("checker2", "POST", `/evidence/${shown.id}/region-confirmation`, {}, 200);
  await api.must("checker1", "DELETE", `/evidence/${shown.id}`);
  // Without the “almost” that stands before it.
  const cut = await api.must<EvidenceDto>("checker1", "POST", at("/evidence"), {
    articleId: article.id,
    quote: { exact: "€4.5 million of it." },
    stance: "context",
  });
  await api.must("checker2", "POST", `/evidence/${cut.id}/cut-tick`, {}, 200);
  const looked = { where: "the register", query: "engines" };
  const search = await api.must<Id>("checker1", "POST", at("/searches"), looked);
  await api.must("checker1", "PATCH", `/searches/${search.id}`, { shown: false });
  await api.must("checker1", "DELETE", `/searches/${search.id}`);
  const asked = await api.must<Id>("checker1", "POST", at("/reply-requests"), {
    asked: "The yard",
    how: "by letter",
  });
  await api.must("checker1", "POST", `/reply-requests/${asked.id}/reminders`, { how: "by telephone" });
  await api.must("checker1", "PATCH", `/reply-requests/${asked.id}`, { reply: "We built them all." });
  await api.must("checker1", "DELETE", `/reply-requests/${asked.id}`);
  const read = { kind: "read", reader: "Counsel" };
  const noted = await api.must<Id>("checker1", "POST", at("/legal-reads"), read);
  await api.must("checker1", "POST", `/legal-reads/${noted.id}/withdrawal`, {});
  await api.must("checker1", "POST", at("/comments"), { text: "Who has the register?" });
  await api.must("checker1", "PUT", at("/verdict"), { finding: "Engines cost less", version: 0 });
  await api.must("checker1", "PUT", at("/verdict/sentences"), {
    field: "finding",
    index: 0,
    text: "Engines cost less",
    evidenceIds: [words.id],
    background: null,
  });
  await api.must("checker1", "GET", at("/verdict/sentences"));
  await api.must("checker1", "GET", at(""));
  await api.must("checker1", "PUT", at("/watch"), { state: "muted" });
  await api.must("checker1", "GET", at("/independence"));
  const { comparisons } = await api.must<{ comparisons: ComparisonDto[] }>("checker1", "GET", at("/figures"));
  expect(comparisons.length).toBeGreaterThan(0);
  await api.must("checker1", "PATCH", `/comparisons/${comparisons[0]!.id}`, { status: "confirmed" });
  await api.must("checker2", "GET", `/matches?text=${encodeURIComponent(text)}`);
}

/** All that is known about an article and what was captured of it. */
async function workOnAnArticle(api: DeskApi, article: ArticleDto): Promise<void> {
  const at = (path: string) => `/articles/${article.id}${path}`;
  const attribution = { type: "own-reporting" };
  const { id } = await api.must<AttributionDto>("checker1", "POST", at("/attributions"), attribution);
  await api.must("checker1", "PATCH", `/attributions/${id}`, { status: "confirmed" });
  const unnamed = { name: "A dockworker", kind: "person", naming: "unnamed-known-to-relay" };
  const routed = await api.must<AttributionDto>("checker1", "POST", at("/attributions"), {
    type: "cites",
    to: { origin: unnamed },
  });
  if (!("origin" in routed.to)) throw new Error("The route does not lead to the unnamed source.");
  await api.must("editor1", "PUT", `/origins/${routed.to.origin.id}/attestation`, {
    reason: "The relay's editor named them to us.",
  });
  const interests = { interests: "Works for the yard.", source: "The relay" };
  await api.must("checker1", "PUT", `/origins/${routed.to.origin.id}/interests`, interests);
  await api.must("checker1", "GET", at("/attributions"));
  await api.must("checker1", "PATCH", at(""), { byline: "A. Writer" });
  await api.must("checker1", "GET", at(""));
  await api.must("checker1", "GET", at("/dependants"));
  await api.must("checker1", "POST", at("/captures"), {
    text: `${article.capture?.fullText}\n\nMore was added.`,
  });
  await api.must("checker1", "GET", `/captures/${article.capture!.id}/warc`);
  const spare = await paste(api, "harbour-rewrite", `Spare ${stamp()}`);
  const reason = { reason: "Asked for by the person shown." };
  await api.must("admin", "POST", `/captures/${spare.capture!.id}/expunge`, reason, 202);
}

/** A recording as a script sends it: a form of parts. */
async function bringARecording(api: DeskApi): Promise<void> {
  const form = new FormData();
  form.set("title", `Harbour radio ${stamp()}`);
  form.set("file", new Blob([Buffer.from(silence(1))]), "radio.wav");
  const parts = new Response(form);
  const headers = Object.fromEntries(parts.headers);
  const raw = Buffer.from(await parts.arrayBuffer());
  const sent = await api.send("checker1", "POST", "/recordings", { raw, headers });
  expect(sent.status, sent.text.slice(0, 600)).toBe(201);
}

/** What happens to a claim after it was published, what readers get, and what the log keeps. */
async function publishAndWithdraw(api: DeskApi): Promise<void> {
  const { claimId, slug, version } = await publishedClaim(api, `Described ${stamp()}`);
  const at = (path: string) => `/claims/${claimId}${path}`;
  await api.must("editor2", "POST", at("/notices"), { kind: "under-review", text: "We look at it again." });
  await api.must(null, "GET", `/publications/${slug}`);
  await api.must(null, "GET", `/publications/${slug}/${version}`);
  for (const file of ["bundle.zip", "annotations.jsonld", "export.csv", "export.json"])
    await api.must(null, "GET", `/publications/${slug}/${version}/${file}`);
  await api.must("checker1", "GET", at(`/bundles/${version}`));
  for (const form of ["csv", "json"]) await api.must(null, "GET", `/exports/publications.${form}`);
  for (const path of ["/pages/about", "/pages/about/1"]) await api.must(null, "GET", path);
  await api.must(null, "GET", "/claims:search?query=Described");
  await api.must("checker1", "GET", "/log?after=0");
  await api.must("checker1", "GET", "/newsroom-figures/output.csv");
  await api.must(null, "GET", "/log/checkpoint");
  await api.must(null, "GET", "/log/consistency?from=1");
  await api.must("checker1", "GET", "/log/dump");
  await api.must("editor2", "POST", at("/withholding"), { version, reasonClass: "safety" }, 202);
  await api.must("editor2", "POST", at("/retraction"), { reason: "Withdrawn.", version }, 200);
  await api.must(null, "GET", `/publications/${slug}`);
  const other = await publishedClaim(api, `Corrected ${stamp()}`);
  const opened = { class: "clarification", reason: "To be clear." };
  await api.must("editor1", "POST", `/claims/${other.claimId}/corrections`, opened);
  await api.must("editor1", "PATCH", `/claims/${other.claimId}/corrections`, { class: "update" });
  await api.must("editor1", "DELETE", `/claims/${other.claimId}/corrections`);
}

/** Signed for a later time, taken back, signed again and published at once. */
async function signForLater(api: DeskApi): Promise<void> {
  const { claimId } = await researchedClaim(api, `Scheduled ${stamp()}`);
  const { revision } = await makeReady(api, claimId, "The yard sold the engines.");
  const at = (path: string) => `/claims/${claimId}${path}`;
  const publishAt = new Date(Date.now() + 3_600_000).toISOString();
  const signed = { revisionHash: revision.hash, publishAt };
  await api.must("editor2", "POST", at("/sign-off"), signed, 200);
  expect((await api.must<ClaimDto>("editor1", "GET", at(""))).scheduled).toMatchObject({ publishAt });
  await api.must("editor1", "DELETE", at("/sign-off"));
  await api.must("editor2", "POST", at("/sign-off"), signed, 200);
  await api.must("editor2", "POST", at("/sign-off/now"), {}, 200);
  expect((await api.must<ClaimDto>("editor1", "GET", at(""))).state).toBe("published");
}

test("what every call answers is what the OpenAPI document says", async ({ api }) => {
  test.setTimeout(120_000);
  const article = await paste(api, "harbour-report", `Described Wire ${stamp()}`, { kind: "report" });
  await workOnAClaim(api, article);
  await workOnAnArticle(api, article);
  await bringARecording(api);
  await publishAndWithdraw(api);
  await signForLater(api);
  await api.must("checker1", "GET", "/articles?limit=100");
  await api.must("checker1", "GET", "/claims?limit=100");
  // Blind: the same call with parts of it hidden.
  await api.must("checker2", "GET", "/claims?needs=review");
  const tip = await api.must<Id>(null, "POST", "/tips", { text: `A tip ${stamp()}` });
  await api.must("checker1", "GET", "/tips");
  await api.must("checker1", "POST", `/tips/${tip.id}/decision`, { decision: "choose" }, 200);
  for (const path of ["", "/figures", "/csv"]) await api.must("checker1", "GET", `/selection-ledger${path}`);
  const calls = (await api.described.calls()).map(({ call }) => call);
  expect(calls.filter((call) => !api.described.checked.has(call))).toEqual([]);
});

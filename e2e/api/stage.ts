import { randomBytes } from "node:crypto";
import type { ArticleDto } from "@/lib/articles/dto";
import type { ClaimDto, EvidenceDto, GateDto } from "@/lib/claims/dto";
import type { Holder } from "../tokens";
import { fixture } from "../fixtures/read-fixture";
import type { DeskApi } from "./desk-api";

/** A word that no other run of the tests used. */
export const stamp = () => randomBytes(4).toString("hex");

/** Pastes a fixture as the article of an outlet of its own, so that no other run's article is taken for it. */
export function paste(api: DeskApi, name: string, outlet: string, more: Record<string, unknown> = {}) {
  return api.must<ArticleDto>("checker1", "POST", "/articles", { text: fixture(name), outlet, ...more });
}

/** Writes and researches a claim by the first checker, with evidence from the report and a search for the other side. */
export async function researchedClaim(api: DeskApi, text: string, more: Record<string, unknown> = {}) {
  const mark = stamp();
  const report = await paste(api, "harbour-report", `Coastal Wire ${mark}`, { kind: "report" });
  const claim = await api.must<ClaimDto>("checker1", "POST", "/claims", { text, ...more });
  await send(api, "checker1", claim.id, "start-research");
  const evidence = await api.must<EvidenceDto>("checker1", "POST", `/claims/${claim.id}/evidence`, {
    articleId: report.id,
    quote: { exact: "Fjordkraft AS confirmed that it had supplied engines to Selby Ferries." },
    stance: "supports",
    decisive: { reason: "The report itself, for what it says." },
  });
  await api.must("checker1", "POST", `/claims/${claim.id}/searches`, {
    where: "the register of ships",
    query: "engines by others",
  });
  return { claimId: claim.id, report, evidence };
}

/** Every address at which the API could tell something of a claim: its own, lists and searches, the log, its source's. */
export function waysTo(claimId: string, { articleId, words }: { articleId: string; words: string[] }) {
  const own = ["", "/gate", "/independence", "/figures"].map((path) => `/claims/${claimId}${path}`);
  const searched = [`/claims?q=${words[0]}`, `/matches?text=${words.join("+")}`];
  const around = ["/log?limit=100", `/articles/${articleId}/dependants`, `/articles/${articleId}`];
  return [...own, ...searched, ...around];
}

/** Sends an event to a claim; the answer names the log's entry of it. */
export function send(api: DeskApi, who: Holder, claimId: string, event: string, more: object = {}) {
  return api.must<ClaimDto & { entryId: string }>(
    who,
    "POST",
    `/claims/${claimId}/events`,
    { event, ...more },
    200,
  );
}

/** Takes a researched claim through draft and two blind reviews until it is ready to be signed. */
export async function makeReady(api: DeskApi, claimId: string, finding: string): Promise<GateDto> {
  await send(api, "checker1", claimId, "submit");
  await api.must("checker1", "PUT", `/claims/${claimId}/verdict`, {
    rating: "confirmed",
    finding,
    summary: [],
    writeUp: "",
    version: 0,
  });
  for (const reviewer of ["checker2", "admin"] as const) {
    await api.must(reviewer, "POST", `/claims/${claimId}/reviews`, {
      mark: "confirmed",
      rationale: "The report says so.",
    });
  }
  await send(api, "checker2", claimId, "ready");
  return api.must<GateDto>("editor2", "GET", `/claims/${claimId}/gate`);
}

export type Signed = { publication: { slug: string; version: number; url: string; recordSha256: string } };

/** A claim that the second editor has signed and published. */
export async function publishedClaim(api: DeskApi, text: string, more: Record<string, unknown> = {}) {
  const staged = await researchedClaim(api, text, more);
  const gate = await makeReady(api, staged.claimId, `${text.replace(/\.$/, "")}, the report says.`);
  const body = { revisionHash: gate.revision.hash };
  const signed = await api.must<Signed>("editor2", "POST", `/claims/${staged.claimId}/sign-off`, body, 200);
  return { ...staged, ...signed.publication, revisionHash: gate.revision.hash };
}

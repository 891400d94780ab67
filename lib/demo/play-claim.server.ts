import "server-only";
import type { Viewer } from "../access/viewer";
import { addAttribution, decideAttribution } from "../attributions/commands/decide-attribution";
import { createClaim } from "../claims/commands/create-claim";
import { logSearch } from "../claims/commands/log-work";
import { sendEvent } from "../claims/commands/send-event";
import { openClaim } from "../claims/queries";
import { db } from "../core/db.server";
import { addEvidence } from "../evidence/commands";
import { vouchForQuote } from "../evidence/vouch-for-quote.server";
import { decideComparison } from "../figures/commands";
import { openCorrection } from "../publications/commands/open-correction";
import { retractPublication } from "../publications/commands/retract-publication";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { giveReview, reaffirmReview } from "../reviews/commands";
import { writeVerdict } from "../verdicts/commands";
import type { Mark } from "../claims/vocabulary";
import type { DemoArticle } from "./articles";
import type { DemoClaim } from "./demo-claim";
import { must } from "./must";

export type Desk = { one: Viewer; two: Viewer; editor: Viewer; articles: Record<DemoArticle, string> };

/** Takes one claim of the demo as far as it goes. */
export async function playClaim(desk: Desk, claim: DemoClaim): Promise<void> {
  const claimId = await create(desk, claim);
  if (claim.until === "new") return;
  if (claim.until === "declined")
    return void must(
      await sendEvent(
        desk.one,
        claimId,
        { event: "decline", reason: "opinion", note: "A judgement, not a statement of fact." },
        new Date(),
      ),
    );
  await sendAll(desk.one, claimId, ["start-research"]);
  const cited = await logEvidence(desk, claim, claimId);
  await decideRoutes(desk, claim, claimId);
  if (claim.until === "researching") return;
  await confirmComparisons(desk, claimId);
  await sendAll(desk.one, claimId, ["submit"]);
  if (claim.verdict) await draft(desk, claim.verdict, claimId, cited);
  await review(desk, claim, claimId);
  if (claim.until === "in-review") return;
  await makeReady(desk, claimId);
  if (claim.until === "ready") return;
  await sign(desk, claim, claimId);
  if (claim.correction) await correct(desk, claim, claimId, cited);
  if (claim.retraction)
    must(
      await retractPublication(desk.editor, claimId, { reason: claim.retraction, version: 1 }, new Date()),
    );
}

async function create(desk: Desk, claim: DemoClaim): Promise<string> {
  const { text, topics, from } = claim;
  const input = {
    text,
    topics,
    kind: claim.kind ?? ("so" as const),
    claimant: claim.claimant ?? null,
    saidAt: claim.saidAt ?? null,
    why: claim.why ?? null,
    ...(from ? { from: { articleId: desk.articles[from.article], quote: { exact: from.exact } } } : {}),
  };
  return must(await createClaim(desk.one, input, new Date())).claimId;
}

async function sendAll(
  viewer: Viewer,
  claimId: string,
  events: ("start-research" | "submit" | "ready")[],
): Promise<void> {
  for (const event of events) must(await sendEvent(viewer, claimId, { event }, new Date()));
}

async function logEvidence(desk: Desk, claim: DemoClaim, claimId: string): Promise<Map<string, string>> {
  const cited = new Map<string, string>();
  for (const { key, article, exact, stance, shows, decisive } of claim.evidence ?? []) {
    const input = {
      articleId: desk.articles[article],
      quote: { exact },
      stance,
      shows,
      ...(decisive ? { decisive: { reason: decisive } } : {}),
    };
    cited.set(key, must(await addEvidence(desk.one, claimId, input, new Date())).evidenceId);
  }
  for (const search of claim.searches ?? [])
    must(await logSearch(desk.one, claimId, { ...search, found: "nothing" }, new Date()));
  return cited;
}

/** Decides for this claim alone where its articles have it from: one article may have each fact from somewhere else. */
async function decideRoutes(desk: Desk, claim: DemoClaim, claimId: string): Promise<void> {
  for (const route of claim.routes ?? []) {
    const from = desk.articles[route.from];
    if ("origin" in route) {
      const found = await db().attribution.findFirstOrThrow({
        where: { fromArticleId: from, toOrigin: { name: route.origin } },
      });
      must(await decideAttribution(desk.one, found.id, { status: "confirmed", claimId }, new Date()));
      continue;
    }
    const input =
      "cites" in route
        ? { type: "cites" as const, to: { articleId: desk.articles[route.cites] }, claimId }
        : { type: "own-reporting" as const, claimId };
    must(await addAttribution(desk.one, from, input, new Date()));
  }
}

async function confirmComparisons(desk: Desk, claimId: string): Promise<void> {
  const current = await openClaim(claimId, new Date());
  for (const { id, status } of current?.dossier.comparisons ?? [])
    if (status === "suggested")
      must(await decideComparison(desk.one, id, { status: "confirmed" }, new Date()));
}

function withCitations(writeUp: string, cited: ReadonlyMap<string, string>): string {
  return writeUp.replace(/\[\^([a-z-]+)\]/g, (whole, key: string) =>
    cited.has(key) ? `[^${cited.get(key)}]` : whole,
  );
}

async function draft(
  desk: Desk,
  verdict: NonNullable<DemoClaim["verdict"]>,
  claimId: string,
  cited: ReadonlyMap<string, string>,
): Promise<void> {
  must(
    await writeVerdict(
      desk.one,
      claimId,
      { ...verdict, writeUp: withCitations(verdict.writeUp, cited), version: 0 },
      new Date(),
    ),
  );
}

async function review(desk: Desk, claim: DemoClaim, claimId: string): Promise<void> {
  const give = async (viewer: Viewer, { mark, rationale }: { mark: Mark; rationale: string }) =>
    must(await giveReview(viewer, claimId, { mark, rationale }, new Date()));
  if (claim.marks) await give(desk.one, claim.marks.one);
  if (claim.marks?.two) await give(desk.two, claim.marks.two);
}

/** A second checker ticks quotes that look cut; then the claim is called ready. */
async function makeReady(desk: Desk, claimId: string): Promise<void> {
  const before = await openClaim(claimId, new Date());
  for (const item of before?.dossier.evidence ?? [])
    if (item.cut && !item.cut.tickedById) must(await vouchForQuote(desk.two, item.id, "cut", new Date()));
  must(await sendEvent(desk.one, claimId, { event: "ready" }, new Date()));
}

/** The editor signs, with the overrides it needs. */
async function sign(desk: Desk, claim: DemoClaim, claimId: string): Promise<void> {
  const current = await openClaim(claimId, new Date());
  must(
    await signOffVerdict(
      desk.editor,
      claimId,
      { revisionHash: current!.revision.hash, overrides: claim.overrides ?? [] },
      new Date(),
    ),
  );
}

async function correct(
  desk: Desk,
  claim: DemoClaim,
  claimId: string,
  cited: ReadonlyMap<string, string>,
): Promise<void> {
  const { class: correctionClass, reason, ...words } = claim.correction!;
  must(await openCorrection(desk.one, claimId, { class: correctionClass, reason }, new Date()));
  const current = await openClaim(claimId, new Date());
  must(
    await writeVerdict(
      desk.one,
      claimId,
      { ...words, writeUp: withCitations(words.writeUp, cited), version: current!.dossier.verdict.version },
      new Date(),
    ),
  );
  for (const viewer of [desk.two, desk.one]) must(await reaffirmReview(viewer, claimId, {}, new Date()));
  await makeReady(desk, claimId);
  await sign(desk, claim, claimId);
}

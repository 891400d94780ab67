import { demoPassword } from "@/lib/accounts/demo-accounts";
import type { Api } from "./fixtures";

export const password = demoPassword;

let told = 0;

const letters = "abcdefghij";

/** A name that no other test of this run uses, so that texts are never taken for duplicates; without digits, which would be figures. */
export function uniqueName(): string {
  told += 1;
  const tail = `${process.pid}${String(told).padStart(2, "0")}`.replace(
    /\d/g,
    (digit) => letters[Number(digit)]!,
  );
  return `Lindvik${tail}`;
}

/** A short report about a harbour, made for these tests. */
export function ferryStory(town: string): string {
  return `${town} orders seven electric ferries

12 March 2025

The harbour board of ${town} ordered seven electric ferries for $42 million in 2024, according to the budget office.

More than 300,000 people crossed on the old boats last year, the port authority said.

The mayor told the ${town} Gazette that the new boats will cut the fuel bill by 20 percent.

Islanders say that nobody asked them before the order was placed.`;
}

export const orderWords = "ordered seven electric ferries for $42 million in 2024";

export type Scene = { town: string; articleId: string; claimId: string; evidenceId: string };

/** An article, a claim found in it and one piece of evidence, made by the first checker. */
export async function claimWithEvidence(checker: Api): Promise<Scene> {
  const town = uniqueName();
  const { id: articleId } = await checker.post("/articles", {
    text: ferryStory(town),
    outlet: `${town} Herald`,
  });
  const { id: claimId } = await checker.post("/claims", {
    text: `${town} ordered seven electric ferries for $42 million`,
    from: { articleId, quote: { exact: orderWords } },
  });
  await checker.post(`/claims/${claimId}/events`, { event: "start-research" });
  const { id: evidenceId } = await checker.post(`/claims/${claimId}/evidence`, {
    articleId,
    quote: { exact: `The harbour board of ${town} ${orderWords}, according to the budget office.` },
    stance: "supports",
    decisive: { reason: "The budget itself is quoted." },
  });
  return { town, articleId, claimId, evidenceId };
}

/** The same, submitted, reviewed by both checkers and with a finding. */
export async function reviewedClaim(checker: Api, second: Api): Promise<Scene> {
  const scene = await claimWithEvidence(checker);
  const { claimId, evidenceId, town } = scene;
  await checker.post(`/claims/${claimId}/searches`, {
    where: "Town archive",
    query: "ferries",
    found: "nothing",
    side: "disputes",
  });
  await checker.post(`/claims/${claimId}/events`, { event: "submit" });
  await checker.put(`/claims/${claimId}/verdict`, {
    rating: "confirmed",
    finding: `${town} ordered seven ferries for $42 million`,
    summary: ["The budget office names the sum."],
    writeUp: `The board ordered seven ferries for $42 million in 2024.[^${evidenceId}]`,
    version: 0,
  });
  await second.post(`/claims/${claimId}/reviews`, { mark: "confirmed", rationale: "The words are there." });
  await checker.post(`/claims/${claimId}/reviews`, { mark: "confirmed", rationale: "The budget says so." });
  return scene;
}

/** The same, called ready for an editor. */
export async function readyClaim(checker: Api, second: Api): Promise<Scene> {
  const scene = await reviewedClaim(checker, second);
  await checker.post(`/claims/${scene.claimId}/events`, { event: "ready" });
  return scene;
}

type Issues = { revision: { hash: string }; issues: { code: string; overridable: boolean }[] };

/** The same, signed and published by the first editor; what can be overridden is, with a reason. */
export async function publishedClaim(
  checker: Api,
  second: Api,
  editor: Api,
): Promise<Scene & { slug: string }> {
  const scene = await readyClaim(checker, second);
  const gate = await editor.get<Issues>(`/claims/${scene.claimId}/gate`);
  const codes = [...new Set(gate.issues.filter((issue) => issue.overridable).map(({ code }) => code))];
  const signed = await editor.post<{ publication: { slug: string } }>(`/claims/${scene.claimId}/sign-off`, {
    revisionHash: gate.revision.hash,
    overrides: codes.map((code) => ({ code, reason: "Made for a test." })),
  });
  return { ...scene, slug: signed.publication.slug };
}

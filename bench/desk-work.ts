import type { Viewer } from "@/lib/access/viewer";
import { createClaim } from "@/lib/claims/commands/create-claim";
import { logSearch } from "@/lib/claims/commands/log-work";
import { sendEvent } from "@/lib/claims/commands/send-event";
import { openClaim } from "@/lib/claims/queries";
import type { Result } from "@/lib/core/result";
import { addEvidence } from "@/lib/evidence/commands";
import { giveReview } from "@/lib/reviews/commands";
import { writeVerdict } from "@/lib/verdicts/commands";
import { articleText } from "./data/article-rows";
import { articleId, type Person, type Plan } from "./data/plan";

/** The value of a command that must succeed. */
export async function done<T>(work: Promise<Result<T>>): Promise<T> {
  const result = await work;
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

/** A person of the data at a browser, with the password just given. */
export function viewerOf({ id, name, email, role }: Person): Viewer {
  const via = { kind: "session" as const, sessionId: "bench", stepUpAt: new Date() };
  return { id, name, email, role, sees: "everything", via, scopes: ["read", "write", "sign"] };
}

/** Logs sentence `k` of article `n` as evidence. */
export function quoteInto(viewer: Viewer, plan: Plan, claimId: string, n: number, k: number) {
  const exact = articleText(n).sentences[k]!;
  const decisive = { reason: "The named original." };
  const input = { articleId: articleId(plan, n), quote: { exact }, stance: "supports" as const, decisive };
  return addEvidence(viewer, claimId, input, new Date());
}

/** A claim in review, with one piece of evidence and a draft, written by the first person of the data. */
export async function claimInReview(plan: Plan, n: number): Promise<string> {
  const [author, now] = [viewerOf(plan.people[0]!), new Date()];
  const text = `Bench claim ${n} ${articleText(n).title}`.slice(0, 300);
  const { claimId } = await done(createClaim(author, { text, topics: ["harbour"] }, now));
  await done(sendEvent(author, claimId, { event: "start-research" }, now));
  await done(quoteInto(author, plan, claimId, n % plan.articles, 0));
  const search = { where: "the archive", query: "another", found: "nothing" as const };
  await done(logSearch(author, claimId, search, now));
  await done(sendEvent(author, claimId, { event: "submit" }, now));
  await done(writeVerdict(author, claimId, { rating: "confirmed", finding: "It is so.", version: 0 }, now));
  return claimId;
}

/** Gives the reviews that a sign-off needs and calls the claim ready; returns the hash that is signed. */
export async function makeReady(plan: Plan, claimId: string): Promise<string> {
  for (const person of plan.people.slice(16, 18)) {
    const review = { mark: "confirmed" as const, rationale: "I read it." };
    await done(giveReview(viewerOf(person), claimId, review, new Date()));
  }
  await done(sendEvent(viewerOf(plan.people[0]!), claimId, { event: "ready" }, new Date()));
  return (await openClaim(claimId, new Date()))!.revision.hash;
}

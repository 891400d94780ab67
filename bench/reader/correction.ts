import { createToken } from "@/lib/accounts/tokens.server";
import { openClaim } from "@/lib/claims/queries";
import { openCorrection } from "@/lib/publications/commands/open-correction";
import { writeVerdict } from "@/lib/verdicts/commands";
import { reaffirmReview } from "@/lib/reviews/commands";
import { sendEvent } from "@/lib/claims/commands/send-event";
import type { Plan } from "../data/plan";
import { claimInReview, done, makeReady, viewerOf } from "../desk-work";

const corrections = 5;

export type Soon = { seconds: Record<string, number[]>; staleAfter: number };

async function sign(app: string, token: string, claimId: string, revisionHash: string): Promise<string> {
  const answer = await fetch(`${app}/api/v1/claims/${claimId}/sign-off`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ revisionHash }),
  });
  const body = (await answer.json()) as { publication?: { slug: string }; detail?: string };
  if (!body.publication) throw new Error(`sign-off answers ${answer.status}: ${body.detail}`);
  return body.publication.slug;
}

/** Seconds until a page says these words; and how often it does not, once it did. */
async function untilSays(
  url: string,
  words: string,
  began: number,
): Promise<{ seconds: number; stale: number }> {
  const says = async () => (await (await fetch(url)).text()).includes(words);
  while (!(await says())) {
    if (performance.now() - began > 30_000) throw new Error(`${url} never says “${words}”`);
    await new Promise((wait) => setTimeout(wait, 10));
  }
  const seconds = (performance.now() - began) / 1000;
  let stale = 0;
  for (let n = 0; n < 20; n += 1) if (!(await says())) stale += 1;
  return { seconds, stale };
}

async function correct(plan: Plan, claimId: string, words: string): Promise<string> {
  const [author, now] = [viewerOf(plan.people[0]!), new Date()];
  await done(openCorrection(author, claimId, { class: "update", reason: "New facts." }, now));
  const { dossier } = (await openClaim(claimId, now))!;
  const { version } = dossier.verdict;
  await done(writeVerdict(author, claimId, { finding: words, version }, now));
  for (const person of plan.people.slice(16, 18))
    await done(reaffirmReview(viewerOf(person), claimId, {}, new Date()));
  await done(sendEvent(author, claimId, { event: "ready" }, new Date()));
  return (await openClaim(claimId, new Date()))!.revision.hash;
}

/**
 * Signs corrections in the app and waits for them at the edge, from the moment that the app answers: on the verdict's page,
 * on home and on its topic's page. All three were read before, so that the edge holds what was there.
 */
export async function correctionSoon(app: string, edge: string, plan: Plan): Promise<Soon> {
  const editor = viewerOf(plan.people[33]!);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { token } = await createToken({
    userId: editor.id,
    name: "bench",
    scopes: ["read", "write", "sign"],
    expiresAt,
  });
  const claimId = await claimInReview(plan, 777);
  const slug = await sign(app, token, claimId, await makeReady(plan, claimId));
  const paths = { "its page": `/verdicts/${slug}`, home: "/", "its topic": "/topics/harbour" };
  const seconds = Object.fromEntries(Object.keys(paths).map((name) => [name, [] as number[]]));
  let staleAfter = 0;
  for (let n = 0; n < corrections; n += 1) {
    const words = `It is so, as corrected for the ${n + 1}th time.`;
    const hash = await correct(plan, claimId, words);
    for (const path of Object.values(paths)) await fetch(edge + path);
    await sign(app, token, claimId, hash);
    const began = performance.now();
    const waited = Object.entries(paths).map(async ([name, path]) => {
      const found = await untilSays(edge + path, words, began);
      seconds[name]!.push(found.seconds);
      staleAfter += found.stale;
    });
    await Promise.all(waited);
  }
  return { seconds, staleAfter };
}

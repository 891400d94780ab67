import pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import { countQueues, listClaims } from "@/lib/claims/list-claims.server";
import { gateDto, openClaim } from "@/lib/claims/queries";
import { findMatches } from "@/lib/claims/find-matches.server";
import { filtersOfQuery } from "@/lib/claims/queue-filters";
import { listArticles } from "@/lib/articles/list-articles.server";
import { searchVerdicts } from "@/lib/publications/search-verdicts.server";
import { builtInViews, filtersOfView } from "@/lib/views/view";
import { statementsOf, type Statement } from "../../scripts/test/watch-statements";
import { claimText } from "../data/claim-rows";
import { claimId, stateOf, type Plan } from "../data/plan";
import { timesByTurns, type Times } from "../measured";

const rounds = 30;

/** The queries that people wait for, each with a claim or words of its own every round. */
function queriesOf(plan: Plan, viewer: Viewer): Record<string, (n: number) => Promise<unknown>> {
  const waiting = Array.from({ length: plan.claims }, (_, n) => n).filter((n) => stateOf(n) === "in-review");
  const some = (n: number) =>
    waiting[Math.floor((Math.abs(n) * waiting.length) / (rounds + 5)) % waiting.length]!;
  const list = (query: string) => () =>
    listClaims(viewer, { ...filtersOfQuery(query), limit: 50 }, new Date());
  const words = (n: number) => claimText(some(n)).split(" ").slice(1, 3).join(" ");
  return {
    "queue: needs you": list(""),
    "queue: all, newest first": list("needs=all"),
    "queue: by importance": list("needs=all&sort=importance"),
    "queue: counts of all views": () => countQueues(viewer, builtInViews.map(filtersOfView), new Date()),
    "a claim with its gate": async (n) => {
      const current = (await openClaim(claimId(plan, some(n)), new Date()))!;
      return gateDto(viewer, current, new Date());
    },
    "search: claims by words": (n) =>
      listClaims(viewer, { sort: "newest", limit: 30, q: words(n) }, new Date()),
    "search: articles by words": (n) => listArticles(viewer, { q: words(n).split(" ")[0]!, limit: 30 }),
    "search: verdicts by words": (n) => searchVerdicts({ query: words(n), filter: {}, limit: 20 }),
    "claims that say much the same": (n) => findMatches(viewer, { text: claimText(some(n)) }),
  };
}

/** Sends statements as they are, prepared and with nothing read of the answer: the least that the database takes. */
async function sendAll(
  client: pg.Client,
  statements: readonly Statement[],
  names: Map<string, string>,
): Promise<void> {
  for (const { text, values } of statements) {
    const name = names.get(text) ?? `bench${names.size}`;
    names.set(text, name);
    await client.query({ name, text, values, rowMode: "array" });
  }
}

/** Each hot query through the program, and the very statements it sends, sent by the driver alone on one connection. */
export async function hotQueries(
  url: string,
  plan: Plan,
  viewer: Viewer,
): Promise<Map<string, { ours: Times; bare: Times }>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const names = new Map<string, string>();
  const found = new Map<string, { ours: Times; bare: Times }>();
  for (const [name, query] of Object.entries(queriesOf(plan, viewer))) {
    const sent = new Map<number, Statement[]>();
    for (let n = -3; n < rounds; n += 1)
      sent.set(
        n,
        (await statementsOf(() => query(n))).filter(({ text }) => /^\s*(SELECT|WITH)/i.test(text)),
      );
    const [ours, bare] = await timesByTurns(rounds, [query, (n) => sendAll(client, sent.get(n)!, names)]);
    found.set(name, { ours: ours!, bare: bare! });
  }
  await client.end();
  return found;
}

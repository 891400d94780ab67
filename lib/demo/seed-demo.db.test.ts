import { beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { independence, sideOfRating } from "../attributions/independence";
import { openClaim } from "../claims/queries";
import { db } from "../core/db.server";
import { defaultRatings } from "../settings/ratings";
import { signedPages } from "../site-pages/public-pages.server";
import { seedDemoDesk } from "./seed-demo.server";

useTestDatabase();

beforeAll(() => seedDemoDesk(), 120_000);

test("the demo has something in every state, and one claim that waits for an editor", async () => {
  const rows = await db().claim.groupBy({ by: ["state"], _count: true });
  expect(Object.fromEntries(rows.map(({ state, _count }) => [state, _count]))).toEqual({
    new: 3,
    researching: 1,
    "in-review": 2,
    ready: 1,
    declined: 1,
    published: 4,
    retracted: 1,
  });
});

test("the demo newsroom says about itself what a newsroom must, each page signed by somebody who did not write it", async () => {
  const signed = await signedPages();
  expect([...signed.keys()].sort()).toEqual(["about", "contact", "corrections-policy", "people"]);
  const people = await db().user.findMany({ where: { role: { in: ["admin", "editor"] } } });
  const roleOf = (id: string) => people.find((one) => one.id === id)?.role;
  const drafts = await db().siteDraft.findMany();
  expect(drafts.map(({ page, authorId }) => [page, roleOf(authorId)]).sort()).toEqual(
    [...signed.keys()].sort().map((page) => [page, "admin"]),
  );
});

/** Names of the nodes of each counted chain, from origin to article. */
async function chainsOf(text: string): Promise<string[][]> {
  const { id } = await db().claim.findFirstOrThrow({ where: { text } });
  const { dossier } = (await openClaim(id, new Date()))!;
  const names = new Map<string, string>([
    ...dossier.articles.map((one) => [one.id, one.outlet ?? "no outlet"] as const),
    ...dossier.origins.map((one) => [one.id, one.name] as const),
  ]);
  const side = sideOfRating(dossier.verdict.rating, defaultRatings);
  const found = independence({ ...dossier, side });
  return found.chains.map((chain) => chain.map((node) => names.get(node) ?? node));
}

test.each([
  [
    "Aurus imported at least $34 million in South Korean parts between 2018 and 2023",
    [["Customs data", "Reuters"]],
  ],
  ["Putin has given Kim two Aurus cars", [["Reuters"], ["Pool photograph"]]],
  [
    "Kyungki Industrial of South Korea supplied parts to Aurus",
    [["Official of Kyungki Industrial", "Reuters", "Kyiv Independent"]],
  ],
  ["Aurus sold over 100 cars in Russia in 2023", [["Autostat"]]],
  ["An Aurus costs more than $500,000", []],
  [
    "Aurus bought South Korean parts for almost $16 million after February 2022",
    [["Customs data", "Reuters"]],
  ],
])("“%s” counts the routes that it has, and no other claim's", async (text, chains) => {
  expect(await chainsOf(text)).toEqual(expect.arrayContaining(chains));
  expect(await chainsOf(text)).toHaveLength(chains.length);
});

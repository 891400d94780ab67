import { expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { addAttribution } from "../attributions/commands/decide-attribution";
import { createClaim } from "../claims/commands/create-claim";
import { editClaim } from "../claims/commands/edit-claim";
import { gateDto, openClaim } from "../claims/queries";
import { addEvidence, removeEvidence } from "../evidence/commands";
import { decideComparison, decideComparisons } from "./commands";

const database = useTestDatabase();
const desk = makeDesk(database);

const relayed = "The yard at Selby bought at least $9 million in Chilean engines between 2018 and 2023.";
const reported =
  "The yard bought engines worth at least $9 million from all countries between 2018 and 2023.";

async function articleSaying(viewer: Viewer, words: string): Promise<string> {
  return (await done(addArticle(viewer, { text: `A report\n\n${words}\n` }, new Date()))).articleId;
}

const quoteIn = (viewer: Viewer, claimId: string, articleId: string, exact: string) =>
  done(addEvidence(viewer, claimId, { articleId, quote: { exact }, stance: "supports" }, new Date()));

const comparisons = async (claimId: string) => (await openClaim(claimId, new Date()))!.dossier.comparisons;

async function figureIssues(viewer: Viewer, claimId: string): Promise<string[]> {
  const current = (await openClaim(claimId, new Date()))!;
  const { issues } = await gateDto(viewer, current, new Date());
  return issues.filter(({ code }) => code === "figures-unclassified").map(({ message }) => message);
}

async function claimAgainstReport() {
  const checker = await database.makeViewer("checker", "Checker");
  const relay = await articleSaying(checker, relayed);
  const report = await articleSaying(checker, reported);
  const { claimId } = await done(
    createClaim(
      checker,
      { text: relayed, from: { articleId: relay, quote: { exact: relayed } } },
      new Date(),
    ),
  );
  await desk.event(checker, claimId, "start-research");
  const { evidenceId } = await quoteIn(checker, claimId, report, reported);
  return { checker, relay, report, claimId, evidenceId };
}

it("stops the gate at a conflict of figures until a person has said how they differ", async () => {
  const { checker, claimId } = await claimAgainstReport();
  const [pair] = await comparisons(claimId);
  expect(pair).toMatchObject({ class: "different-scope", status: "suggested", sameReport: false });
  expect(await figureIssues(checker, claimId)).toEqual([
    expect.stringContaining("all countries against Chile"),
  ]);
  await done(decideComparison(checker, pair!.id, {}, new Date()));
  expect(await comparisons(claimId)).toMatchObject([{ class: "different-scope", status: "confirmed" }]);
  expect(await figureIssues(checker, claimId)).toEqual([]);
  const rows = await database.sql(`SELECT "decidedById" FROM comparison WHERE "claimId" = $1`, [claimId]);
  expect(rows).toEqual([{ decidedById: checker.id }]);
});

it("a changed class brings its own words, a person's words stay, and both survive what rules say later", async () => {
  const { checker, claimId, relay, report } = await claimAgainstReport();
  const [pair] = await comparisons(claimId);
  await done(decideComparison(checker, pair!.id, { class: "contradiction" }, new Date()));
  expect(await comparisons(claimId)).toMatchObject([
    { class: "contradiction", explanation: "at least $9M and at least $9M cannot both be true." },
  ]);
  const explanation = "The relay left out that other countries are in the sum.";
  await done(decideComparison(checker, pair!.id, { class: "different-scope", explanation }, new Date()));
  // Decided as it was read, but why it is so was written anew since.
  const expected = { class: "different-scope", status: "confirmed", explanation: "Other words." } as const;
  const late = { class: "different-scope", explanation: "Mine.", expected } as const;
  expect(await refused(decideComparison(checker, pair!.id, late, new Date()))).toMatchObject({
    code: "stale",
  });
  await done(addAttribution(checker, relay, { type: "cites", to: { articleId: report } }, new Date()));
  expect(await comparisons(claimId)).toMatchObject([
    { class: "different-scope", status: "confirmed", explanation, sameReport: true },
  ]);
});

it("marks the same report over relays, as soon as a person has confirmed the way", async () => {
  const checker = await database.makeViewer("checker", "Checker");
  const customs = {
    origin: { name: "Customs data", kind: "dataset", primary: true, naming: "named" },
  } as const;
  const [first, second] = [
    await articleSaying(checker, "Selby exported 40 boats in 2023, one paper says."),
    await articleSaying(checker, "In 2023 Selby exported 40 boats, another paper says."),
  ];
  const wire = await articleSaying(checker, "A wire about boats.");
  const { claimId } = await done(
    createClaim(checker, { text: "Selby exported 40 boats in 2023" }, new Date()),
  );
  await desk.event(checker, claimId, "start-research");
  await quoteIn(checker, claimId, first, "Selby exported 40 boats in 2023");
  await quoteIn(checker, claimId, second, "In 2023 Selby exported 40 boats");
  const between = async () => (await comparisons(claimId)).filter(({ sameReport }) => sameReport);
  expect(await comparisons(claimId)).toHaveLength(3);
  expect(await between()).toEqual([]);
  await done(addAttribution(checker, first, { type: "cites", to: { articleId: wire } }, new Date()));
  await done(addAttribution(checker, second, { type: "cites", to: customs }, new Date()));
  expect(await between()).toEqual([]);
  await done(addAttribution(checker, wire, { type: "cites", to: customs }, new Date()));
  expect(await between()).toMatchObject([{ class: "equal", explanation: "Both say 40 boats." }]);
});

it("compares again when the claim's figure changes, and forgets pairs whose figures are gone", async () => {
  const { checker, claimId, evidenceId } = await claimAgainstReport();
  const [pair] = await comparisons(claimId);
  await done(decideComparison(checker, pair!.id, {}, new Date()));
  const version = (await openClaim(claimId, new Date()))!.claim.version;
  const text = relayed.replace("$9", "$7");
  await done(editClaim(checker, claimId, { text, version }, new Date()));
  expect(await comparisons(claimId)).toMatchObject([{ class: "different-scope", status: "suggested" }]);
  await done(removeEvidence(checker, evidenceId, new Date()));
  expect(await comparisons(claimId)).toEqual([]);
  expect(await refused(decideComparison(checker, pair!.id, {}, new Date()))).toMatchObject({
    kind: "not_found",
  });
});

it("several are confirmed at once, each with an entry of its own, or none where one is otherwise by now or of another claim", async () => {
  const { checker, claimId, report } = await claimAgainstReport();
  await quoteIn(checker, claimId, report, "worth at least $9 million");
  const pairs = await comparisons(claimId);
  expect(pairs.length).toBeGreaterThan(1);
  const ids = pairs.map(({ id }) => id);
  const stands = async () => (await comparisons(claimId)).map(({ status }) => status);
  const before = await stands();
  const expected = { class: pairs[0]!.class, status: "suggested" } as const;
  const other = await claimAgainstReport();
  const [foreign] = await comparisons(other.claimId);
  await database.sqlOwner(`UPDATE comparison SET class = $2 WHERE id = ANY($1)`, [ids, expected.class]);
  const decide = (some: string[]) => decideComparisons(checker, some, { expected }, new Date());
  expect(await refused(decide([...ids, foreign!.id]))).toMatchObject({ kind: "not_found" });
  await database.sqlOwner(`UPDATE comparison SET class = 'rounding' WHERE id = $1`, [ids.at(-1)]);
  expect(await refused(decide(ids))).toMatchObject({ code: "stale" });
  expect(await stands()).toEqual(before);
  await database.sqlOwner(`UPDATE comparison SET class = $2 WHERE id = ANY($1)`, [ids, expected.class]);
  const decided = await done(decide([...ids, ids[0]!]));
  expect(new Set(decided.map(({ entryId }) => entryId)).size).toBe(ids.length);
  expect(new Set(await stands())).toEqual(new Set(["confirmed"]));
});

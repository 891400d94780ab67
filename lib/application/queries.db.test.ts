import { beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { seedDemoDesk } from "../demo/seed-demo.server";
import { applicationFigures } from "./figures";
import { loadApplication } from "./queries";
import { applicationRequirements } from "./requirements";

const database = useTestDatabase();
const now = new Date();
beforeAll(seedDemoDesk);

test("counts what was published, corrected and retracted, and the signed pages, from the records", async () => {
  const facts = await loadApplication(now);
  const figures = applicationFigures(facts);
  const [{ first, standing }] = (await database.sql(
    `SELECT count(*) FILTER (WHERE version = 1)::int AS first, count(*) FILTER (WHERE kind = 'publication' AND NOT EXISTS
       (SELECT 1 FROM publication l WHERE l.slug = p.slug AND l.version > p.version))::int AS standing FROM publication p`,
  )) as [{ first: number; standing: number }];
  expect(figures.months.at(-1)!.count).toBe(first);
  expect(figures.verdicts).toHaveLength(standing);
  expect(figures.changes.map(({ class: kind }) => kind).sort()).toEqual(["correction", "retraction"]);
  expect(facts.pages.map(({ page, version }) => `${page} ${version}`)).toEqual(
    ["corrections-policy", "about", "people", "contact"].map((page) => `${page} 1`),
  );
});

test("tells nothing of claims that are not published but how many there are", async () => {
  const facts = await loadApplication(now);
  const figures = applicationFigures(facts);
  const all = JSON.stringify([figures, applicationRequirements(facts, figures)]);
  const open = await database.sql<{ text: string }>(
    `SELECT text FROM claim c WHERE NOT EXISTS (SELECT 1 FROM publication p WHERE p."claimId" = c.id)`,
  );
  expect(open.length).toBeGreaterThan(0);
  for (const { text } of open) expect(all).not.toContain(text);
  expect(facts.ledger.claims).toBeGreaterThan(open.length);
});

test("leaves out a verdict whose record does not verify", async () => {
  const before = applicationFigures(await loadApplication(now)).verdicts;
  await database.sqlOwner(
    `BEGIN; SET LOCAL session_replication_role = replica;
     UPDATE publication SET signature = CASE left(signature, 1) WHEN 'A' THEN 'B' ELSE 'A' END || substr(signature, 2) WHERE slug = '${before[0]!.slug}'; COMMIT`,
  );
  const after = applicationFigures(await loadApplication(now)).verdicts;
  expect(after.map(({ slug }) => slug)).toEqual(before.slice(1).map(({ slug }) => slug));
});

import pg from "pg";
import { articleTables } from "./article-rows";
import { claimTables } from "./claim-rows";
import { connectOwner, copyLines, openCopy } from "./copy-table";
import { logColumns, logLines } from "./log-rows";
import { makePlan, type Plan } from "./plan";
import { startProgress, type Progress } from "./progress";
import { publicationColumns, publishedLines, type SigningKey } from "./publication-rows";
import { buildsOf, withoutIndexes } from "./without-indexes";
import { readStems, type Stems } from "./words";

type Load = { url: string; plan: Plan; progress: Progress; isFull: (table: string) => void };

/** Units of progress, beside its rows, of making and signing a record. */
const unitsOfRecord = 60;

/** Publications with listings, names and words; returns the hash of each by the number of its claim. */
async function loadPublications(
  { url, plan, progress, isFull }: Load,
  key: SigningKey,
): Promise<Map<number, string>> {
  const words = new Map<string, { shown: string; near: string }>();
  const { signOff, publication, listing, names } = publicationColumns;
  const copies = {
    signOff: await openCopy(url, signOff, progress),
    publication: await openCopy(url, publication, progress),
    listing: await openCopy(url, listing, progress),
    names: await openCopy(url, names, progress),
  };
  const sha256Of = new Map<number, string>();
  for (const lines of publishedLines(plan, key, words)) {
    sha256Of.set(lines.made.n, lines.made.sha256);
    await copies.signOff.push(lines.signOff);
    await copies.publication.push(lines.publication);
    progress.did(unitsOfRecord, publication.name);
    await copies.listing.push(lines.listing);
    for (const name of lines.names) await copies.names.push(name);
  }
  for (const copy of Object.values(copies)) await copy.end();
  await finishPublications(url, words);
  for (const { name } of [signOff, publication, names]) isFull(name);
  for (const name of ["publication_listing", "revision", "publication_word"]) isFull(name);
  return sha256Of;
}

const finishing = [
  `INSERT INTO publication_listing (slug, version, month, "firstAt", "changedAt", language, rating, "ratingLabel", rules, words)
   SELECT slug, version, month, "firstAt", "changedAt", language, rating, "ratingLabel", rules, to_tsvector('english', text) FROM listing_text`,
  `DROP TABLE listing_text`,
  `INSERT INTO revision ("claimId", number, hash, "createdAt") SELECT "claimId", 1, "revisionHash", "signedAt" FROM sign_off`,
];

async function finishPublications(
  url: string,
  words: ReadonlyMap<string, { shown: string; near: string }>,
): Promise<void> {
  const client = await connectOwner(url);
  for (const sql of finishing) await client.query(sql);
  const all = [...words].map(([word, { shown, near }]) => ({ word, shown, near }));
  await client.query(
    `INSERT INTO publication_word (word, shown, stem, near)
     SELECT w.word, w.shown, coalesce((tsvector_to_array(to_tsvector('english', w.word)))[1], w.word), w.near
     FROM jsonb_to_recordset($1::jsonb) AS w(word text, shown text, near text) ORDER BY w.word`,
    [JSON.stringify(all)],
  );
  await client.end();
}

async function loadLog(
  { url, plan, progress, isFull }: Load,
  sha256Of: ReadonlyMap<number, string>,
): Promise<void> {
  const { entry, payload, leaf, nodes } = logColumns;
  const copies = {
    entry: await openCopy(url, entry, progress),
    payload: await openCopy(url, payload, progress),
    leaf: await openCopy(url, leaf, progress),
    nodes: await openCopy(url, nodes, progress),
  };
  for (const lines of logLines(plan, sha256Of)) {
    await copies.entry.push(lines.entry);
    await copies.payload.push(lines.payload);
    await copies.leaf.push(lines.leaf);
    for (const node of lines.nodes) await copies.nodes.push(node);
  }
  for (const copy of Object.values(copies)) await copy.end();
  for (const { name } of Object.values(logColumns)) isFull(name);
}

async function loadTables({ url, plan, progress, isFull }: Load, stems: Stems): Promise<void> {
  for (const table of [...articleTables(), ...claimTables(stems)]) {
    await copyLines(url, table, table.lines(plan), progress);
    isFull(table.name);
  }
}

/** Of a hundred claims twenty are published, and each has 1.65 entries in the log. */
const otherRows = (plan: Plan): [table: string, rows: number][] => [
  ...Object.values(publicationColumns).map(({ name }): [string, number] => [name, plan.claims * 0.2]),
  ...Object.values(logColumns).map(({ name }): [string, number] => [name, plan.claims * 1.65]),
];

/** A unit of progress is a row that is copied; sorting it into an index or looking up its key takes about this much of it. */
const unitsOfBuild = 0.4;

/** About how many rows each table gets, and how much there is to do: rows that are copied, and what is built over them. */
async function workOf(client: pg.Client, plan: Plan, stems: Stems) {
  const builds = await buildsOf(client);
  const tables = [...articleTables(), ...claimTables(stems)];
  const rows = new Map([
    ...tables.map((one): [string, number] => [one.name, one.rows(plan)]),
    ...otherRows(plan),
  ]);
  const units = ([table, n]: [string, number]) => n * (1 + unitsOfBuild * (builds.get(table) ?? 0));
  const records = plan.claims * 0.2 * unitsOfRecord;
  return { rows, units: [...rows].map(units).reduce((sum, one) => sum + one, records) };
}

/**
 * Fills a migrated, empty database with `claims` claims and all that belongs to them, the same every time but for the
 * signatures' key. `url` is the superuser's. Says every ten seconds how far it is.
 */
export async function loadDeskOf(
  url: string,
  claims: number,
  key: SigningKey,
  say: (line: string) => void = () => undefined,
): Promise<void> {
  const plan = makePlan(claims);
  const client = await connectOwner(url);
  const stems = await readStems(client);
  const { rows, units } = await workOf(client, plan, stems);
  const progress = startProgress(units, say);
  const built = (table: string, name: string) => progress.did((rows.get(table) ?? 0) * unitsOfBuild, name);
  try {
    await client.query(
      `CREATE UNLOGGED TABLE listing_text (slug text, version int, month text, "firstAt" timestamptz, "changedAt" timestamptz, language text, rating text, "ratingLabel" text, rules int, text text)`,
    );
    await withoutIndexes(url, { built }, async (isFull) => {
      const load = { url, plan, progress, isFull };
      const published = async () => loadLog(load, await loadPublications(load, key));
      await Promise.all([loadTables(load, stems), published()]);
    });
    await client.query("SELECT fill_search_words()");
    progress.did(0, "counting for the planner");
    await client.query("VACUUM (ANALYZE)");
    await client.query("SELECT note_common_keys()");
  } finally {
    progress.end();
    await client.end();
  }
}

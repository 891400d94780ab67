import pg from "pg";
import { connectOwner, copyLines, openCopy } from "./copy-table";
import { articleTables } from "./article-rows";
import { claimTables } from "./claim-rows";
import { logColumns, logLines } from "./log-rows";
import { makePlan, type Plan } from "./plan";
import { publicationColumns, publishedLines, type SigningKey } from "./publication-rows";
import { withoutIndexes } from "./without-indexes";
import { readStems } from "./words";

/** Publications with listings, names and words; returns the hash of each by the number of its claim. */
async function loadPublications(url: string, plan: Plan, key: SigningKey): Promise<Map<number, string>> {
  const words = new Map<string, { shown: string; near: string }>();
  const { signOff, publication, listing, names } = publicationColumns;
  const copies = {
    signOff: await openCopy(url, signOff),
    publication: await openCopy(url, publication),
    listing: await openCopy(url, listing),
    names: await openCopy(url, names),
  };
  const sha256Of = new Map<number, string>();
  for (const lines of publishedLines(plan, key, words)) {
    sha256Of.set(lines.made.n, lines.made.sha256);
    await copies.signOff.push(lines.signOff);
    await copies.publication.push(lines.publication);
    await copies.listing.push(lines.listing);
    for (const name of lines.names) await copies.names.push(name);
  }
  for (const copy of Object.values(copies)) await copy.end();
  await finishPublications(url, words);
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

async function loadLog(url: string, plan: Plan, sha256Of: ReadonlyMap<number, string>): Promise<void> {
  const { entry, payload, leaf, nodes } = logColumns;
  const copies = {
    entry: await openCopy(url, entry),
    payload: await openCopy(url, payload),
    leaf: await openCopy(url, leaf),
    nodes: await openCopy(url, nodes),
  };
  for (const lines of logLines(plan, sha256Of)) {
    await copies.entry.push(lines.entry);
    await copies.payload.push(lines.payload);
    await copies.leaf.push(lines.leaf);
    for (const node of lines.nodes) await copies.nodes.push(node);
  }
  for (const copy of Object.values(copies)) await copy.end();
}

async function loadDesk(url: string, plan: Plan): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const stems = await readStems(client);
  await client.end();
  for (const table of [...articleTables(), ...claimTables(stems)])
    await copyLines(url, table, table.lines(plan));
}

/**
 * Fills a migrated, empty database with `claims` claims and all that belongs to them, the same every time but for the
 * signatures' key. `url` is the superuser's.
 */
export async function loadDeskOf(url: string, claims: number, key: SigningKey): Promise<void> {
  const plan = makePlan(claims);
  await withoutIndexes(url, async () => {
    const client = await connectOwner(url);
    await client.query(
      `CREATE UNLOGGED TABLE listing_text (slug text, version int, month text, "firstAt" timestamptz, "changedAt" timestamptz, language text, rating text, "ratingLabel" text, rules int, text text)`,
    );
    await client.end();
    const published = async () => loadLog(url, plan, await loadPublications(url, plan, key));
    await Promise.all([loadDesk(url, plan), published()]);
  });
  const client = await connectOwner(url);
  await client.query("VACUUM (ANALYZE)");
  await client.end();
}

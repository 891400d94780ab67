import "server-only";
import type pg from "pg";
import { insertListing, listingJson } from "../publications/index-publication.server";
import { listingRules } from "../publications/listing";
import type { PublicationRecord } from "../publications/record";

const rowsPerBatch = 200;

/**
 * Makes the rows of lists and search for verdicts that have none, or those of older rules: after an upgrade, and in a
 * database that was published in before there were any; some hundred a transaction, so that one that breaks off goes on
 * where it was. A record that cannot be read is left out, as it is on its page. Returns how many were made.
 */
export async function fillListings(client: pg.Client): Promise<number> {
  let [made, after] = [0, ""];
  for (;;) {
    const { rows } = await client.query<{ slug: string; recordText: string }>(
      `SELECT p.slug, p."recordText" FROM publication p
       LEFT JOIN publication_listing l ON l.slug = p.slug AND l.version = p.version AND l.rules = $1
       WHERE p.kind = 'publication' AND l.slug IS NULL AND p.slug > $2
         AND NOT EXISTS (SELECT 1 FROM publication later WHERE later.slug = p.slug AND later.version > p.version)
         AND NOT EXISTS (SELECT 1 FROM withholding w WHERE w.slug = p.slug AND w.version = p.version AND w."confirmedAt" IS NOT NULL)
       ORDER BY p.slug LIMIT $3`,
      [listingRules, after, rowsPerBatch],
    );
    made += await fillThese(client, rows);
    const last = rows.at(-1);
    if (!last) return made;
    after = last.slug;
  }
}

type Readable = { slug: string; listing: string };

/** All of these, or one by one where another process was publishing one of them, or words of one, at that moment. */
async function fillThese(
  client: pg.Client,
  rows: readonly { slug: string; recordText: string }[],
): Promise<number> {
  const readable = rows.flatMap(({ slug, recordText }): Readable[] => {
    const listing = listingOrNull(recordText);
    return listing === null ? [] : [{ slug, listing }];
  });
  try {
    await fillAtOnce(client, readable);
  } catch {
    for (const one of readable) await fillAtOnce(client, [one]);
  }
  return readable.length;
}

async function fillAtOnce(client: pg.Client, readable: readonly Readable[]): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("DELETE FROM publication_listing WHERE slug = ANY($1)", [
      readable.map(({ slug }) => slug),
    ]);
    for (const { listing } of readable) await client.query({ ...insert, values: [listing] });
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** Planned once for a connection. */
const insert = { name: "insert-listing", text: insertListing };

function listingOrNull(recordText: string): string | null {
  try {
    return listingJson(JSON.parse(recordText) as PublicationRecord);
  } catch {
    return null;
  }
}

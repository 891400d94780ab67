import "server-only";
import type pg from "pg";
import { insertListing, listingJson } from "../publications/index-publication.server";
import { listingRules } from "../publications/listing";
import type { PublicationRecord } from "../publications/record";

const rowsPerBatch = 200;

/**
 * Makes the rows of lists and search for verdicts that have none, or those of older rules: after an upgrade, and in a
 * database that was published in before there were any. A record that cannot be read is left out, as it is on its page.
 * Returns how many were made.
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
    for (const row of rows) if (await fillOne(client, row)) made += 1;
    const last = rows.at(-1);
    if (!last) return made;
    after = last.slug;
  }
}

async function fillOne(client: pg.Client, row: { slug: string; recordText: string }): Promise<boolean> {
  let listing: string;
  try {
    listing = listingJson(JSON.parse(row.recordText) as PublicationRecord);
  } catch {
    return false;
  }
  await client.query("BEGIN");
  try {
    await client.query("DELETE FROM publication_listing WHERE slug = $1", [row.slug]);
    await client.query(insertListing, [listing]);
    await client.query("COMMIT");
    return true;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

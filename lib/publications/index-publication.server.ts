import "server-only";
import type { Tx } from "../core/db.server";
import { listingOf } from "./listing";
import type { AnyRecord, PublicationRecord } from "./record";

/**
 * Writes all rows of one listing: `$1` is a `Listing` as JSON. The guard refuses any version but the one that stands; a
 * trigger has removed the rows of the version before.
 */
export const insertListing = `
WITH given AS (SELECT $1::jsonb AS it),
first AS (SELECT min(p."publishedAt") AS at FROM publication p, given WHERE p.slug = it ->> 'slug'),
listed AS (
  INSERT INTO publication_listing
    (slug, version, month, "firstAt", "changedAt", language, rating, "ratingLabel", rules, words)
  SELECT it ->> 'slug', (it ->> 'version')::int, to_char(first.at AT TIME ZONE 'UTC', 'YYYY-MM'), first.at,
    (it ->> 'changedAt')::timestamptz, it ->> 'language', it ->> 'rating', it ->> 'ratingLabel', (it ->> 'rules')::int,
    to_tsvector((it ->> 'config')::regconfig, it ->> 'text')
  FROM given, first),
named AS (
  INSERT INTO publication_name (kind, key, slug, name, roles, rating, "ratingLabel", "firstAt")
  SELECT n.kind, n.key, it ->> 'slug', n.name, n.roles, it ->> 'rating', it ->> 'ratingLabel', first.at
  FROM given, first, jsonb_to_recordset(it -> 'names') AS n(kind text, key text, name text, roles text[]))
INSERT INTO publication_word (word, shown, stem, near)
SELECT w.word, w.shown, coalesce((tsvector_to_array(to_tsvector('english', w.word)))[1], w.word), w.near
FROM given, jsonb_to_recordset(it -> 'vocabulary') AS w(word text, shown text, near text)
ORDER BY w.word ON CONFLICT DO NOTHING`;

/** What `insertListing` is given for a verdict. */
export function listingJson(record: PublicationRecord): string {
  return JSON.stringify(listingOf(record));
}

/** Puts what was just published into lists and search, in the publishing transaction; a retraction is in none. */
export async function indexPublication(tx: Tx, record: AnyRecord): Promise<void> {
  if (record.kind === "publication") await tx.$executeRawUnsafe(insertListing, listingJson(record));
}

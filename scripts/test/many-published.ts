import pg from "pg";

/**
 * Gives claims that `copyManyClaims` called published what a verdict leaves behind: log entries, two blind reviews, evidence
 * from articles of outlets with confirmed routes to origins, a signed version spread over five years, every twentieth
 * corrected. As owner and with the guards off: no record here is one that verifies.
 */
export async function copyManyPublished(ownerUrl: string, people: readonly [string, string]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const statement of statements) {
      const places = Number(/\$2/.test(statement)) + Number(/\$1/.test(statement));
      await client.query(statement, people.slice(0, places));
    }
    await client.query("SET session_replication_role = DEFAULT");
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

const articles = 20_000;
const dayOf = `now() - (n * 1820.0 / (SELECT count(*) FROM many_published)) * interval '1 day'`;

const statements = [
  `CREATE TEMPORARY TABLE many_published AS SELECT c.id, c.slug, c.text, row_number() OVER (ORDER BY md5(c.id))::int AS n
   FROM claim c WHERE c.state = 'published' AND c.id LIKE '00000000-%' AND NOT EXISTS (SELECT 1 FROM publication p WHERE p."claimId" = c.id)`,
  `CREATE TEMPORARY TABLE many_at AS SELECT *, ${dayOf} AS at FROM many_published`,
  `INSERT INTO outlet (id, name, "nameKey") SELECT 'many-' || i, 'Outlet ' || i, 'many outlet ' || i FROM generate_series(1, 300) i ON CONFLICT DO NOTHING`,
  `INSERT INTO article (id, state, "outletId", title, "createdById") SELECT 'many-' || i, 'captured', 'many-' || (1 + floor(300 * power(random(), 2)))::int, 'Article ' || i, $1
   FROM generate_series(1, ${articles}) i ON CONFLICT DO NOTHING`,
  `INSERT INTO quote (id, "articleId", region, description, "createdById") SELECT 'many-' || i, 'many-' || i, 'page=1', 'Page ' || i, $1 FROM generate_series(1, ${articles}) i ON CONFLICT DO NOTHING`,
  `INSERT INTO origin (id, name, kind, naming) SELECT 'many-' || i, 'Origin ' || i, 'record', 'named' FROM generate_series(1, 2000) i ON CONFLICT DO NOTHING`,
  // Half of the articles have it from an earlier one, a third from an origin, a tenth saw for itself.
  `INSERT INTO attribution (id, type, "fromArticleId", "toArticleId", "toOriginId", status, "decidedById", "decidedAt")
   SELECT 'many-' || i, CASE WHEN i % 10 = 9 THEN 'own-reporting' ELSE 'cites' END, 'many-' || i,
     CASE WHEN i % 10 = 9 THEN 'many-' || i WHEN i % 2 = 0 THEN 'many-' || (1 + (i::bigint * 7919) % (i - 1)) END,
     CASE WHEN i % 2 = 1 AND i % 10 <> 9 THEN 'many-' || (1 + floor(2000 * power(random(), 3)))::int END, 'confirmed', $1, now()
   FROM generate_series(101, ${articles}) i ON CONFLICT DO NOTHING`,
  `INSERT INTO evidence (id, "claimId", "articleId", "quoteId", stance, "commitmentSalt", "addedById")
   SELECT 'many-' || m.n || '-' || k, m.id, 'many-' || a, 'many-' || a, CASE WHEN k = 3 THEN 'disputes' ELSE 'supports' END, 'salt', $1
   FROM many_at m, generate_series(1, 3) k, LATERAL (SELECT 1 + (m.n * 31 + k * 977) % ${articles} AS a) x ON CONFLICT DO NOTHING`,
  `INSERT INTO log_entry (id, at, event, "subjectKind", "subjectId", "claimId", "toState", commitment)
   SELECT 'many-' || m.n || '-' || e.step, m.at - e.before * (1 + m.n % 17) * interval '1 hour', e.event, 'claim', m.id, m.id, e.state, repeat('0', 64)
   FROM many_at m, (VALUES (1, 9.5, 'claim.created', 'new'), (2, 8, 'claim.research-started', 'researching'), (3, 2.5, 'claim.submitted', 'in-review'), (4, 0.5, 'claim.called-ready', 'ready')) AS e(step, before, event, state)
   ON CONFLICT DO NOTHING`,
  `INSERT INTO review (id, "claimId", "reviewerId", mark, rationale, blind, "basisHash", "evidenceIds", "givenAt")
   SELECT 'many-' || m.n || '-' || r.k, m.id, r.person, CASE WHEN (m.n + r.k * (m.n % 7)) % 3 = 0 THEN 'disputed' ELSE 'confirmed' END, 'Read.', true, '', '{}', m.at - interval '2 hours'
   FROM many_at m, (VALUES (1, $1::text), (2, $2::text)) AS r(k, person) ON CONFLICT DO NOTHING`,
  `INSERT INTO sign_off (id, "claimId", "revisionHash", "editorId", action, "signedAt")
   SELECT 'many-' || m.n || '-' || v, m.id, encode(sha256(convert_to(m.id || v, 'UTF8')), 'hex'), $1, 'publish', m.at + (v - 1) * interval '3 days'
   FROM many_at m, generate_series(1, 2) v WHERE v = 1 OR m.n % 20 = 0 ON CONFLICT DO NOTHING`,
  `INSERT INTO publication (id, "claimId", slug, version, kind, "recordText", sha256, "revisionHash", signature, "keyId", "signOffId", "publishedAt", "correctionClass", "correctionReason", rating, topics, "claimText", finding)
   SELECT 'many-' || m.n || '-' || v, m.id, m.slug, v, 'publication', t.words, encode(sha256(convert_to(t.words, 'UTF8')), 'hex'),
     encode(sha256(convert_to(m.id || v, 'UTF8')), 'hex'), repeat('s', 86), 'none', 'many-' || m.n || '-' || v,
     m.at + (v - 1) * interval '3 days', CASE WHEN v = 2 THEN (ARRAY['correction', 'typo', 'verdict-change'])[1 + m.n % 3] END, CASE WHEN v = 2 THEN 'It was wrong.' END,
     (ARRAY['confirmed', 'disputed', 'misleading', 'unproven'])[1 + m.n % 4], '{}', m.text, 'It is so.'
   FROM many_at m, generate_series(1, 2) v, LATERAL (SELECT jsonb_build_object('slug', m.slug, 'version', v, 'kind', 'publication',
     'writeUp', repeat(md5(m.id) || ' ', 120))::text AS words) t WHERE v = 1 OR m.n % 20 = 0 ON CONFLICT DO NOTHING`,
  `INSERT INTO correction (id, "claimId", class, reason, "openedById", "openedAt", "closedAt")
   SELECT 'many-' || m.n, m.id, 'correction', 'Wrong.', $1, m.at + interval '2 days', m.at + interval '3 days' FROM many_at m WHERE m.n % 20 = 0 ON CONFLICT DO NOTHING`,
  `UPDATE claim c SET "createdAt" = m.at - interval '4 days', claimant = CASE WHEN m.n % 3 > 0 THEN 'Person ' || m.n % 4000 END, "appearanceQuoteId" = 'many-' || (1 + m.n % ${articles}) FROM many_at m WHERE m.id = c.id`,
  `UPDATE claim SET "createdAt" = now() - (abs(hashtext(id)) % 1820) * interval '1 day' WHERE id LIKE '00000000-%' AND state <> 'published'`,
];

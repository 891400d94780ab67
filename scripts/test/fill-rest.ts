import type pg from "pg";

const at = "timestamptz '2026-01-01' + n * interval '1 hour'";

/** For each table the columns and what they hold in row `n`; `$1` a person, `$2` a claim, `$3` an article. */
const rest: Record<string, [columns: string, values: string]> = {
  task: [
    `id, kind, text, "claimId", "articleId", "doneAt"`,
    `'t' || n, 're-check', 'Look.', 'c' || n, 'a' || n, CASE WHEN n > 9 THEN ${at} END`,
  ],
  notification: [
    `id, "userId", kind, text, "claimId", "articleId", "createdAt", "readAt"`,
    `'n' || n, $1 || n % 40, 'claim', 'News.', 'c' || n, 'a' || n, ${at}, CASE WHEN n > 9 THEN ${at} END`,
  ],
  source_check: [
    `id, "articleId", outcome, method, "failureCode", "checkedAt"`,
    `'s' || n, $3 || n, 'unreachable', 'fetched', 'timeout', ${at}`,
  ],
  quote_check: [
    `id, "quoteId", outcome, was, method, "checkedAt", "lookId"`,
    `'k' || n, 'q' || n, 'gone', 'x', 'fetched', ${at}, 's' || n`,
  ],
  comparison: [`id, "claimId", "aId", "bId", class, explanation`, `'m' || n, $2 || n, 'a', 'b', 'equal', ''`],
  disagreement: [
    `id, "claimId", "aId", "bId", why, "markedById"`,
    `'d' || n, $2 || n, 'a' || n, 'b', 'x', ''`,
  ],
  correction: [
    `id, "claimId", class, reason, "openedById", "openedAt"`,
    `'o' || n, $2 || n, 'typo', 'x', '', ${at}`,
  ],
  reply_request: [
    `id, "claimId", asked, role, how, "askedAt", "createdById"`,
    `'r' || n, $2 || n, 'x', 'claimant', 'mail', ${at}, ''`,
  ],
  prepared_notice: [
    `id, "claimId", slug, "articleId", kind, text, cause`,
    `'p' || n, $2 || n, 's', $3 || n, 'outdated', 'x', 'drift'`,
  ],
  seen_mark: [
    `"claimId", "userId", snapshot, "seenAt"`,
    `CASE WHEN n = 1 THEN $2 ELSE $2 || n END, $1, '3:3:', ${at}`,
  ],
  entry_on_claim: [`"claimId", "entryId"`, `CASE WHEN n = 1 THEN $2 ELSE $2 || n END, 'le' || n`],
  watch: [`"claimId", "userId", state, since`, `$2 || n, $1, 'watching', ${at}`],
  notice: [
    `id, "claimId", slug, kind, "recordText", sha256, signature, "keyId", "editorId", "publishedAt"`,
    `'x' || n, $2 || n, 's' || n, 'outdated', '{"text":"x"}', encode(sha256('{"text":"x"}'), 'hex'), 'x', 'k', 'e', ${at}`,
  ],
  text_sketch: [
    `"articleId", "captureId", shingles, terms`,
    `$3 || n, 'c' || n, ARRAY[n, n + 1], ARRAY['t' || n]`,
  ],
  claim_attribution: [
    `"attributionId", "claimId", status, "decidedById"`,
    `'a' || n, $2 || n, 'confirmed', ''`,
  ],
  session: [`id, "userId", "expiresAt"`, `'y' || n, $1 || n % 40, ${at}`],
  token: [
    `id, "userId", name, hash, scopes, "expiresAt"`,
    `'z' || n, $1 || n % 40, 'x', 'h' || n, '{read}', ${at}`,
  ],
  expunge_request: [`id, "captureId", reason, "requestedById"`, `'e' || n, 'c' || n, 'x', 'u'`],
  withholding: [
    `id, "claimId", slug, version, "reasonClass", "requestedById", "requestedRole", "requestedAt", "confirmedById", "confirmedAt"`,
    `'wh' || n, $2 || n, 's' || n, 1, 'safety', 'u', 'editor', ${at}, 'v', ${at}`,
  ],
  checkpoint: ["size, root, note, at", `n, 'x', 'x', ${at}`],
};

/**
 * Some hundred rows each for the tables that the benchmarks' data leaves empty: the planner takes an empty table for a
 * small one. They point at nothing.
 */
export async function fillRest(
  owner: pg.Client,
  one: { personId: string; claimId: string; articleId: string },
): Promise<void> {
  await owner.query("SET session_replication_role = replica");
  for (const [table, [columns, values]] of Object.entries(rest)) {
    const ids = [one.personId, one.claimId, one.articleId];
    // A parameter that a statement does not use has no type: each is used once, where it does nothing.
    const known = "WHERE $1::text <> $2::text AND $3::text <> ''";
    const text = values.replace(/\$(\d)/g, "$$$1::text");
    await owner.query(
      `INSERT INTO ${table} (${columns}) SELECT ${text} FROM generate_series(1, 300) n ${known}`,
      ids,
    );
  }
  await owner.query("SET session_replication_role = origin");
}

/**
 * Makes one claim rest on sixty pieces of evidence, and lets forty claims that quote one article have figures that
 * contradict each other: a claim and an article of the largest kind.
 */
export async function fillOne<T extends { claimId: string; articleId: string }>(
  owner: pg.Client,
  one: T,
): Promise<T> {
  await owner.query("SET session_replication_role = replica");
  await owner.query(
    `INSERT INTO evidence (id, "claimId", "articleId", "quoteId", stance, "commitmentSalt", "addedById")
     SELECT 'more-' || q.id, $1, q."articleId", q.id, 'disputes', repeat('0', 64), q."createdById" FROM quote q ORDER BY q.id LIMIT 60`,
    [one.claimId],
  );
  await owner.query(
    `INSERT INTO evidence (id, "claimId", "articleId", "quoteId", stance, "commitmentSalt", "addedById")
     SELECT 'also-' || c.id, c.id, q."articleId", q.id, 'context', repeat('0', 64), q."createdById"
     FROM claim c, (SELECT * FROM quote WHERE "articleId" = $1 LIMIT 1) q ORDER BY c.id LIMIT 40 ON CONFLICT DO NOTHING`,
    [one.articleId],
  );
  await owner.query(
    `INSERT INTO comparison (id, "claimId", "aId", "bId", class, explanation)
     SELECT 'of-' || e."claimId", e."claimId", 'a', 'b', 'contradiction', '' FROM evidence e WHERE e.id LIKE 'also-%'`,
  );
  await owner.query("SET session_replication_role = origin");
  return one;
}

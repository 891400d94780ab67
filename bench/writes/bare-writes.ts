import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { articleId, claimId, idOf, quoteId, stateOf, type Plan } from "../data/plan";

/** The rows of one piece of evidence and nothing else: its claim's lock, itself, who wrote it, its log entry. */
const statements = {
  lock: `SELECT id FROM claim WHERE id = $1 FOR UPDATE`,
  evidence: `INSERT INTO evidence (id, "claimId", "articleId", "quoteId", stance, "commitmentSalt", "addedById") VALUES ($1, $2, $3, $4, 'disputes', $5, $6) ON CONFLICT DO NOTHING`,
  author: `INSERT INTO contribution (id, "claimId", "userId", what, "subjectId", at) VALUES ($1, $2, $3, 'evidence', $4, now())`,
  entry: `WITH e AS (INSERT INTO log_entry (id, at, "actorId", "actorRole", event, "subjectKind", "subjectId", "claimId", commitment)
    VALUES ($1, now(), $2, 'checker', 'evidence.added', 'evidence', $3, $4, $5) RETURNING id)
    INSERT INTO log_payload ("entryId", salt, body) SELECT id, $6, '{}' FROM e`,
};

/** How many such transactions a second the database takes from `writers` connections, as the application's role: the limit. */
export async function bareWritesPerSecond(
  url: string,
  plan: Plan,
  { writers, seconds }: { writers: number; seconds: number },
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: writers });
  const open = Array.from({ length: plan.claims }, (_, n) => n).filter((n) => stateOf(n) === "new");
  const until = performance.now() + seconds * 1000;
  let count = 0;
  const named = (client: pg.PoolClient, name: keyof typeof statements, values: unknown[]) =>
    client.query({ name, text: statements[name], values });
  const worker = async () => {
    const client = await pool.connect();
    while (performance.now() < until) {
      const n = (count += 1);
      const [claim, article] = [claimId(plan, open[n % open.length]!), (n * 13) % plan.articles];
      const [id, person] = [`bare-${randomUUID()}`, plan.people[n % 32]!.id];
      await client.query("BEGIN");
      await named(client, "lock", [claim]);
      const salt = randomBytes(32).toString("hex");
      await named(client, "evidence", [
        id,
        claim,
        articleId(plan, article),
        quoteId(article, n % 4),
        salt,
        person,
      ]);
      await named(client, "author", [idOf("contribution", 900_000_000 + n), claim, person, id]);
      await named(client, "entry", [`bare-${randomUUID()}`, person, id, claim, salt, salt]);
      await client.query("COMMIT");
    }
    client.release();
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: writers }, worker));
  await pool.end();
  return (count * 1000) / (performance.now() - began);
}

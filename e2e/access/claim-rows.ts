import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

type Row = Record<string, unknown>;
type Kept = Record<string, string>;

/** Written by merely looking (revisions are numbered when seen), or never taken back. */
const notCompared = ["revision", "log_entry"];

/** The rows of claims as the database's owner: to tell whether a form changed any, and to take a change back. */
export class ClaimRows {
  private constructor(
    private readonly client: pg.Client,
    private readonly tables: string[],
  ) {}

  static async open(): Promise<ClaimRows> {
    const file = readFileSync(join(process.env.COUNTERSIGN_HOME ?? "", "instance.json"), "utf8");
    const client = new pg.Client({ connectionString: (JSON.parse(file) as { ownerUrl: string }).ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND c.column_name = 'claimId' AND t.table_type = 'BASE TABLE'`,
    );
    const tables = rows.map(({ name }) => name).filter((name) => !notCompared.includes(name));
    return new ClaimRows(client, tables);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  async query(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(text, values)).rows;
  }

  /** All rows of the claim as text: equal exactly when nothing of it changed. Its log is counted. */
  async read(claimId: string): Promise<Kept> {
    const ofTable = (name: string) =>
      `(SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text), '[]') FROM "${name}" t WHERE t."claimId" = $1)::text AS "${name}"`;
    const [row] = await this.query(
      `SELECT ${this.tables.map(ofTable).join(", ")},
        (SELECT jsonb_agg(to_jsonb(c)) FROM claim c WHERE c.id = $1)::text AS claim,
        (SELECT count(*) FROM log_entry WHERE "claimId" = $1)::text AS log_entry`,
      [claimId],
    );
    return row as Kept;
  }

  /** How many entries the log has about the claim: every command adds one. */
  async countLog(claimId: string): Promise<number> {
    const [row] = await this.query(`SELECT count(*)::int AS n FROM log_entry WHERE "claimId" = $1`, [
      claimId,
    ]);
    return Number(row?.n);
  }

  /** Puts the claim's rows back as they were read, history and all; only the log goes on. */
  async putBack(claimId: string, kept: Kept): Promise<void> {
    const now = await this.read(claimId);
    await this.query("BEGIN");
    // Neither guards nor foreign keys look: this is no act of the desk.
    await this.query("SET LOCAL session_replication_role = replica");
    for (const name of [...this.tables, "claim"]) {
      if (now[name] === kept[name]) continue;
      await this.query(`DELETE FROM "${name}" WHERE "${name === "claim" ? "id" : "claimId"}" = $1`, [
        claimId,
      ]);
      await this.query(`INSERT INTO "${name}" SELECT * FROM jsonb_populate_recordset(NULL::"${name}", $1)`, [
        kept[name],
      ]);
    }
    await this.query("COMMIT");
  }

  /** Gives a claim one of each thing that a form can be about, made by the author. */
  async furnish(claimId: string): Promise<Furniture> {
    const at = (name: string) => `${name}-${claimId}`;
    await this.query("BEGIN");
    await this.query("SET LOCAL session_replication_role = replica");
    await this.query(
      `INSERT INTO quote (id, "articleId", "captureId", region, description, "createdById")
       SELECT $1, a.id, a."currentCaptureId", 'page=1', 'A table of engines', u.id FROM article a, "user" u
       WHERE a."currentCaptureId" IS NOT NULL AND u.email = 'checker1@demo.local' ORDER BY a."createdAt" LIMIT 1`,
      [at("quote")],
    );
    await this.query(
      `INSERT INTO evidence (id, "claimId", "articleId", "quoteId", stance, "commitmentSalt", "addedById")
       SELECT $1, $2, q."articleId", q.id, 'context', repeat('ab', 32), q."createdById" FROM quote q WHERE q.id = $3`,
      [at("evidence"), claimId, at("quote")],
    );
    await this.query(
      `INSERT INTO reply_request (id, "claimId", asked, role, how, "askedAt", "createdById")
       SELECT $1, $2, 'The harbour board', 'claimant', 'by letter', now(), id FROM "user" WHERE email = 'checker1@demo.local'`,
      [at("reply"), claimId],
    );
    await this.query(
      `INSERT INTO comparison (id, "claimId", "aId", "bId", class, explanation) VALUES ($1, $2, 'a', 'b', 'equal', 'x')`,
      [at("comparison"), claimId],
    );
    await this.query("COMMIT");
    return {
      evidenceId: at("evidence"),
      replyId: at("reply"),
      comparisonId: at("comparison"),
      quoteId: at("quote"),
    };
  }
}

export type Furniture = { evidenceId: string; replyId: string; comparisonId: string; quoteId: string };

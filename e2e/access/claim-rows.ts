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
        (SELECT jsonb_agg(to_jsonb(q) ORDER BY q.id) FROM quote q WHERE q.id LIKE '%quote-' || $1)::text AS quote,
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
    const others = { claim: "id = $1", quote: `id LIKE '%quote-' || $1` };
    for (const name of [...this.tables, ...Object.keys(others)]) {
      if (now[name] === kept[name]) continue;
      const ofClaim = others[name as keyof typeof others] ?? `"claimId" = $1`;
      await this.query(`DELETE FROM "${name}" WHERE ${ofClaim}`, [claimId]);
      await this.query(`INSERT INTO "${name}" SELECT * FROM jsonb_populate_recordset(NULL::"${name}", $1)`, [
        kept[name],
      ]);
    }
    await this.query("COMMIT");
  }

  /** Gives a claim one of each thing that a form can be about, made by the author, on an article of its own. */
  async furnish(claimId: string): Promise<Furniture> {
    const at = (name: string) => `${name}-${claimId}`;
    await this.query("BEGIN");
    await this.query("SET LOCAL session_replication_role = replica");
    await this.addArticle(at("article"));
    for (const name of ["evidence", "other-evidence", "third-evidence"])
      await this.addEvidence(claimId, at(name), at(name.replace("evidence", "quote")), at("article"));
    await this.addEvidence(claimId, at("removed-evidence"), at("removed-quote"), at("article"));
    await this.query(`UPDATE evidence SET "removedAt" = now() WHERE id = $1`, [at("removed-evidence")]);
    await this.query(
      `INSERT INTO reply_request (id, "claimId", asked, role, how, "askedAt", "createdById", "withdrawnAt")
       SELECT n.id, $2, 'The harbour board', 'claimant', 'by letter', now(), u.id, n.at
       FROM "user" u, (VALUES ($1, NULL), ($3, now())) n(id, at) WHERE u.email = 'checker1@demo.local'`,
      [at("reply"), claimId, at("withdrawn-reply")],
    );
    await this.query(
      `INSERT INTO legal_read (id, "claimId", kind, reader, at, "notedById", "notedAt")
       SELECT $1, $2, 'asked', 'Counsel', now(), id, now() FROM "user" WHERE email = 'checker1@demo.local'`,
      [at("legal-read"), claimId],
    );
    await this.query(
      `INSERT INTO search_entry (id, "claimId", "where", query, found, "searchedById", "withdrawnAt")
       SELECT n.id, $2, 'the register', 'engines', 'nothing', u.id, n.at
       FROM "user" u, (VALUES ($1, NULL), ($3, now())) n(id, at) WHERE u.email = 'checker1@demo.local'`,
      [at("search"), claimId, at("withdrawn-search")],
    );
    await this.query(
      `INSERT INTO comparison (id, "claimId", "aId", "bId", class, explanation) VALUES ($1, $2, 'a', 'b', 'equal', 'x')`,
      [at("comparison"), claimId],
    );
    await this.query(
      `INSERT INTO disagreement (id, "claimId", "aId", "bId", why, "markedById")
       SELECT $1, $2, $3, $4, 'The one says twelve, the other seven.', id FROM "user" WHERE email = 'checker1@demo.local'`,
      [at("disagreement"), claimId, at("other-evidence"), at("third-evidence")],
    );
    await this.query(
      `INSERT INTO attribution (id, type, "fromArticleId", "toArticleId", status, rule)
       VALUES ($1, 'own-reporting', $2, $2, 'suggested', 'own-reporting-cue')`,
      [at("attribution"), at("article")],
    );
    await this.query("COMMIT");
    return {
      ownArticleId: at("article"),
      evidenceId: at("evidence"),
      otherEvidenceId: at("other-evidence"),
      thirdEvidenceId: at("third-evidence"),
      removedEvidenceId: at("removed-evidence"),
      replyId: at("reply"),
      withdrawnReplyId: at("withdrawn-reply"),
      legalReadId: at("legal-read"),
      searchId: at("search"),
      withdrawnSearchId: at("withdrawn-search"),
      comparisonId: at("comparison"),
      disagreementId: at("disagreement"),
      attributionId: at("attribution"),
    };
  }

  private addArticle(id: string): Promise<Row[]> {
    return this.query(
      `INSERT INTO article (id, state, title, "currentCaptureId", "createdById")
       SELECT $1, 'captured', 'Hidden words', a."currentCaptureId", u.id FROM article a, "user" u
       WHERE a."currentCaptureId" IS NOT NULL AND u.email = 'checker1@demo.local' ORDER BY a."createdAt" LIMIT 1`,
      [id],
    );
  }

  /** A region whose words also look cut, so that a second person may vouch for either. */
  private async addEvidence(claimId: string, id: string, quoteId: string, articleId: string): Promise<void> {
    await this.query(
      `INSERT INTO quote (id, "articleId", "captureId", region, description, "cutReason", "createdById")
       SELECT $1, id, "currentCaptureId", 'page=1', 'A table of engines', 'It begins in mid-sentence.', "createdById"
       FROM article WHERE id = $2`,
      [quoteId, articleId],
    );
    await this.query(
      `INSERT INTO evidence (id, "claimId", "articleId", "quoteId", stance, "commitmentSalt", "addedById")
       SELECT $1, $2, q."articleId", q.id, 'context', repeat('ab', 32), q."createdById" FROM quote q WHERE q.id = $3`,
      [id, claimId, quoteId],
    );
  }
}

export type Furniture = Record<
  | "ownArticleId"
  | "evidenceId"
  | "otherEvidenceId"
  | "thirdEvidenceId"
  | "removedEvidenceId"
  | "replyId"
  | "withdrawnReplyId"
  | "legalReadId"
  | "searchId"
  | "withdrawnSearchId"
  | "comparisonId"
  | "disagreementId"
  | "attributionId",
  string
>;

import type { Viewer } from "../../lib/access/viewer";
import { viewerOfSession } from "../../lib/accounts/sessions.server";
import { createClaim } from "../../lib/claims/commands/create-claim";
import { logSearch } from "../../lib/claims/commands/log-work";
import { addArticle } from "../../lib/articles/commands/add-article";
import { addAttribution } from "../../lib/attributions/commands/decide-attribution";
import { addComment } from "../../lib/comments/commands";
import { newId } from "../../lib/core/new-id.server";
import { markDisagreement } from "../../lib/disagreements/commands/mark-disagreement";
import { addEvidence } from "../../lib/evidence/commands";
import { noteLegalRead } from "../../lib/legal-reads/commands";
import { askReply } from "../../lib/replies/commands";
import { saveDesk } from "../../lib/settings/commands";
import { submitTip } from "../../lib/tips/commands";
import { writeVerdict } from "../../lib/verdicts/commands";
import { done, makeDesk } from "./desk-scene";
import type { TestDatabase } from "./test-database";

/** Stands in everything that is not the intern's, and nowhere else. */
export const secret = "Obsidianwharf";

const shared = `The harbour board sold its two floating cranes in March and bought them back in May at a lower price,
as the minutes of its meetings show. Nobody on the board explained why the sale was made without a tender, and the
buyer never moved the cranes from their berth. The auditors have asked for the papers of both sales by the end of June.`;

const own = "The floating cranes were sold twice in March by the harbour board";

/** Switches on or off that interns see their own work alone. */
export async function wantsInternsToSeeOwn(database: TestDatabase, internsSeeOwn: boolean): Promise<void> {
  const admin = await database.makeViewer("admin", "Some admin");
  const [row] = await database.sql<{ version: number }>(`SELECT version FROM setting WHERE key = 'desk'`);
  const version = row?.version ?? 0;
  await done(saveDesk(admin, { showsSearches: true, internsSeeOwn, version }, new Date()));
}

/** Somebody as a request of theirs is answered now: what they may see is asked anew each time. */
export const viewerNow = async ({ via }: Viewer) =>
  (await viewerOfSession((via as { sessionId: string }).sessionId, new Date()))!;

/** A desk on which one person has work of every kind, and another has their own beside it. */
export async function ownWorkScene(database: TestDatabase) {
  const desk = makeDesk(database);
  const now = () => new Date();
  const colleague = await database.makeViewer("checker", "Colleague");
  const intern = await database.makeViewer("checker", "Learner");
  const row = async (text: string, values: unknown[]) =>
    String((await database.sqlOwner<{ id: string }>(text, values))[0]!.id);

  const article = await done(
    addArticle(
      colleague,
      {
        title: `${secret} papers`,
        outlet: "Gazette",
        url: "https://a.example/x",
        text: `${secret} news.\n\n${shared}\n\nSold for 34 million dollars in 2023.`,
      },
      now(),
    ),
  );
  const { articleId } = article;
  const text = `${secret}: ${own}`;
  const { claimId } = await done(createClaim(colleague, { text, topics: [secret] }, now()));
  await desk.event(colleague, claimId, "start-research");
  const log = (exact: string, stance: "supports" | "disputes") =>
    done(addEvidence(colleague, claimId, { articleId, quote: { exact }, stance, shows: secret }, now()));
  const { evidenceId } = await log("The harbour board sold its two floating cranes in March", "supports");
  const other = await log("bought them back in May at a lower price", "disputes");
  const disagreement = await done(
    markDisagreement(colleague, claimId, { a: evidenceId, b: other.evidenceId, why: secret }, now()),
  );
  const search = await done(
    logSearch(colleague, claimId, { where: "the register", query: secret, found: "nothing" }, now()),
  );
  const reply = await done(
    askReply(
      colleague,
      claimId,
      { asked: secret, role: "claimant", how: "by mail", outcome: "waiting" },
      now(),
    ),
  );
  const legal = await done(noteLegalRead(colleague, claimId, { kind: "asked", reader: secret }, now()));
  const comment = await done(addComment(colleague, claimId, { text: `${secret}, look.` }, now()));
  const edge = await done(
    addAttribution(
      colleague,
      articleId,
      { type: "cites", to: { origin: { name: secret, kind: "record", primary: true, naming: "named" } } },
      now(),
    ),
  );
  const verdict = { rating: "confirmed", finding: `${secret} did.`, version: 0 };
  await done(writeVerdict(colleague, claimId, verdict, now()));
  const tip = await done(submitTip({ text: `${secret} is to be looked at.` }, null, now()));
  const published = await desk.published("Two new ferries sail from Selby");
  await database.sqlOwner(
    `INSERT INTO shelf_life ("claimId", "recheckAt", since) VALUES ($1, now(), now()) ON CONFLICT DO NOTHING`,
    [published.claimId],
  );

  const [taskId, preparedId] = [newId(), newId()];
  await database.sqlOwner(
    `INSERT INTO task (id, kind, text, "claimId", "articleId") VALUES ($1, 're-check', $2, $3, $4)`,
    [taskId, `${secret} is to be checked again`, claimId, articleId],
  );
  await database.sqlOwner(
    `INSERT INTO prepared_notice (id, "claimId", slug, "articleId", kind, text, cause) VALUES ($1, $2, $3, $4, 'source-changed', $5, 'drift')`,
    [preparedId, published.claimId, published.slug, articleId, secret],
  );
  // As if they had heard of it before the setting was on.
  await database.sqlOwner(
    `INSERT INTO watch ("claimId", "userId", state, since) VALUES ($1, $2, 'watching', now())`,
    [claimId, intern.id],
  );
  await database.sqlOwner(
    `INSERT INTO notification (id, "userId", kind, text, "claimId", "articleId") VALUES ($1, $2, 'source-altered', $3, NULL, $4)`,
    [newId(), intern.id, `${secret} reads differently`, articleId],
  );

  const theirs = await done(addArticle(intern, { title: "Cranes", text: `Cranes.\n\n${shared}` }, now()));
  const mine = await done(createClaim(intern, { text: own, topics: [] }, now()));
  await done(
    addEvidence(
      intern,
      mine.claimId,
      { articleId: theirs.articleId, quote: { exact: "bought them back in May" }, stance: "context" },
      now(),
    ),
  );

  // Last: until then they did their work as anybody does.
  await database.sqlOwner(`UPDATE "user" SET "isIntern" = true WHERE id = $1`, [intern.id]);
  return {
    desk,
    intern,
    colleague,
    published,
    own: { claimId: mine.claimId, articleId: theirs.articleId, text: own },
    /** What is the colleague's, by the name that forms and addresses give its id. */
    foreign: {
      claimId,
      articleId,
      evidenceId,
      disagreementId: disagreement.disagreementId,
      searchId: search.id,
      replyId: reply.id,
      legalReadId: legal.id,
      commentId: comment.id,
      attributionId: edge.attributionId,
      tipId: tip.id,
      taskId,
      preparedId,
      captureId: await row(`SELECT id FROM capture WHERE "articleId" = $1`, [articleId]),
      quoteId: await row(`SELECT "quoteId" AS id FROM evidence WHERE id = $1`, [evidenceId]),
      originId: await row(`SELECT "toOriginId" AS id FROM attribution WHERE id = $1`, [edge.attributionId]),
    },
  };
}

export type OwnWorkScene = Awaited<ReturnType<typeof ownWorkScene>>;

/** The foreign id that belongs into an address after this word; null for what is everybody's, such as an outlet. */
export function foreignId({ foreign, published }: OwnWorkScene, folder: string): string | null {
  if (folder.includes("bundles/") || folder.includes("claims/[id]/correction")) return published.claimId;
  const noun = /([a-z-]+)\/\[id\]/.exec(folder)?.[1];
  const ids: Record<string, string> = {
    claims: foreign.claimId,
    articles: foreign.articleId,
    captures: foreign.captureId,
    comparisons: foreign.evidenceId,
    evidence: foreign.evidenceId,
    "legal-reads": foreign.legalReadId,
    attributions: foreign.attributionId,
    origins: foreign.originId,
    "reply-requests": foreign.replyId,
    searches: foreign.searchId,
    tips: foreign.tipId,
    notices: foreign.preparedId,
  };
  return (noun && ids[noun]) ?? null;
}

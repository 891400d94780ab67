import { done, makeDesk } from "./desk-scene";
import { everyEvidence, type Say } from "./every-evidence";
import { sealAll } from "./seal-all";
import type { TestDatabase } from "./test-database";
import type { Viewer } from "../../lib/access/viewer";
import { addArticle } from "../../lib/articles/commands/add-article";
import { editArticle } from "../../lib/articles/commands/edit-article";
import { addAttribution, decideAttribution } from "../../lib/attributions/commands/decide-attribution";
import { noteInterests } from "../../lib/attributions/commands/note-interests";
import { editClaim } from "../../lib/claims/commands/edit-claim";
import { gateDto, openClaim } from "../../lib/claims/queries";
import type { Disclosure } from "../../lib/claims/vocabulary";
import { addComment } from "../../lib/comments/commands";
import { db } from "../../lib/core/db.server";
import { markDisagreement } from "../../lib/disagreements/commands/mark-disagreement";
import { vouchForQuote } from "../../lib/evidence/vouch-for-quote.server";
import { noteLegalRead } from "../../lib/legal-reads/commands";
import { deliverWebhook } from "../../lib/jobs/deliver-webhook";
import { planDigests } from "../../lib/jobs/plan-digests";
import { sendDigest } from "../../lib/jobs/send-digest";
import { signOffVerdict } from "../../lib/publications/commands/sign-off-verdict";
import { writeVerdict } from "../../lib/verdicts/commands";
import { listDeliveries } from "../../lib/webhooks/queries";

const now = () => new Date();
const disclosures = ["public", "described", "withheld"] as const;

/** Words that stand in one place each, by who may read them. */
type Canaries = {
  /** What an exit must not tell, and what it is. */
  secrets: Map<string, string>;
  /** What readers may see: at least one exit must show it, or a test looks at nothing. */
  told: Set<string>;
};
type About = Canaries & { database: TestDatabase; author: Viewer; claimId: string };

/** Canaries of one piece of evidence; letters alone, so that no figure or date is read into them. */
function canaries({ secrets, told }: Canaries, kind: string, disclosure: Disclosure): Say {
  const letters = (text: string) => text.replace(/[^a-z]/gi, "");
  return (what) => {
    const word = `zq${letters(disclosure)}${letters(kind)}${letters(what)}`.toLowerCase();
    const isShown =
      disclosure === "public" || (disclosure === "described" && ["shows", "decisive"].includes(what));
    if (isShown) told.add(word);
    else secrets.set(word, `${what} of a ${disclosure} ${kind}`);
    return word;
  };
}

/** Somebody whom the source has it from, known only through it, and what both of them gain by what they say. */
async function addOrigin(author: Viewer, articleId: string, say: Say) {
  const own = { interests: say("sourceinterests"), interestsSource: say("sourceinterestsfrom") };
  await done(editArticle(author, articleId, own, now()));
  const to = { origin: { name: say("origin"), kind: "person", primary: true, naming: "named" } } as const;
  const { attributionId } = await done(addAttribution(author, articleId, { type: "cites", to }, now()));
  await done(decideAttribution(author, attributionId, { status: "confirmed" }, now()));
  const { toOriginId } = await db().attribution.findUniqueOrThrow({ where: { id: attributionId } });
  const gains = { interests: say("origininterests"), source: say("origininterestsfrom") };
  await done(noteInterests(author, toOriginId!, gains, now()));
}

/** A source behind the source, known only through it. */
async function addUpstream(author: Viewer, articleId: string, say: Say) {
  const mention = { outlet: say("mentioned"), title: say("mentionedtitle") };
  const { articleId: mentioned } = await done(addArticle(author, { mention }, now()));
  await done(addAttribution(author, articleId, { type: "cites", to: { articleId: mentioned } }, now()));
  await done(editArticle(author, mentioned, { notObtainable: say("notobtainable") }, now()));
}

/** Evidence of every kind in every disclosure, vouched for; returned are sentences that cite it. */
async function logAll(about: About, second: Viewer): Promise<string[]> {
  const kinds = everyEvidence(() => about);
  const cited: string[] = [];
  const publicIds: string[] = [];
  for (const disclosure of disclosures) {
    for (const kind of kinds) {
      const say = canaries(about, kind.name, disclosure);
      const found = await kind.log(say, {
        stance: "supports",
        disclosure,
        shows: say("shows"),
        decisive: { reason: say("decisive") },
        translation: { text: say("translation"), translator: say("translator") },
      });
      cited.push(`It floats.[^${found.evidenceId}]`);
      await addOrigin(about.author, found.articleId, say);
      if (disclosure === "public") publicIds.push(found.evidenceId);
      else await keepSecret(about, found, disclosure, kind.name, say, publicIds[0]!);
      await vouch(second, found.evidenceId);
    }
  }
  return cited;
}

async function keepSecret(
  { database, author, claimId, secrets }: About,
  found: { evidenceId: string; articleId: string },
  disclosure: Disclosure,
  kind: string,
  say: Say,
  besideId: string,
) {
  secrets.set(found.articleId, `the article of a ${disclosure} ${kind}`);
  if (disclosure === "withheld") secrets.set(found.evidenceId, `the id of a withheld ${kind}`);
  const rows = await database.sql<{ sha256: string; salt: string; quoteId: string; captureId: string }>(
    `SELECT c.sha256, c.id AS "captureId", e."commitmentSalt" AS salt, e."quoteId" FROM evidence e
     JOIN quote q ON q.id = e."quoteId" JOIN capture c ON c.id = q."captureId" WHERE e.id = $1`,
    [found.evidenceId],
  );
  for (const [name, value] of Object.entries(rows[0]!))
    secrets.set(value, `${name} of a ${disclosure} ${kind}`);
  await addUpstream(author, found.articleId, say);
  const pair = { a: besideId, b: found.evidenceId, why: say("disagreement") };
  await done(markDisagreement(author, claimId, pair, now()));
}

async function vouch(second: Viewer, evidenceId: string) {
  for (const what of ["region", "cut"] as const) await vouchForQuote(second, evidenceId, what, now());
}

/** What the worker sends out, sent: messages to other systems, and everybody's mail of the day. */
async function sendAll(database: TestDatabase): Promise<void> {
  for (const { id } of await listDeliveries()) await deliverWebhook({ deliveryId: id }, now());
  // As for people who chose to have everything by mail.
  await database.sqlOwner(`UPDATE notification SET "byMail" = true`);
  const tomorrow = new Date(Date.now() + 36 * 3_600_000);
  await planDigests(tomorrow);
  for (const { id } of await database.sql<{ id: string }>("SELECT id FROM digest"))
    await sendDigest({ digestId: id }, tomorrow);
}

/**
 * A claim published with evidence of every kind, a third of it described and a third withheld, and all that the house
 * sends out about it sent. Whoever receives messages is there before.
 */
export async function protectedScene(database: TestDatabase) {
  const desk = makeDesk(database);
  const scene = await desk.inReview("The yard at Selby owns boats");
  const { author, claimId } = scene;
  const [secrets, told] = [new Map<string, string>(), new Set<string>()];
  const cited = await logAll({ database, author, claimId, secrets, told }, scene.reviewer);
  const claim = (await openClaim(claimId, now()))!.claim;
  const about = { claimant: "The yard", topics: ["Harbours"], place: "Selby", version: claim.version };
  await done(editClaim(author, claimId, about, now()));
  await done(
    writeVerdict(
      author,
      claimId,
      { rating: "confirmed", finding: "It does.", writeUp: cited.join(" "), version: 1 },
      now(),
    ),
  );
  await done(addComment(scene.reviewer, claimId, { text: "Read them all." }, now()));
  await desk.review(scene.reviewer, claimId);
  await desk.review(scene.other, claimId);
  await desk.event(author, claimId, "ready");
  const reader = "zqlegalreader";
  secrets.set(reader, "who read the draft for the law");
  await done(noteLegalRead(author, claimId, { kind: "read", reader }, now()));
  const editor = await database.makeViewer("editor", "Signer");
  const current = (await openClaim(claimId, now()))!;
  const { issues } = await gateDto(editor, current, now());
  const open = issues.filter(({ overridable }) => overridable).map(({ code }) => code);
  const overrides = [...new Set(open)].map((code) => ({ code, reason: "For this test." }));
  const signed = await done(
    signOffVerdict(editor, claimId, { revisionHash: current.revision.hash, overrides }, now()),
  );
  await sendAll(database);
  await sealAll(database);
  return { secrets, told, author, claimId, slug: signed.publication.slug };
}

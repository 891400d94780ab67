import type { Viewer } from "../../lib/access/viewer";
import { addArticle } from "../../lib/articles/commands/add-article";
import { createClaim } from "../../lib/claims/commands/create-claim";
import { logSearch } from "../../lib/claims/commands/log-work";
import { sendEvent } from "../../lib/claims/commands/send-event";
import { openClaim } from "../../lib/claims/queries";
import type { ExternalEvent, Mark } from "../../lib/claims/vocabulary";
import { newId } from "../../lib/core/new-id.server";
import { addEvidence } from "../../lib/evidence/commands";
import { publishScheduled } from "../../lib/jobs/publish-scheduled";
import { abandonCorrection } from "../../lib/publications/commands/change-correction";
import { openCorrection } from "../../lib/publications/commands/open-correction";
import { retractPublication } from "../../lib/publications/commands/retract-publication";
import { signOffVerdict } from "../../lib/publications/commands/sign-off-verdict";
import { askReply } from "../../lib/replies/commands";
import { giveReview } from "../../lib/reviews/commands";
import { scheduleSignOff } from "../../lib/schedules/commands/schedule-sign-off";
import { decideTip, submitTip } from "../../lib/tips/commands";
import { writeVerdict } from "../../lib/verdicts/commands";
import { done } from "./desk-scene";
import type { TestDatabase } from "./test-database";

const hour = 3_600_000;
const after = (time: Date, hours: number) => new Date(time.getTime() + hours * hour);
type People = Record<"author" | "one" | "two", Viewer> & { editors: Viewer[]; database: TestDatabase };
/** A published one; `at`: when. */
type Verdict = { claimId: string; articleId: string; slug: string; at: Date };

const hashOf = async (claimId: string) => (await openClaim(claimId, new Date()))!.revision.hash;
const event = (viewer: Viewer, claimId: string, name: ExternalEvent, now: Date) =>
  done(sendEvent(viewer, claimId, { event: name }, now));

/**
 * Number `n` noted, researched from n quarters of an hour later and quoted from an article of its own; the mayor replied
 * about the first four. 8 was declined then, for an hour.
 */
async function research(n: number, { author }: People, noted: Date) {
  const text = `Ferry number ${n} sails from Selby`;
  const topics = [n <= 6 ? "Ferries" : "Bridges"];
  const claimant = n <= 4 ? { claimant: "The mayor" } : {};
  const { claimId } = await done(createClaim(author, { text, topics, ...claimant }, noted));
  const begun = after(noted, n / 4);
  if (n === 8) {
    await done(sendEvent(author, claimId, { event: "decline", reason: "low-reach" }, begun));
    await event(author, claimId, "reopen", after(begun, 1));
  } else await event(author, claimId, "start-research", begun);
  const exact = `The ferry with the number ${n} sails from Selby every morning.`;
  const { articleId } = await done(addArticle(author, { text: `Report ${n}\n\n${exact}\n` }, noted));
  const evidence = {
    articleId,
    quote: { exact },
    stance: "supports",
    decisive: { reason: "It is." },
  } as const;
  await done(addEvidence(author, claimId, evidence, noted));
  await done(logSearch(author, claimId, { where: "the register", query: "ferry", found: "nothing" }, noted));
  const asked = { asked: "The mayor", role: "claimant", how: "By mail" } as const;
  if (n <= 4)
    await done(askReply(author, claimId, { ...asked, outcome: "replied", reply: "It does." }, noted));
  return { claimId, articleId };
}

/**
 * Sent to review: the two agree, but on 9 and 10; on 1 they propose two ratings; 6 is sent back and comes again half an hour
 * later. Called ready n hours and three quarters after it was sent.
 */
async function review(n: number, { author, one, two }: People, claimId: string, sent: Date) {
  await event(author, claimId, "submit", sent);
  if (n === 6) {
    await event(one, claimId, "return", after(sent, 0.5));
    await event(author, claimId, "submit", after(sent, 1));
  }
  const isSplit = n === 9 || n === 10;
  const draft = isSplit
    ? { rating: "partly-confirmed", reconciliation: "We read it again together." }
    : { rating: "confirmed" };
  await done(writeVerdict(author, claimId, { ...draft, finding: `It does, number ${n}.`, version: 0 }, sent));
  const give = (viewer: Viewer, mark: Mark, rating: string) =>
    done(
      giveReview(
        viewer,
        claimId,
        { mark, rationale: "I read the report.", ...(n === 1 ? { rating } : {}) },
        after(sent, 1.5),
      ),
    );
  await give(one, "confirmed", "confirmed");
  await give(two, isSplit ? "disputed" : "confirmed", "mostly-confirmed");
  await event(author, claimId, "ready", after(sent, n + 0.75));
}

/**
 * The verdict of number `n`: noted on day n of February (to 6) or March (from 7) at 08:00, in review n hours later, signed
 * 2n hours after that.
 */
async function publish(n: number, people: People): Promise<Verdict> {
  const noted = new Date(Date.UTC(2026, n <= 6 ? 1 : 2, n, 8));
  const sent = after(noted, n);
  const signed = after(sent, 2 * n);
  const { claimId, articleId } = await research(n, people, noted);
  await review(n, people, claimId, sent);
  const revisionHash = await hashOf(claimId);
  const { publication } = await done(signOffVerdict(people.editors[0]!, claimId, { revisionHash }, signed));
  return { claimId, articleId, slug: publication.slug, at: signed };
}

/** A reader's report an hour before, a correction opened ten hours after the publication, and signed `n` hours after that. */
async function correct(n: number, people: People, { claimId, slug, at }: Verdict) {
  const { author, editors } = people;
  const opened = after(at, 10);
  const report = { text: "It is wrong.", url: `http://localhost:3000/verdicts/${slug}` };
  await done(submitTip(report as never, null, after(opened, -1)));
  await done(openCorrection(author, claimId, { class: "correction", reason: "A word was wrong." }, opened));
  await rewrite(people, claimId, `It does, said better, number ${n}.`, opened);
  const revisionHash = await hashOf(claimId);
  await done(signOffVerdict(editors[1]!, claimId, { revisionHash }, after(opened, n)));
}

async function rewrite({ author, database }: People, claimId: string, finding: string, now: Date) {
  const [{ version } = { version: 0 }] = await database.sql<{ version: number }>(
    `SELECT version FROM verdict WHERE "claimId" = $1`,
    [claimId],
  );
  await done(writeVerdict(author, claimId, { finding, version }, now));
  await event(author, claimId, "ready", now);
}

/** What came after publication: five corrections, an update that waited, one abandoned, one that a retraction ended, one open. */
async function changeWhatIsPublished(people: People, verdicts: Verdict[]) {
  const { author, editors, database } = people;
  const of = (n: number) => verdicts[n - 1]!;
  for (const n of [1, 2, 3, 4, 5]) await correct(n, people, of(n));
  const open = async (n: number, kind: "update" | "correction") => {
    const opened = after(of(n).at, 1);
    await done(openCorrection(author, of(n).claimId, { class: kind, reason: "New facts." }, opened));
    return opened;
  };
  // Signed seven hours after it was opened, for two hours later.
  const opened = await open(6, "update");
  await rewrite(people, of(6).claimId, "It does, and daily, number 6.", opened);
  const publishAt = after(opened, 9);
  const revisionHash = await hashOf(of(6).claimId);
  const input = { revisionHash, publishAt: publishAt.toISOString() };
  await done(scheduleSignOff(editors[1]!, of(6).claimId, input, after(opened, 7)));
  const [waiting] = await database.sql<{ id: string }>(`SELECT id FROM schedule WHERE state = 'waiting'`);
  const { outcome } = await publishScheduled({ scheduleId: waiting!.id }, publishAt);
  if (outcome !== "published") throw new Error(`What was signed for later is ${outcome}.`);
  await done(abandonCorrection(author, of(7).claimId, after(await open(7, "correction"), 1)));
  await open(8, "correction");
  const retraction = { reason: "It was another ferry.", version: 1 };
  await done(retractPublication(editors[0]!, of(8).claimId, retraction, after(of(8).at, 20)));
  await open(11, "update");
}

/** What came in and was not published: claims in each state, a part, one before the period, and three tips. */
async function noteTheRest({ author }: People) {
  const day = new Date("2026-03-20T09:00:00Z");
  const note = async (text: string, more: object = {}, now = day) =>
    (await done(createClaim(author, { text, ...more }, now))).claimId;
  await note("Noted before the period", {}, new Date("2026-01-31T23:59:00Z"));
  const whole = await note("Nobody decided about this yet");
  await note("A part of it", { parentId: whole });
  await event(author, await note("In research still"), "start-research", day);
  const taste = await note("The ferry is the prettiest", { topics: ["Ferries"] });
  await done(
    sendEvent(author, taste, { event: "decline", reason: "opinion", note: "A taste." }, after(day, 1)),
  );
  const tips = [];
  for (const text of ["Take this up.", "Leave this.", "It waits."])
    tips.push(await done(submitTip({ text } as never, null, day)));
  await done(decideTip(author, tips[0]!.id, { decision: "choose", text: "Taken from a tip" }, day));
  await done(
    decideTip(author, tips[1]!.id, { decision: "decline", reason: "opinion", note: "A taste." }, day),
  );
}

/** The first four articles have it from one register, told by one outlet; the fifth is its outlet's own reporting. */
async function trace({ author, database }: People, verdicts: Verdict[]) {
  const [post, own, register] = [newId(), newId(), newId()];
  for (const [id, name] of [
    [post, "Selby Post"],
    [own, "Goole Post"],
  ])
    await database.sqlOwner(`INSERT INTO outlet (id, name, "nameKey") VALUES ($1, $2, $2)`, [id, name]);
  await database.sqlOwner(
    `INSERT INTO origin (id, name, kind, naming) VALUES ($1, 'The harbour register', 'record', 'named')`,
    [register],
  );
  for (const [index, { articleId }] of verdicts.slice(0, 5).entries()) {
    const isOwn = index === 4;
    await database.sqlOwner(`UPDATE article SET "outletId" = $1 WHERE id = $2`, [
      isOwn ? own : post,
      articleId,
    ]);
    await database.sqlOwner(
      `INSERT INTO attribution (id, type, "fromArticleId", "toArticleId", "toOriginId", status, "decidedById", "decidedAt")
       VALUES ($1, $2, $3, $4, $5, 'confirmed', $6, now())`,
      [
        newId(),
        ...(isOwn ? ["own-reporting", articleId, articleId, null] : ["cites", articleId, null, register]),
        author.id,
      ],
    );
  }
}

/**
 * Plays a newsroom from February to April 2026 through the commands that people use, at times that make each of its figures
 * one that can be worked out in the head. Answers somebody who reads the desk.
 */
export async function tellStory(database: TestDatabase): Promise<Viewer> {
  const [author, one, two] = [
    await database.makeViewer("checker", "Author"),
    await database.makeViewer("checker", "One"),
    await database.makeViewer("checker", "Two"),
  ];
  const editors = [await database.makeViewer("editor", "Edda"), await database.makeViewer("editor", "Egil")];
  const people = { author, one, two, editors, database };
  const verdicts: Verdict[] = [];
  for (let n = 1; n <= 11; n += 1) verdicts.push(await publish(n, people));
  await trace(people, verdicts);
  await changeWhatIsPublished(people, verdicts);
  await noteTheRest(people);
  return author;
}

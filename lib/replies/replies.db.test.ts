import { describe, expect, it } from "vitest";
import { done, makeDesk, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { deadlineNews } from "./deadlines";
import { askReply, editReply, remindReply } from "./commands";
import { expungeCapture } from "../captures/commands";
import { getClaim, openClaim } from "../claims/queries";
import { db } from "../core/db.server";
import { addEvidence } from "../evidence/commands";
import { planReplyDeadlines } from "../jobs/plan-reply-deadlines";
import { claimHistory } from "../log/claim-history.server";
import { takeBack } from "../undo/take-back.server";
import { writeVerdict } from "../verdicts/commands";
import { restoreReply, withdrawReply } from "./withdraw-reply.server";

const database = useTestDatabase();
const desk = makeDesk(database);

const words = "We supplied 40 engines, not 60.\n\nThe rest came from elsewhere – ask the port.";
const asked = { asked: "Fjordkraft AS", role: "criticised", how: "by e-mail", outcome: "waiting" } as const;
const at = (time: string) => new Date(`2031-03-${time}Z`);

async function scene(deadlineAt: string | null = null) {
  const { claimId, author } = await desk.inReview();
  const input = { ...asked, question: "How many engines?", askedAt: at("01T12:00:00").toISOString() };
  const { id } = await done(askReply(author, claimId, { ...input, deadlineAt }, at("01T12:00:00")));
  const reply = async () =>
    (await getClaim(author, claimId, new Date()))!.replies.find((row) => row.id === id)!;
  return { claimId, author, id, reply };
}

describe("a reply", () => {
  it("is kept to the letter as a source, is quoted and anchored, and a sentence may cite it", async () => {
    const { claimId, author, id, reply } = await scene();
    await done(editReply(author, id, { reply: words }, at("02T09:00:00")));
    const kept = await reply();
    expect(kept).toMatchObject({ outcome: "replied", reply: words, repliedAt: "2031-03-02T09:00:00.000Z" });
    const { articleId, captureId, sha256 } = kept.source!;
    const capture = await db().capture.findUniqueOrThrow({ where: { id: captureId } });
    expect(Buffer.from(capture.bytes!).toString("utf8")).toBe(words);

    const quote = { exact: "We supplied 40 engines, not 60." };
    const { evidenceId } = await done(
      addEvidence(author, claimId, { articleId, quote, stance: "context" }, new Date()),
    );
    const before = (await openClaim(claimId, new Date()))!;
    const writeUp = `Fjordkraft AS says that it supplied 40 engines.[^${evidenceId}]`;
    await done(
      writeVerdict(author, claimId, { writeUp, version: before.dossier.verdict.version }, new Date()),
    );
    const { record } = (await openClaim(claimId, new Date()))!;
    expect(record.writeUp).toBe(writeUp);
    expect(record.evidence.find((item) => item.id === evidenceId)).toMatchObject({
      quote: { exact: quote.exact },
      capture: { sha256 },
    });
    expect(record.replies[0]).toMatchObject({
      question: "How many engines?",
      reply: words,
      capture: { sha256 },
    });
  });

  it("that is put right becomes the next copy of the same source, and its quotes are looked for again", async () => {
    const { claimId, author, id, reply } = await scene();
    await done(editReply(author, id, { reply: words }, at("02T09:00:00")));
    const first = (await reply()).source!;
    const quote = { exact: "We supplied 40 engines, not 60." };
    const input = { articleId: first.articleId, quote, stance: "context" } as const;
    const { evidenceId } = await done(addEvidence(author, claimId, input, new Date()));
    await done(editReply(author, id, { reply: words.replace("40", "45") }, at("02T10:00:00")));
    const second = (await reply()).source!;
    expect(second.articleId).toBe(first.articleId);
    expect(second.captureId).not.toBe(first.captureId);
    const claim = await getClaim(author, claimId, new Date());
    expect(claim!.evidence.find((item) => item.id === evidenceId)?.drift?.outcome).toBe("altered");
  });

  it("cannot be both there and missing", async () => {
    const { author, id } = await scene();
    const refusal = await refused(editReply(author, id, { reply: words, outcome: "no-reply" }, new Date()));
    expect(refusal).toMatchObject({ kind: "invalid", code: "reply-there" });
  });

  it("is not said to have come without its words; that they declined to answer is", async () => {
    const { author, id, claimId, reply } = await scene();
    const refusal = await refused(editReply(author, id, { outcome: "replied" }, new Date()));
    expect(refusal).toMatchObject({ kind: "invalid", code: "reply-missing", issues: [{ field: "reply" }] });
    const asked = { asked: "The works", role: "claimant", how: "by telephone", outcome: "replied" } as const;
    expect(await refused(askReply(author, claimId, asked, new Date()))).toMatchObject({
      code: "reply-missing",
    });
    expect(await reply()).toMatchObject({ outcome: "waiting", reply: null });
    await done(editReply(author, id, { outcome: "declined" }, new Date()));
    expect(await reply()).toMatchObject({ outcome: "declined", reply: null });
  });

  it("is taken out of its request with the copy that holds it", async () => {
    const { author, id, reply } = await scene();
    await done(editReply(author, id, { reply: words }, new Date()));
    const { captureId } = (await reply()).source!;
    const [admin, editor] = [
      await database.makeViewer("admin", "Asks"),
      await database.makeViewer("editor", "Confirms"),
    ];
    await done(expungeCapture(admin, captureId, { reason: "A name" }, new Date()));
    await done(expungeCapture(editor, captureId, { reason: "A name" }, new Date()));
    expect((await reply()).reply).toBeNull();
  });
});

describe("asking again", () => {
  it("is kept with its time, moves the deadline, and waits for an answer once more", async () => {
    const { author, id, reply } = await scene("2031-03-02T12:00:00Z");
    await done(editReply(author, id, { outcome: "no-reply" }, at("02T13:00:00")));
    const again = { how: "by telephone", deadlineAt: "2031-03-04T12:00:00Z" };
    await done(remindReply(author, id, again, at("03T09:00:00")));
    expect(await reply()).toMatchObject({
      outcome: "waiting",
      deadlineAt: "2031-03-04T12:00:00.000Z",
      reminders: [{ at: "2031-03-03T09:00:00.000Z", how: "by telephone" }],
    });
  });

  it("is refused once they answered", async () => {
    const { author, id } = await scene();
    await done(editReply(author, id, { outcome: "declined" }, new Date()));
    expect(await refused(remindReply(author, id, { how: "by telephone" }, new Date()))).toMatchObject({
      code: "already-answered",
    });
  });
});

describe("taking back what was noted of a reply", () => {
  it("makes words, outcome and time what they were, and not over what somebody noted since", async () => {
    const { author, id, reply } = await scene();
    const waiting = await reply();
    const undo = ({ entryId }: { entryId: string | null }) =>
      takeBack(author, { entryId: entryId! }, new Date());
    const noted = await done(editReply(author, id, { reply: words }, at("02T09:00:00")));
    const kept = await reply();
    const changed = await done(editReply(author, id, { reply: `${words} Ask.` }, at("02T10:00:00")));
    expect(await refused(undo(noted))).toMatchObject({ kind: "conflict", code: "stale" });
    await done(undo(changed));
    expect(await reply()).toMatchObject({ reply: words, outcome: "replied", repliedAt: kept.repliedAt });
    // Twice, as by whoever lost the answer: it is taken back once.
    for (let twice = 0; twice < 2; twice += 1) await done(undo(noted));
    const { outcome, reply: said, repliedAt } = await reply();
    expect({ outcome, said, repliedAt }).toEqual({
      outcome: waiting.outcome,
      said: null,
      repliedAt: waiting.repliedAt,
    });
  });

  it("brings back no words that were expunged meanwhile, which stand nowhere in the log either", async () => {
    const { author, id, reply } = await scene();
    await done(editReply(author, id, { reply: "Sigrun Holm knows." }, at("02T09:00:00")));
    const { captureId } = (await reply()).source!;
    const changed = await done(editReply(author, id, { reply: "We say nothing." }, at("02T10:00:00")));
    const [admin, editor] = [
      await database.makeViewer("admin", "Asks again"),
      await database.makeViewer("editor", "Confirms again"),
    ];
    for (const viewer of [admin, editor])
      await done(expungeCapture(viewer, captureId, { reason: "A name" }, new Date()));
    const refusal = await refused(takeBack(author, { entryId: changed.entryId! }, new Date()));
    expect(refusal).toMatchObject({ kind: "conflict", detail: expect.stringContaining("taken out") });
    expect(await reply()).toMatchObject({ reply: "We say nothing." });
    const kept = await database.sql("SELECT 1 FROM log_payload WHERE body::text LIKE '%Sigrun%'");
    expect(kept).toEqual([]);
  });

  it("is for whoever noted it alone", async () => {
    const { author, id, reply } = await scene();
    const { entryId } = await done(editReply(author, id, { outcome: "declined" }, at("02T09:00:00")));
    const other = await database.makeViewer("checker", "Another");
    expect(await refused(takeBack(other, { entryId: entryId! }, new Date()))).toMatchObject({
      kind: "not_found",
    });
    expect(await reply()).toMatchObject({ outcome: "declined" });
  });

  it("leaves no reminder, and the deadline and outcome from before it", async () => {
    const { claimId, author, id, reply } = await scene("2031-03-02T12:00:00Z");
    await done(editReply(author, id, { outcome: "no-reply" }, at("02T13:00:00")));
    const before = await reply();
    const again = { how: "by telephone", deadlineAt: "2031-03-04T12:00:00Z" };
    const { entryId } = await done(remindReply(author, id, again, at("03T09:00:00")));
    await done(takeBack(author, { entryId }, new Date()));
    expect(await reply()).toEqual(before);
    expect((await openClaim(claimId, new Date()))!.record.replies[0]).not.toHaveProperty("reminders");
    const second = await done(remindReply(author, id, again, at("03T09:00:00")));
    await done(editReply(author, id, { outcome: "declined" }, at("03T10:00:00")));
    expect(await refused(takeBack(author, second, new Date()))).toMatchObject({ code: "stale" });
  });

  it("is refused once somebody asked again after it, though nothing else was changed", async () => {
    const { claimId, author, id, reply } = await scene("2031-03-02T12:00:00Z");
    await done(editReply(author, id, { outcome: "no-reply" }, at("02T13:00:00")));
    const first = await done(remindReply(author, id, { how: "by telephone" }, at("03T09:00:00")));
    const other = await database.makeViewer("checker", "Asks again");
    const second = await done(remindReply(other, id, { how: "by letter" }, at("03T10:00:00")));
    const before = await reply();
    expect(await refused(takeBack(author, first, new Date()))).toMatchObject({ code: "stale" });
    expect(await reply()).toEqual(before);
    await done(takeBack(other, second, new Date()));
    await done(takeBack(author, first, new Date()));
    expect(await reply()).toMatchObject({ outcome: "no-reply", reminders: [] });
    // Also by somebody whose host has a clock that is behind.
    const third = await done(remindReply(author, id, { how: "by telephone" }, at("03T11:00:00")));
    const late = `00000000-${id}`;
    await database.sql(
      `INSERT INTO reply_reminder (id, "replyId", how, "sentAt", "createdById") VALUES ($1, $2, 'by letter', now(), $3)`,
      [late, id, other.id],
    );
    await database.sql(
      `INSERT INTO log_entry (id, at, "actorId", event, "subjectKind", "subjectId", "claimId", commitment)
       VALUES ($1, now(), $2, 'reply.reminded', 'reply-request', $3, $4, repeat('0', 64))`,
      [late, other.id, id, claimId],
    );
    await database.sql(
      `INSERT INTO log_payload ("entryId", salt, body) VALUES ($1, 's', jsonb_build_object('reminderId', $1::text))`,
      [late],
    );
    expect(await refused(takeBack(author, third, new Date()))).toMatchObject({ code: "stale" });
  });
});

describe("the deadline of a request", () => {
  it("is told to whoever asked, before it and when it is over, each once however often it is looked at", async () => {
    const { author, id } = await scene("2031-03-05T12:00:00Z");
    const told = async () =>
      (await db().notification.findMany({ where: { userId: author.id }, orderBy: { id: "asc" } }))
        .map(({ kind }) => kind)
        .filter((kind) => kind.startsWith("reply-"));
    await planReplyDeadlines(at("04T11:59:00"));
    expect(await told()).toEqual([]);
    await Promise.all([planReplyDeadlines(at("04T12:00:00")), planReplyDeadlines(at("04T12:00:30"))]);
    expect(await told()).toEqual(["reply-due"]);
    await planReplyDeadlines(at("05T12:00:00"));
    await planReplyDeadlines(at("05T12:00:30"));
    expect(await told()).toEqual(["reply-due", "reply-over"]);
    const row = { id, asked: asked.asked, askedAt: at("01T12:00:00"), deadlineAt: at("05T12:00:00") };
    const keys = await db().notification.findMany({ where: { userId: author.id, kind: "reply-over" } });
    expect(keys[0]?.onceKey).toBe(deadlineNews(row, at("05T12:00:00"), "UTC")?.onceKey);
  });

  it("is no news once an answer is logged", async () => {
    const { author, id } = await scene("2031-03-05T12:00:00Z");
    await done(editReply(author, id, { outcome: "declined" }, at("04T10:00:00")));
    await planReplyDeadlines(at("05T12:00:00"));
    expect(
      await db().notification.count({ where: { userId: author.id, kind: { startsWith: "reply-" } } }),
    ).toBe(0);
  });
});

describe("a request that is taken back", () => {
  it("is no news when its deadline comes, and comes back with the words of the reply", async () => {
    const { claimId, author, id, reply } = await scene("2031-03-05T12:00:00Z");
    await done(withdrawReply(author, id, at("02T12:00:00")));
    expect(await reply()).toBeUndefined();
    await planReplyDeadlines(at("05T12:00:00"));
    const told = { userId: author.id, kind: { startsWith: "reply-" } };
    expect(await db().notification.count({ where: told })).toBe(0);
    for (const write of [
      editReply(author, id, { outcome: "declined" }, new Date()),
      remindReply(author, id, { how: "by telephone" }, new Date()),
      withdrawReply(author, id, new Date()),
    ])
      expect(await refused(write)).toMatchObject({ code: "not-found" });
    await done(restoreReply(author, id, at("02T13:00:00")));
    await done(editReply(author, id, { reply: words }, at("02T14:00:00")));
    const kept = await reply();
    await done(withdrawReply(author, id, at("02T15:00:00")));
    await done(restoreReply(author, id, at("02T16:00:00")));
    expect(await reply()).toEqual(kept);
    const { entries } = await claimHistory(wholeDesk, claimId, { isBlind: true });
    expect(entries[0]).toMatchObject({ event: "reply.restored", detail: "Fjordkraft AS" });
  });
});

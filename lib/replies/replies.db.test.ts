import { describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { deadlineNews } from "./deadlines";
import { askReply, editReply, remindReply } from "./commands";
import { expungeCapture } from "../captures/commands";
import { editSearch, logSearch } from "../claims/commands/log-work";
import { getClaim, openClaim } from "../claims/queries";
import { db } from "../core/db.server";
import { addEvidence } from "../evidence/commands";
import { planReplyDeadlines } from "../jobs/plan-reply-deadlines";
import { saveDesk } from "../settings/commands";
import { writeVerdict } from "../verdicts/commands";

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

describe("a logged search", () => {
  it("is in the record only while the newsroom shows searches and nobody keeps it back; it counts either way", async () => {
    const { claimId, author } = await desk.inReview();
    const input = { where: "a bank's archive", query: "engines", found: "nothing" } as const;
    const { id } = await done(logSearch(author, claimId, input, new Date()));
    const places = async () => {
      const { record, dossier } = (await openClaim(claimId, new Date()))!;
      expect(dossier.searches).toHaveLength(2);
      return record.searches.map(({ where }) => where);
    };
    expect(await places()).toEqual(["the register", "a bank's archive"]);
    await done(editSearch(author, id, { shown: false }, new Date()));
    expect(await places()).toEqual(["the register"]);
    const admin = await database.makeViewer("admin", "Chooses");
    const { version } = await done(saveDesk(admin, { showsSearches: false, version: 0 }, new Date()));
    expect(await places()).toEqual([]);
    await done(saveDesk(admin, { showsSearches: true, version }, new Date()));
  });
});

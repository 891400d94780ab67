import { describe, expect, it } from "vitest";
import type { Viewer } from "../access/viewer";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { deadlineNews } from "./deadlines";
import { askReply, editReply, remindReply, type ReplyEdited } from "./commands";
import { expungeCapture } from "../captures/commands";
import { editSearch, logSearch } from "../claims/commands/log-work";
import { restoreSearch, withdrawSearch } from "../claims/commands/withdraw-search";
import { getClaim, openClaim } from "../claims/queries";
import { db } from "../core/db.server";
import { addEvidence } from "../evidence/commands";
import { planReplyDeadlines } from "../jobs/plan-reply-deadlines";
import { claimHistory } from "../log/claim-history.server";
import { saveDesk } from "../settings/commands";
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
    const undo = ({ changes, was }: ReplyEdited) => editReply(author, id, was, new Date(), changes);
    const noted = await done(editReply(author, id, { reply: words }, at("02T09:00:00")));
    const kept = await reply();
    const changed = await done(editReply(author, id, { reply: `${words} Ask.` }, at("02T10:00:00")));
    expect(await refused(undo(noted))).toMatchObject({ kind: "conflict", code: "stale" });
    await done(undo(changed));
    expect(await reply()).toMatchObject({ reply: words, outcome: "replied", repliedAt: kept.repliedAt });
    await done(undo(noted));
    const { outcome, reply: said, repliedAt } = await reply();
    expect({ outcome, said, repliedAt }).toEqual({
      outcome: waiting.outcome,
      said: null,
      repliedAt: waiting.repliedAt,
    });
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

describe("an edit of a search", () => {
  it("is undone to what it said before, unless somebody changed it since, and the history names the fields", async () => {
    const { claimId, author, other } = await desk.inReview();
    const open = async () => (await openClaim(claimId, new Date()))!;
    const before = await open();
    const { id, searchedAt } = before.dossier.searches[0]!;
    const input = {
      note: "Two drawers.",
      side: "disputes",
      searchedAt: "2031-03-01T09:00:00+01:00",
      shown: false,
    } as const;
    const edited = await done(editSearch(author, id, input, new Date()));
    expect(edited).toMatchObject({ changes: input, was: { note: null, searchedAt, shown: true } });
    const undo = (by: Viewer) => editSearch(by, id, edited.was, new Date(), edited.changes);
    await done(editSearch(other, id, { note: "Three drawers." }, new Date()));
    expect(await refused(undo(author))).toMatchObject({ code: "stale" });
    await done(editSearch(other, id, { note: "Two drawers." }, new Date()));
    await done(undo(author));
    await done(undo(author));
    expect((await open()).revision.hash).toBe(before.revision.hash);
    const { entries } = await claimHistory(claimId, { isBlind: true });
    const fields = ["note", "side", "shown", "searchedAt"];
    expect(entries.filter(({ event }) => event.startsWith("search.edit"))).toMatchObject([
      { event: "search.edit-undone", fields, detail: "the register: ferries" },
      { event: "search.edited", fields: ["note"] },
      { event: "search.edited", fields: ["note"] },
      { event: "search.edited", fields },
    ]);
  });
});

describe("what is taken back", () => {
  const history = async (claimId: string, kind: RegExp) =>
    (await claimHistory(claimId, { isBlind: true })).entries
      .filter(({ event }) => kind.test(event))
      .map(({ event, detail }) => [event, detail]);

  it("of searches counts no more, cannot be written on, comes back as it was, and stays in the history by name", async () => {
    const { claimId, author } = await desk.inReview();
    const open = async () => (await openClaim(claimId, new Date()))!;
    const before = await open();
    const { id } = before.dossier.searches[0]!;
    await done(withdrawSearch(author, id, new Date()));
    expect((await open()).dossier.searches).toEqual([]);
    expect((await open()).record.searches).toEqual([]);
    expect(await refused(editSearch(author, id, { note: "x" }, new Date()))).toMatchObject({
      code: "not-found",
    });
    expect(await refused(withdrawSearch(author, id, new Date()))).toMatchObject({ code: "not-found" });
    await done(restoreSearch(author, id, new Date()));
    await done(restoreSearch(author, id, new Date()));
    expect((await open()).revision.hash).toBe(before.revision.hash);
    expect(await history(claimId, /^search\./)).toEqual([
      ["search.restored", "the register: ferries"],
      ["search.withdrawn", "the register: ferries"],
      ["search.logged", null],
    ]);
  });

  it("of requests is no news when its deadline comes, and comes back with the words of the reply", async () => {
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
    expect((await history(claimId, /^reply\.(?:withdrawn|restored)$/)).at(0)).toEqual([
      "reply.restored",
      "Fjordkraft AS",
    ]);
  });

  it("has its authors again once somebody else puts it back, and both are authors", async () => {
    const { author, other, claimId } = await desk.inReview();
    const { id } = (await openClaim(claimId, new Date()))!.dossier.searches[0]!;
    await done(withdrawSearch(author, id, new Date()));
    await done(restoreSearch(other, id, new Date()));
    const open = await db().contribution.findMany({ where: { subjectId: id, removedCycle: null } });
    expect(new Set(open.map(({ userId }) => userId))).toEqual(new Set([author.id, other.id]));
  });

  it("stays on a published claim until a correction is opened", async () => {
    const { author, claimId } = await desk.published();
    const { id } = (await openClaim(claimId, new Date()))!.dossier.searches[0]!;
    expect(await refused(withdrawSearch(author, id, new Date()))).toMatchObject({
      code: "open-a-correction",
    });
  });
});

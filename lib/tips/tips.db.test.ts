import { describe, expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { eventsOf, signedIn } from "../accounts/fixtures/people.server";
import { db } from "../core/db.server";
import { retractPublication } from "../publications/commands/retract-publication";
import { decideTip, submitTip } from "./commands";
import { sendTip, someone } from "./fixtures/send-tip.server";
import { countTips, getTip, listTips, tipsOfClaim } from "./queries";
import { similarToTips } from "./similar-claims.server";

const desk = makeDesk(useTestDatabase());

const now = new Date("2026-11-01T09:00:00Z");

describe("a reader's tip", () => {
  it("waits for the desk, and what the reader wrote is not in the log", async () => {
    const checker = await signedIn("checker", now);
    const id = await sendTip(now);
    expect(await getTip(checker, id)).toMatchObject({
      id,
      state: "new",
      contact: "reader@example.org",
      claimId: null,
    });
    expect(await eventsOf(id)).toEqual(["tip.received"]);
    const payloads = await db().logPayload.findMany({ where: { entry: { subjectId: id } } });
    expect(JSON.stringify(payloads)).not.toMatch(/reader@example|bridge/);
  });

  it("is found by words in it, its address or how to reach the reader, and counted by state", async () => {
    const checker = await signedIn("checker", now);
    const before = await countTips(checker, "100% of_it");
    const id = await sendTip(now, "They say 100% OF_IT sank.");
    await sendTip(now, "They say 100 or 100a of-it sank.");
    const found = async (q: string) => (await listTips(checker, { q, limit: 5 })).items.map((tip) => tip.id);
    expect(await found(" 100% of_it ")).toEqual([id]);
    expect(await countTips(checker, "100% of_it")).toEqual({ ...before, new: before.new + 1 });
    expect(await found("nobody wrote this")).toEqual([]);
    expect(await found("READER@example.org")).toContain(id);
    const intern = { ...checker, id: "somebody-else", sees: "own" as const };
    expect(await countTips(intern)).toEqual({ new: 0, chosen: 0, declined: 0 });
  });

  it("is taken five times in ten minutes a client, and again later", async () => {
    const client = someone();
    const send = (at: Date) => submitTip({ text: "Once more." }, client, at);
    for (let count = 0; count < 5; count += 1) expect((await send(now)).ok).toBe(true);
    const sixth = await send(now);
    expect(sixth).toMatchObject({ ok: false, error: { kind: "rate_limited" } });
    expect(sixth.ok ? 0 : sixth.error.retryAfterSeconds).toBeGreaterThan(0);
    expect((await submitTip({ text: "Me too." }, someone(), now)).ok).toBe(true);
    expect((await send(new Date(now.getTime() + 600_000))).ok).toBe(true);
  });
});

describe("deciding about a tip", () => {
  it("makes a claim of it, with its figures and its link", async () => {
    const checker = await signedIn("checker", now);
    const id = await sendTip(now, "The bridge cost $34 million.");
    const done = await decideTip(checker, id, { decision: "choose", reason: "Many ask." }, now);
    const claimId = done.ok ? done.value.claimId : null;
    const claim = await db().claim.findUniqueOrThrow({
      where: { id: claimId ?? "" },
      include: { figures: true },
    });
    expect(claim).toMatchObject({
      text: "The bridge cost $34 million.",
      state: "new",
      why: "Many ask.",
      createdById: checker.id,
    });
    expect(claim.figures.map(({ low }) => low)).toEqual([34_000_000]);
    expect(await getTip(checker, id)).toMatchObject({
      state: "chosen",
      claimId,
      decidedBy: { id: checker.id },
    });
    expect(await eventsOf(id)).toEqual(["tip.received", "tip.chosen"]);
    expect(await eventsOf(claimId ?? "")).toEqual(["claim.created"]);
  });

  it("declines it with the reason, and makes no claim", async () => {
    const editor = await signedIn("editor", now);
    const id = await sendTip(now);
    const before = await db().claim.count();
    expect(await decideTip(editor, id, { decision: "decline", reason: "opinion" }, now)).toMatchObject({
      ok: true,
      value: { claimId: null },
    });
    expect(await getTip(editor, id)).toMatchObject({ state: "declined", reason: "opinion" });
    expect(await db().claim.count()).toBe(before);
  });

  it("asks why it is declined, and keeps words that are none of the list as the desk's own", async () => {
    const editor = await signedIn("editor", now);
    const id = await sendTip(now);
    expect(await decideTip(editor, id, { decision: "decline" }, now)).toMatchObject({
      ok: false,
      error: { code: "reason-missing", issues: [{ field: "reason" }] },
    });
    await decideTip(editor, id, { decision: "decline", reason: "Nobody reads it." }, now);
    expect(await getTip(editor, id)).toMatchObject({ reason: "other", note: "Nobody reads it." });
  });

  it("never tells the log or a claim how to reach the reader, nor the log what they wrote", async () => {
    const checker = await signedIn("checker", now);
    const words = "My neighbour, who runs the quay, says that the bridge is closed.";
    const [chosen, own, declined] = [
      await sendTip(now, words),
      await sendTip(now, words),
      await sendTip(now, words),
    ];
    const leak = { decision: "choose", text: "reader@example.org says that the bridge is closed" } as const;
    expect(await decideTip(checker, own, leak, now)).toMatchObject({
      ok: false,
      error: { code: "contact-in-claim", issues: [{ field: "text" }] },
    });
    await decideTip(checker, chosen, { decision: "choose" }, now);
    await decideTip(
      checker,
      own,
      { decision: "choose", text: "The bridge is closed", reason: "It matters." },
      now,
    );
    await decideTip(checker, declined, { decision: "decline", reason: "other", note: words }, now);
    const log = await db().logPayload.findMany();
    expect(JSON.stringify(log)).not.toMatch(/neighbour|reader@example\.org/);
    expect(JSON.stringify(log)).toContain("The bridge is closed");
    const claims = await db().claim.findMany({ where: { text: { contains: "reader@" } } });
    expect(claims).toEqual([]);
  });

  it("makes a claim of it where the reader left “no” to be reached by, and the claim has such a word", async () => {
    const checker = await signedIn("checker", now);
    const sent = await done(
      submitTip({ text: "No northern bridge is open.", contact: "no" }, someone(), now),
    );
    expect(await decideTip(checker, sent.id, { decision: "choose" }, now)).toMatchObject({ ok: true });
  });

  it("happens once, however many decide at once; the others learn who did", async () => {
    const people = [
      await signedIn("checker", now),
      await signedIn("editor", now),
      await signedIn("admin", now),
    ];
    const id = await sendTip(now, "A race of three.");
    const all = await Promise.all(people.map((viewer) => decideTip(viewer, id, { decision: "choose" }, now)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().claim.count({ where: { text: "A race of three." } })).toBe(1);
    const winner = people[all.findIndex(({ ok }) => ok)];
    expect(all.find(({ ok }) => !ok)).toMatchObject({
      ok: false,
      error: { kind: "conflict", code: "already-decided", extra: { winner: { id: winner?.id } } },
    });
  });

  it("is 404 for a tip that is not there", async () => {
    const checker = await signedIn("checker", now);
    expect(await decideTip(checker, "nothing", { decision: "choose" }, now)).toMatchObject({
      ok: false,
      error: { kind: "not_found" },
    });
  });
});

describe("claims that say the same as a tip", () => {
  it("are found with the words they share, can be named as why it is declined, and know who asked", async () => {
    const checker = await signedIn("checker", now);
    const first = await sendTip(now, "The Zwin lock gates rusted through in 2029.");
    const done = await decideTip(checker, first, { decision: "choose" }, now);
    const claimId = done.ok ? done.value.claimId! : "";
    const again = await sendTip(now, "Is it true that the Zwin lock gates rusted through?");
    const waiting = (await getTip(checker, again))!;
    const similar = (await similarToTips(checker, [waiting])).get(again)!;
    expect(similar[0]).toMatchObject({ claimId, isSame: true, reasons: [expect.stringContaining("zwin")] });
    const weak = await sendTip(now, "Who pays for the Zwin lock when its gates must be painted again?");
    const ofWeak = (await similarToTips(checker, [(await getTip(checker, weak))!, waiting])).get(weak)!;
    expect(ofWeak[0]).toMatchObject({ claimId, isSame: false });
    await decideTip(checker, again, { decision: "decline", reason: "already-checked", claimId }, now);
    expect(await getTip(checker, again)).toMatchObject({ state: "declined", claimId });
    const { id, text, url, createdAt } = (await getTip(checker, first))!;
    expect(await tipsOfClaim(checker, claimId)).toEqual({ from: { id, text, url, createdAt }, others: 1 });
    const stray = await sendTip(now);
    const missing = { decision: "decline", reason: "already-checked", claimId: "nothing" } as const;
    expect(await decideTip(checker, stray, missing, now)).toMatchObject({ error: { kind: "not_found" } });
  });

  it("tell whether readers still have the verdict, or it was retracted", async () => {
    const { claimId, editor } = await desk.published("The Ijzer sluice at Nieuwpoort leaks saltwater");
    const tip = await sendTip(now, "Does the Ijzer sluice at Nieuwpoort leak saltwater?");
    const found = async () =>
      (await similarToTips(editor, [(await getTip(editor, tip))!]))
        .get(tip)!
        .find((one) => one.claimId === claimId);
    expect((await found())?.publicState).toMatchObject({ version: 1, isRetracted: false });
    await done(retractPublication(editor, claimId, { reason: "Wrong.", version: 1 }, new Date()));
    expect((await found())?.publicState).toMatchObject({ version: 2, isRetracted: true });
  });
});

describe("the list of tips", () => {
  it("pages by key through all of them, newest first, each once", async () => {
    const checker = await signedIn("checker", now);
    for (let count = 0; count < 7; count += 1)
      await sendTip(new Date(now.getTime() + (count >> 1) * 60_000), `Tip ${count}`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTips(checker, { state: "new", limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const all = await listTips(checker, { state: "new", limit: 100 });
    expect(seen).toEqual(all.items.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
    const times = all.items.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort().reverse());
  });
});

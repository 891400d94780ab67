import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { eventsOf, signedIn } from "../accounts/fixtures/people.server";
import type { Viewer } from "../access/viewer";
import { createClaim } from "../claims/commands/create-claim";
import { sendEvent } from "../claims/commands/send-event";
import { db } from "../core/db.server";
import { ledgerFigures, listLedger } from "../selection/queries";
import { listLedgerSchema, type ListLedgerInput } from "../selection/schema";
import { decideTip, submitTip } from "./commands";
import { getTip, listTips, tipsOfClaim } from "./queries";
import { similarToTips } from "./similar-claims.server";
import { receiveTip } from "./receive-tip.server";

useTestDatabase();

const now = new Date("2026-11-01T09:00:00Z");
let clients = 0;
const someone = () => `198.51.100.${(clients += 1)}`;

async function tip(text = "Is it true that the bridge is closed?", at = now): Promise<string> {
  const done = await submitTip(
    { text, url: "https://example.org/post", contact: "reader@example.org" },
    someone(),
    at,
  );
  if (!done.ok) throw new Error(done.error.detail);
  return done.value.id;
}

describe("a reader's tip", () => {
  it("waits for the desk, and what the reader wrote is not in the log", async () => {
    const checker = await signedIn("checker", now);
    const id = await tip();
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
    const id = await tip("The bridge cost $34 million.");
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
    const id = await tip();
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
    const id = await tip();
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
    const [chosen, own, declined] = [await tip(words), await tip(words), await tip(words)];
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

  it("happens once, however many decide at once; the others learn who did", async () => {
    const people = [
      await signedIn("checker", now),
      await signedIn("editor", now),
      await signedIn("admin", now),
    ];
    const id = await tip("A race of three.");
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
    const first = await tip("The Zwin lock gates rusted through in 2029.");
    const done = await decideTip(checker, first, { decision: "choose" }, now);
    const claimId = done.ok ? done.value.claimId! : "";
    const again = await tip("Is it true that the Zwin lock gates rusted through?");
    const waiting = (await getTip(checker, again))!;
    const similar = (await similarToTips(wholeDesk, [waiting])).get(again)!;
    expect(similar[0]).toMatchObject({ claimId, reasons: [expect.stringContaining("zwin")] });
    await decideTip(checker, again, { decision: "decline", reason: "already-checked", claimId }, now);
    expect(await getTip(checker, again)).toMatchObject({ state: "declined", claimId });
    const { id, text, url, createdAt } = (await getTip(checker, first))!;
    expect(await tipsOfClaim(checker, claimId)).toEqual({ from: { id, text, url, createdAt }, others: 1 });
    const stray = await tip();
    const missing = { decision: "decline", reason: "already-checked", claimId: "nothing" } as const;
    expect(await decideTip(checker, stray, missing, now)).toMatchObject({ error: { kind: "not_found" } });
  });
});

describe("the selection ledger", () => {
  const arrived = new Date("2031-05-02T09:00:00Z");
  const listed = async (viewer: Viewer, input: Partial<ListLedgerInput> = {}) =>
    (await listLedger(viewer, listLedgerSchema.parse(input))).items;

  it("keeps claims and tips that were declined, with why, by whom and where from; filtered and paged, each once", async () => {
    const checker = await signedIn("checker", arrived);
    const made: string[] = [];
    for (const topic of ["Ships", "Ships", "Weather"]) {
      const claim = await createClaim(checker, { text: `A claim on ${topic}`, topics: [topic] }, arrived);
      const claimId = claim.ok ? claim.value.claimId : "";
      await sendEvent(
        checker,
        claimId,
        { event: "decline", reason: "low-reach", note: "Few saw it." },
        arrived,
      );
      made.push(claimId);
    }
    const tipId = await tip("Nothing to check here.", arrived);
    await decideTip(checker, tipId, { decision: "decline", reason: "opinion", note: "A taste." }, arrived);
    const may = { month: "2031-05" };
    // Claims are dated by the database, which is not in 2031.
    await db().claim.updateMany({ where: { id: { in: made } }, data: { createdAt: arrived } });
    expect((await listed(checker, may)).map(({ id }) => id)).toEqual([tipId, ...made.toReversed()]);
    expect((await listed(checker, { ...may, topic: "Ships" })).map(({ id }) => id)).toEqual([
      made[1],
      made[0],
    ]);
    const [ofTip] = await listed(checker, { ...may, source: "example.org" });
    expect(ofTip).toMatchObject({
      id: tipId,
      reason: "opinion",
      note: "A taste.",
      decided: { by: checker.name },
    });
    const [ofClaim] = await listed(checker, { ...may, source: "desk", reason: "low-reach" });
    expect(ofClaim).toMatchObject({ what: "claim", note: "Few saw it.", decided: { by: checker.name } });
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const shown = await listLedger(checker, { ...may, limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...shown.items.map(({ id }) => id));
      cursor = shown.nextCursor ?? undefined;
      more = cursor !== undefined;
    }
    expect(seen).toEqual([tipId, ...made.toReversed()]);
  });

  it("counts what was taken up and what was not; what waits for a decision is not counted", async () => {
    const checker = await signedIn("checker", arrived);
    const before = await ledgerFigures(checker);
    const claim = await createClaim(checker, { text: "Taken up", topics: ["Ledger"] }, arrived);
    const claimId = claim.ok ? claim.value.claimId : "";
    await tip("It waits.", arrived);
    expect((await ledgerFigures(checker)).total).toEqual(before.total);
    await sendEvent(checker, claimId, { event: "start-research" }, arrived);
    const after = await ledgerFigures(checker);
    expect(after.total).toEqual({ ...before.total, chosen: before.total.chosen + 1 });
    expect(after.topics).toContainEqual({ key: "Ledger", chosen: 1, declined: 0 });
    const sum = (rows: typeof after.months) =>
      rows.reduce((all, { chosen, declined }) => all + chosen + declined, 0);
    const total = after.total.chosen + after.total.declined;
    expect([sum(after.months), sum(after.sources), sum(after.reasons)]).toEqual([
      total,
      total,
      after.total.declined,
    ]);
  });

  it.each([
    ["https://www.Example.org/a?b", "example.org"],
    ["http://user:x@social.example:8080/p", "social.example"],
    [null, "no-address"],
  ])("knows the site of %s", async (url, site) => {
    const [row] = await db().$queryRaw<{ site: string }[]>`SELECT tip_site(${url}) AS site`;
    expect(row?.site).toBe(site);
  });
});

describe("the list of tips", () => {
  it("pages by key through all of them, newest first, each once", async () => {
    const checker = await signedIn("checker", now);
    for (let count = 0; count < 7; count += 1)
      await tip(`Tip ${count}`, new Date(now.getTime() + (count >> 1) * 60_000));
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

describe("POST /tips", () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    receiveTip(
      new NextRequest("http://localhost:3000/api/v1/tips", {
        method: "POST",
        body: typeof body === "string" ? body : JSON.stringify(body),
        headers: { "content-type": "application/json", "x-forwarded-for": someone(), ...headers },
      }),
    );

  it("needs no account and answers with the tip's id", async () => {
    const response = await post({ text: "From the open road." });
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    expect(await db().tip.findUnique({ where: { id } })).toMatchObject({
      text: "From the open road.",
      state: "new",
    });
  });

  it("refuses unknown keys, other formats and broken JSON", async () => {
    expect((await post({ text: "x", state: "chosen" })).status).toBe(400);
    expect((await post("{")).status).toBe(400);
    expect((await post({ text: "x" }, { "content-type": "text/plain" })).status).toBe(415);
  });

  it("does a retried request once, and refuses the key for another tip", async () => {
    const headers = { "idempotency-key": "reader-1", "x-forwarded-for": someone() };
    const [first, second] = [
      await post({ text: "Twice." }, headers),
      await post({ text: "Twice." }, headers),
    ];
    expect(await second.json()).toEqual(await first.json());
    expect(await db().tip.count({ where: { text: "Twice." } })).toBe(1);
    expect((await post({ text: "Other." }, headers)).status).toBe(409);
  });

  it("answers 429 with the seconds to wait", async () => {
    const headers = { "x-forwarded-for": someone() };
    for (let count = 0; count < 5; count += 1) await post({ text: `Number ${count}` }, headers);
    const response = await post({ text: "Number six" }, headers);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

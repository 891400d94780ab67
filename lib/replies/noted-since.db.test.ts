import { describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { getClaim } from "../claims/queries";
import { askReply, editReply } from "./commands";
import { withdrawReply } from "./withdraw-reply.server";

const database = useTestDatabase();
const desk = makeDesk(database);

const words = "We supplied 40 engines, not 60.\n\nThe rest came from elsewhere – ask the port.";
const at = (time: string) => new Date(`2031-03-${time}Z`);

async function scene() {
  const { claimId, author } = await desk.inReview();
  const asked = { asked: "Fjordkraft AS", role: "criticised", how: "by e-mail", outcome: "waiting" } as const;
  const { id } = await done(askReply(author, claimId, asked, at("01T12:00:00")));
  const reply = async () =>
    (await getClaim(author, claimId, new Date()))!.replies.find((row) => row.id === id)!;
  return { author, id, reply };
}

describe("a note of a reply that somebody made after it was read", () => {
  const asRead = { outcome: "waiting", reply: null, repliedAt: null } as const;

  it("is not written over: both sides are given, with who made it, and the next save is about that", async () => {
    const { author, id, reply } = await scene();
    const other = await database.makeViewer("checker", "Older tab");
    await done(editReply(author, id, { reply: words }, at("02T09:00:00")));
    const kept = await reply();
    const mine = { outcome: "no-reply", reply: null } as const;
    const refusal = await refused(editReply(other, id, { ...mine, expected: asRead }, new Date()));
    expect(refusal).toMatchObject({
      kind: "conflict",
      code: "stale",
      detail: expect.stringContaining(author.name),
      extra: {
        current: { outcome: "replied", reply: words, repliedAt: kept.repliedAt },
        conflict: [
          { field: "outcome", mine: "no-reply", theirs: "replied" },
          { field: "reply", mine: "", theirs: words },
        ],
      },
    });
    expect(await reply()).toEqual(kept);
    const { current } = refusal.extra as { current: typeof asRead };
    await done(editReply(other, id, { outcome: "declined", reply: null, expected: current }, new Date()));
    expect(await reply()).toMatchObject({ outcome: "declined", reply: null });
  });

  it("that says the same is done, and whoever does not say what they read goes on as before", async () => {
    const { author, id, reply } = await scene();
    await done(editReply(author, id, { reply: words }, at("02T09:00:00")));
    const same = { outcome: "replied", reply: words, expected: asRead } as const;
    expect(await done(editReply(author, id, same, new Date()))).toMatchObject({ entryId: null });
    await done(editReply(author, id, { outcome: "declined", reply: null }, new Date()));
    expect(await reply()).toMatchObject({ outcome: "declined" });
  });

  it("keeps its request from being taken back unread", async () => {
    const { author, id, reply } = await scene();
    await done(editReply(author, id, { reply: words }, at("02T09:00:00")));
    const refusal = await refused(withdrawReply(author, id, new Date(), asRead));
    expect(refusal).toMatchObject({ kind: "conflict", code: "stale" });
    const { outcome, reply: said, repliedAt } = await reply();
    await done(withdrawReply(author, id, new Date(), { outcome, reply: said, repliedAt }));
    expect(await reply()).toBeUndefined();
  });
});

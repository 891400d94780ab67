import { describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { askReply, editReply, remindReply } from "./commands";

const desk = makeDesk(useTestDatabase());
const asked = { asked: "Fjordkraft AS", role: "criticised", how: "by e-mail", outcome: "waiting" } as const;
const day = (number: number) => `2031-03-0${number}T12:00:00.000Z`;
const now = new Date(day(3));
const tooEarly = { code: "deadline-before-asking", issues: [{ field: "deadlineAt" }] };
const later = (field: string) => ({ code: "asked-later", issues: [{ field }] });

describe("nobody fails to reply by a deadline before they were asked", () => {
  it("is refused when they are asked, and a clock some minutes ahead is none that is still to come", async () => {
    const { claimId, author } = await desk.inReview();
    const ask = (more: { askedAt?: string; deadlineAt?: string }) =>
      askReply(author, claimId, { ...asked, ...more }, now);
    expect(await refused(ask({ askedAt: day(3), deadlineAt: day(2) }))).toMatchObject(tooEarly);
    expect(await refused(ask({ askedAt: day(2), deadlineAt: day(1) }))).toMatchObject(tooEarly);
    expect(await refused(ask({ askedAt: day(4) }))).toMatchObject(later("askedAt"));
    await done(ask({ askedAt: day(1), deadlineAt: day(2) }));
    await done(ask({ askedAt: "2031-03-03T12:04:00.000Z" }));
  });

  it("is refused when they are asked again, and when the deadline is put right", async () => {
    const { claimId, author } = await desk.inReview();
    const { id } = await done(askReply(author, claimId, { ...asked, askedAt: day(2) }, now));
    const again = (more: { sentAt?: string; deadlineAt?: string }) =>
      remindReply(author, id, { how: "by telephone", ...more }, now);
    expect(await refused(again({ sentAt: day(3), deadlineAt: day(2) }))).toMatchObject(tooEarly);
    expect(await refused(again({ sentAt: day(2), deadlineAt: day(1) }))).toMatchObject(tooEarly);
    expect(await refused(again({ sentAt: day(4) }))).toMatchObject(later("sentAt"));
    expect(await refused(editReply(author, id, { deadlineAt: day(1) }, now))).toMatchObject(tooEarly);
    await done(again({ sentAt: day(2), deadlineAt: day(3) }));
    await done(editReply(author, id, { deadlineAt: day(2) }, now));
    await done(editReply(author, id, { deadlineAt: null }, now));
  });
});

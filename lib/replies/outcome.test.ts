import { expect, it } from "vitest";
import { isSilenceWithoutDeadline, replyStanding } from "./outcome";

const deadline = "2031-03-08T12:00:00Z";

it.each([
  ["still waited for", "waiting", deadline, "2031-03-08T11:59:59Z", "waiting"],
  ["waited for until the deadline", "waiting", deadline, "2031-03-08T12:00:00Z", "no-reply-by"],
  ["no deadline was given", "waiting", null, "2031-03-08T12:00:00Z", "waiting"],
  ["nothing came, without a deadline", "no-reply", null, "2031-03-08T12:00:00Z", "no-reply"],
  ["nothing came by the deadline", "no-reply", deadline, "2031-03-08T12:00:00Z", "no-reply-by"],
  ["given up before the deadline", "no-reply", deadline, "2031-03-01T12:00:00Z", "no-reply"],
  ["answered late", "replied", deadline, "2031-03-09T12:00:00Z", "replied"],
  ["declined", "declined", deadline, "2031-03-09T12:00:00Z", "declined"],
])("%s", (_name, outcome, deadlineAt, at, standing) =>
  expect(replyStanding({ outcome, deadlineAt }, at)).toBe(standing),
);

it("knows silence of whoever was given no time to answer by", () => {
  const given = [
    ["no-reply", null],
    ["no-reply", deadline],
    ["waiting", null],
    ["declined", null],
  ] as const;
  expect(given.map(([outcome, deadlineAt]) => isSilenceWithoutDeadline({ outcome, deadlineAt }))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

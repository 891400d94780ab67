import { describe, expect, it } from "vitest";
import { digestMail, mailWords, slotOf, slotsAt, urgentSlot, type DigestItem } from "./digest-mail";

const url = "https://desk.example";
const claim = { id: "c1", text: "Two new ferries sail from Selby" };
const item = (more: Partial<DigestItem> = {}): DigestItem => ({
  kind: "mention",
  text: "Marko Lind mentioned you in a comment.",
  claim,
  at: "2031-03-14T12:00:00Z",
  ...more,
});
const mail = (items: DigestItem[]) => digestMail({ name: "Iryna Koval" }, items, url)!;

describe("the mail of what is new", () => {
  it("is not made of nothing", () => expect(digestMail({ name: "Iryna" }, [], url)).toBeNull());

  it("says what happened on which claim, where to look, and how to get less", () => {
    expect(mail([item()])).toEqual({
      subject: "One thing for you on the desk",
      text: [
        "Iryna Koval, this is new on the desk.",
        "Two new ferries sail from Selby\n- Marko Lind mentioned you in a comment.\nhttps://desk.example/desk/claims/c1",
        "Which mail you get: https://desk.example/desk/settings/notifications",
      ].join("\n\n"),
    });
  });

  it("says the same thing of one claim once, and keeps claims apart", () => {
    const other = { id: "c2", text: "Another" };
    const { text, subject } = mail([
      item(),
      item(),
      item({ claim: other, text: "Marko gave you this claim." }),
    ]);
    expect(subject).toBe("3 things for you on the desk");
    expect(text.match(/mentioned you/g)).toHaveLength(1);
    expect(text).toContain("Another\n- Marko gave you this claim.\nhttps://desk.example/desk/claims/c2");
  });

  it("leads to where a claim is signed when that is all it is told for", () => {
    const toSign = item({ kind: "to-sign", text: "Ann called it ready for an editor." });
    expect(mail([toSign]).text).toMatch(/\/desk\/claims\/c1\/sign-off$/m);
    expect(mail([toSign, item()]).text).toMatch(/\/desk\/claims\/c1$/m);
  });

  it.each(["source-altered", "source-gone", "source-marked", "source-restored", "source-of-a-later-version"])(
    "never carries the quoted words of %s",
    (kind) => {
      const words = mailWords({
        kind,
        text: "“the withheld witness said” reads differently at Secret Gazette.",
      });
      expect(words).not.toMatch(/withheld|Secret/);
    },
  );

  it("cannot be broken into headers or further lines by a name or a claim", () => {
    const evil = "Marko\r\nBcc: all@example.org\n\nhttps://evil.example";
    const made = mail([item({ text: `${evil} gave you this claim.`, claim: { id: "c/1?x", text: evil } })]);
    expect(made.subject).not.toMatch(/[\r\n]/);
    expect(made.text.split("\n").filter((line) => /^(?:Bcc|https:\/\/evil)/.test(line))).toEqual([]);
    expect(made.text).toContain("https://desk.example/desk/claims/c%2F1%3Fx");
  });

  it("stays short: long claims are cut, and the fifty-first thing is counted", () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      item({ claim: { id: `c${n}`, text: "é".repeat(500) } }),
    );
    const { text } = mail(many);
    expect(text).toContain("And 10 more");
    expect(Math.max(...text.split("\n").map((line) => Array.from(line).length))).toBeLessThanOrEqual(140);
  });
});

describe("a mail of what was signed or promised", () => {
  it.each([
    [
      "schedule",
      "It will not be published on 15 March at 06:00, as signed. Marko cancelled it.",
      "What was signed",
    ],
    ["next-update", "Readers were promised an update by 15 March at 18:00.", "An update that readers"],
  ])("says in full what became of it (%s)", (kind, text, subject) => {
    const made = mail([item({ kind, text })]);
    expect(made.text).toContain(`- ${text}`);
    expect(made.subject).toContain(subject);
  });
});

describe("the hour or day of a mail", () => {
  it("is no other mail's where it waits for none, and its own day's news ends with it", () => {
    const sharp = new Date("2031-03-14T07:00:00Z");
    const slots = slotsAt(sharp, "UTC");
    expect(slots.map(({ slot }) => slot.getTime())).not.toContain(urgentSlot(sharp).getTime());
    expect(slots.filter(({ rhythm, slot, until }) => rhythm === "day" && slot !== until)).toEqual([]);
    expect(new Set(slots.map(({ rhythm, hour }) => `${rhythm} ${hour}`)).size).toBe(48);
  });

  it.each([
    ["hour", 7, "2031-03-14T12:34:56Z", "2031-03-14T12:00:00.000Z"],
    ["hour", 7, "2031-03-14T12:00:00Z", "2031-03-14T12:00:00.000Z"],
    ["day", 7, "2031-03-14T07:00:00Z", "2031-03-14T07:00:00.000Z"],
    ["day", 7, "2031-03-14T06:59:59Z", "2031-03-13T07:00:00.000Z"],
    ["day", 0, "2031-03-01T00:00:00Z", "2031-03-01T00:00:00.000Z"],
    ["day", 23, "2031-03-01T22:00:00Z", "2031-02-28T23:00:00.000Z"],
  ] as const)("%s at %i, now %s: %s", (rhythm, hour, now, slot) =>
    expect(slotOf({ rhythm, hour }, new Date(now), "UTC")?.toISOString()).toBe(slot),
  );

  it("is none for who wants no mail", () =>
    expect(slotOf({ rhythm: "never", hour: 7 }, new Date(), "UTC")).toBeNull());

  it.each([
    ["Europe/Kyiv", 7, "2024-06-28T04:00:00Z", "2024-06-28T04:00:00.000Z"],
    ["Europe/Kyiv", 7, "2024-06-28T03:59:59Z", "2024-06-27T04:00:00.000Z"],
    ["Europe/Kyiv", 7, "2024-12-28T05:00:00Z", "2024-12-28T05:00:00.000Z"],
    ["Europe/Kyiv", 0, "2024-06-27T21:00:00Z", "2024-06-27T21:00:00.000Z"],
    ["Europe/Kyiv", 23, "2024-06-28T20:30:00Z", "2024-06-28T20:00:00.000Z"],
    // Spring, 03:00 to 04:00: the day before, the skipped hour, the day after.
    ["Europe/Kyiv", 7, "2024-03-31T04:30:00Z", "2024-03-31T04:00:00.000Z"],
    ["Europe/Kyiv", 7, "2024-03-31T03:59:59Z", "2024-03-30T05:00:00.000Z"],
    ["Europe/Kyiv", 3, "2024-03-31T01:00:00Z", "2024-03-31T01:00:00.000Z"],
    ["Europe/Kyiv", 3, "2024-03-31T00:59:59Z", "2024-03-30T01:00:00.000Z"],
    // Autumn, 04:00 to 03:00: the hour that comes twice has one mail.
    ["Europe/Kyiv", 3, "2024-10-27T00:00:00Z", "2024-10-27T00:00:00.000Z"],
    ["Europe/Kyiv", 3, "2024-10-27T01:00:00Z", "2024-10-27T00:00:00.000Z"],
    ["Europe/Kyiv", 7, "2024-10-27T04:59:59Z", "2024-10-26T04:00:00.000Z"],
    ["America/New_York", 20, "2025-01-01T00:59:59Z", "2024-12-31T01:00:00.000Z"],
    ["America/New_York", 20, "2025-01-01T01:00:00Z", "2025-01-01T01:00:00.000Z"],
  ] as const)("on the clocks of %s at %i, now %s: %s", (zone, hour, now, slot) =>
    expect(slotOf({ rhythm: "day", hour }, new Date(now), zone)?.toISOString()).toBe(slot),
  );
});

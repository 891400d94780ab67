import { hourMs } from "../core/durations";
import { clockIn, firstInstantIn } from "../core/zoned-time";
import type { Rhythm } from "./kinds";

/** One piece of news as a mail may carry it: names of colleagues and the claim's wording, nothing from evidence or answers. */
export type DigestItem = {
  kind: string;
  text: string;
  claim: { id: string; text: string } | null;
  at: string;
};
export type DigestMail = { subject: string; text: string };

/** Words for news whose own text quotes evidence, which may be withheld, or names who was asked: a mail leaves the house. */
const plainWords: Record<string, string> = {
  "source-altered": "A source of this claim has other words now.",
  "source-gone": "Words that this claim quotes are not at their source any more.",
  "source-marked": "Somebody said how far a source of this claim can be relied on.",
  "source-restored": "A source of this claim has its former words again.",
  "reply-due": "The time to answer a request of yours for a reply is nearly over.",
  "reply-over": "The time to answer a request of yours for a reply is over, and no answer is logged.",
};

/** News whose own text is names, times and deeds, without a word of evidence, answers or comments. */
const toldAsIs = [
  ...["to-sign", "mention", "assigned", "claim", "account"],
  ...["schedule", "next-update", "shelf-life", "site-page"],
];

const mostItems = 50;
const mostLetters = 140;

const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();

function shorten(text: string): string {
  const letters = Array.from(oneLine(text));
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters - 1).join("")}…` : letters.join("");
}

/** What a mail says of one piece of news: its own text only where that is known to be names and deeds. */
export function mailWords({ kind, text }: Pick<DigestItem, "kind" | "text">): string {
  if (toldAsIs.includes(kind)) return oneLine(text);
  return plainWords[kind] ?? "Something happened here; read on the desk what.";
}

/**
 * The mail that tells a person what is new, a paragraph a claim; null when nothing is. `deskUrl` is the desk's public
 * address without a slash at its end. Plain text, so that nothing in it can be a link but ours.
 */
export function digestMail(
  person: { name: string },
  items: readonly DigestItem[],
  deskUrl: string,
): DigestMail | null {
  if (items.length === 0) return null;
  const groups = new Map<string, DigestItem[]>();
  for (const item of items.slice(0, mostItems)) {
    const key = item.claim?.id ?? "";
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const paragraphs = [...groups].map(([claimId, told]) => {
    const claim = told[0]!.claim;
    const lines = [...new Set(told.map(mailWords))].map((words) => `- ${words}`);
    const step = told.every(({ kind }) => kind === "to-sign") ? "/sign-off" : "";
    const link = `${deskUrl}/desk/${claim ? `claims/${encodeURIComponent(claimId)}${step}` : "notifications"}`;
    return [...(claim ? [shorten(claim.text)] : []), ...lines, link].join("\n");
  });
  const rest = items.length - mostItems;
  return {
    subject: items.length === 1 ? subjectOf(items[0]!) : `${items.length} things for you on the desk`,
    text: [
      `${oneLine(person.name)}, this is new on the desk.`,
      ...paragraphs,
      ...(rest > 0 ? [`And ${rest} more: ${deskUrl}/desk/notifications`] : []),
      `Which mail you get: ${deskUrl}/desk/settings/notifications`,
    ].join("\n\n"),
  };
}

/** What cannot wait says what it is about before the mail is opened. */
function subjectOf({ kind }: DigestItem): string {
  if (kind === "schedule") return "What was signed for a time on the desk";
  if (kind === "next-update") return "An update that readers were promised";
  return "One thing for you on the desk";
}

/** A rhythm of mail as it stands now: its mail is made for `slot`, of what was told until `until`. */
export type DueSlot = Rhythm & { slot: Date; until: Date };

/**
 * Every rhythm that somebody may have chosen, with the mail that would be made now. The daily one carries what was told
 * until its hour, whatever happened since waits for the next; the hourly one carries all.
 */
export function slotsAt(now: Date, timeZone: string): DueSlot[] {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return (["day", "hour"] as const).flatMap((rhythm) =>
    hours.flatMap((hour) => {
      const slot = slotOf({ rhythm, hour }, now, timeZone);
      return slot ? [{ rhythm, hour, slot, until: rhythm === "day" ? slot : now }] : [];
    }),
  );
}

/** The slot of a mail that waits for no hour: now, and never one that a rhythm has, which begin with a whole minute. */
export function urgentSlot(now: Date): Date {
  return new Date(now.getTime() % 60_000 === 0 ? now.getTime() + 1 : now.getTime());
}

/**
 * The hour or day that a mail made now would be for, or null when none is due: the hourly one is for the hour that began
 * last, the daily one for today once its hour has come on the clocks of `timeZone`, else for yesterday.
 */
export function slotOf({ rhythm, hour }: Rhythm, now: Date, timeZone: string): Date | null {
  if (rhythm === "never") return null;
  if (rhythm === "hour") return new Date(Math.floor(now.getTime() / hourMs) * hourMs);
  const slotOn = (day: string) => firstInstantIn(timeZone, `${day}T${String(hour).padStart(2, "0")}:00`);
  const today = clockIn(timeZone, now).slice(0, 10);
  const slot = slotOn(today);
  return slot <= now ? slot : slotOn(dayBefore(today));
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * hourMs).toISOString().slice(0, 10);
}

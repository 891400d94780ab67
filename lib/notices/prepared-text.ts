import { diffTokens, wordDiff } from "../publications/word-diff";

/** Readers' notices are short: two quotes of this length leave room for the sentence, see `noticeLimit`. */
const quotedMax = 104;

const inDays = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});

const sayDay = (at: Date) => inDays.format(at);

export type SourceWords = {
  /** How readers know the source; null when it is not named in the publication. */
  source: string | null;
  /** How the publication shows the passage; anything but public is not quoted. */
  disclosure: "public" | "described" | "withheld";
};

export type ChangedWords = SourceWords & {
  outcome: "altered" | "gone";
  use: "evidence" | "appearance";
  was: string;
  is: string | null;
  method: "fetched" | "uploaded" | "pasted";
  checkedAt: Date;
};

const plainAdvice = "We are checking whether our finding still stands.";

/**
 * The draft of a notice about changed words: what we quoted, what stands there now, when we looked. A pasted or
 * uploaded copy is said to be one, with who put it in and when: what the source says now, and which of the two came
 * first, is not known of it. Words that are gone are never said to have been edited, and a source that the publication
 * does not name stays unnamed.
 */
export function changedWordsNotice(change: ChangedWords): string {
  const { outcome, disclosure, method, was, is } = change;
  const when = sayDay(change.checkedAt);
  if (disclosure !== "public") {
    return `A source that this check relies on no longer has the same words (looked at on ${when}). ${plainAdvice}`;
  }
  const source = change.source ?? "A source of this check";
  const quoted = change.use === "evidence" ? "we quote" : "the claim is quoted with";
  const isGone = outcome === "gone" || is === null;
  const [before, after] = isGone ? [clip(was), ""] : difference(was, is);
  const held = "We hold a copy of the page as we quoted it.";
  if (method !== "fetched") {
    const copy = `a copy that we ${method} on ${when}`;
    return isGone
      ? `${source}: words that ${quoted} do not stand in ${copy}: “${before}”. ${held} ${plainAdvice}`
      : `${source}: words that ${quoted} read differently in ${copy}. As quoted: “${before}”. In the copy: “${after}”. ${plainAdvice}`;
  }
  return isGone
    ? `${source}: words that ${quoted} were not on the page when we looked on ${when}: “${before}”. ${held} ${plainAdvice}`
    : `${source}: words that ${quoted} read differently when we looked on ${when}. They were: “${before}”. They are now: “${after}”. ${plainAdvice}`;
}

const marks = {
  corrected: "was corrected by its outlet",
  retracted: "was withdrawn by its outlet",
  compromised: "can no longer be relied on",
} as const;

/** The draft of a notice about a source that was marked; `isDirect` false when it is reached through another source. */
export function unreliableSourceNotice(
  facts: SourceWords & { reliability: keyof typeof marks; isDirect: boolean; markedAt: Date },
): string {
  const name = facts.disclosure === "public" && facts.source ? `“${clip(facts.source)}”` : null;
  const subject = facts.isDirect
    ? name
      ? `A source of this check, ${name},`
      : "A source of this check"
    : "A report that a source of this check draws on";
  return `${subject} ${marks[facts.reliability]} (noted on ${sayDay(facts.markedAt)}). ${plainAdvice}`;
}

/** At most `quotedMax` characters, cut between words, without the mark that the notice's own sentence ends with. */
function clip(text: string): string {
  const plain = text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[.,;:]$/u, "");
  const points = Array.from(plain);
  if (points.length <= quotedMax) return plain;
  const head = points.slice(0, quotedMax).join("");
  return `${head.slice(0, Math.max(head.lastIndexOf(" "), quotedMax / 2)).trimEnd()} …`;
}

/** The two wordings around their first difference, so that a long quote still shows what changed. */
function difference(was: string, is: string): [string, string] {
  if (Math.max(Array.from(was).length, Array.from(is).length) <= quotedMax) return [clip(was), clip(is)];
  const first = wordDiff(was, is)[0];
  const same = first?.op === "same" ? diffTokens(first.text) : [];
  const kept = same.slice(-10).join("").trimStart();
  const skipped = (first?.op === "same" ? first.text.length : 0) - kept.length;
  if (skipped <= 0) return [clip(was), clip(is)];
  return [`… ${clip(was.slice(skipped))}`, `… ${clip(is.slice(skipped))}`];
}

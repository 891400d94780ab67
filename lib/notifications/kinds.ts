/** What a person can be told of, few by design. Each can be switched off, for the bell and for the mail. */
export const newsKinds = ["to-sign", "signed", "mention", "assigned", "reply", "claim", "source"] as const;
export type NewsKind = (typeof newsKinds)[number];

export type NewsWay = { inApp: boolean; byMail: boolean };

/** What holds until a person chooses otherwise: what cannot wait or was said to them also comes by mail, the rest waits at the bell. */
export const defaultWays: Record<NewsKind, NewsWay> = {
  "to-sign": { inApp: true, byMail: true },
  signed: { inApp: true, byMail: true },
  mention: { inApp: true, byMail: true },
  assigned: { inApp: true, byMail: true },
  reply: { inApp: true, byMail: true },
  claim: { inApp: true, byMail: false },
  source: { inApp: true, byMail: false },
};

/** How often mail comes. `hour` is when the daily one is made, on the newsroom's clocks. */
export type Rhythm = { rhythm: "hour" | "day" | "never"; hour: number };
export const defaultRhythm: Rhythm = { rhythm: "day", hour: 7 };

/**
 * News of what was signed for a time, or promised readers by one, and of what was done to one's own account: its mail waits
 * for no hour.
 */
export const urgentNews = ["schedule", "next-update", "account"] as const;

/** The switch that a piece of news falls under; what nobody foresaw is about a claim. */
export function switchOf(kind: string): NewsKind {
  if (kind === "site-page") return "to-sign";
  if (kind === "schedule" || kind === "next-update") return "signed";
  if (kind.startsWith("source-")) return "source";
  if (kind.startsWith("reply-")) return "reply";
  return (newsKinds as readonly string[]).includes(kind) ? (kind as NewsKind) : "claim";
}

/**
 * What happens on a claim that those who watch it are told of, as the end of a sentence that begins with who did it.
 * Nothing here tells a mark, a rating or a word that a blind reviewer may not see.
 */
export const watchedEvents: Readonly<Record<string, string>> = {
  "comment.added": "commented",
  "claim.submitted": "submitted it for review",
  "claim.returned": "returned it to research",
  "claim.called-ready": "called it ready for an editor",
  "claim.fell-back": "changed what it rests on, so it went back to review",
  "claim.declined": "declined to check it",
  "claim.reopened": "reopened it",
  "schedule.signed": "signed it, to be published later",
  "verdict.signed-off": "published it",
  "verdict.retracted": "retracted it",
  "version.withholding-asked": "asked to withhold a version from readers",
  "version.withheld": "confirmed that a version is withheld from readers",
  "correction.opened": "opened a correction",
};

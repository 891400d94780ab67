import type { ClaimDto } from "../claims/dto";
import type { TemplateValues } from "./template";

type Site = { name: string; language: string; timeZone: string };
type OfClaim = Pick<ClaimDto, "text" | "claimant" | "verdict" | "replies">;

const inLanguage = (language: string, shape: Intl.DateTimeFormatOptions) => {
  try {
    // The desk's English says the day first.
    return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, shape);
  } catch {
    return new Intl.DateTimeFormat("en-GB", shape);
  }
};

/** A time in the newsroom's language and zone: "2 March 2031 at 12:00 UTC"; null for what is no time. */
export function sayDeadline(iso: string, { language, timeZone }: Omit<Site, "name">): string | null {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return null;
  const said = inLanguage(language, { dateStyle: "long", timeStyle: "short", timeZone }).format(at);
  return `${said} ${timeZone === "UTC" ? "UTC" : `(${timeZone})`}`;
}

/** What stands where there is no claim: the newsroom's name, and its day. */
export function newsroomValues({ name, language, timeZone }: Site, now: Date): TemplateValues {
  const today = inLanguage(language, { dateStyle: "long", timeZone }).format(now);
  return { claim: null, claimant: null, finding: null, deadline: null, newsroom: name, today };
}

/**
 * What stands on the pages of a claim, of what this person sees of it: a finding that is hidden from them is no value.
 * The deadline is the last one that somebody was given to reply.
 */
export function claimValues(claim: OfClaim, site: Site, now: Date): TemplateValues {
  const deadlines = claim.replies.flatMap(({ deadlineAt }) => deadlineAt ?? []);
  const last = deadlines.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  return {
    ...newsroomValues(site, now),
    claim: claim.text,
    claimant: claim.claimant,
    finding: "hidden" in claim.verdict ? null : claim.verdict.finding,
    deadline: last ? sayDeadline(last, site) : null,
  };
}

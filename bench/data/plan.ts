import { pick, pickFew, places } from "./words";

/** How much there is of everything, from the number of claims alone. */
export type Plan = { claims: number; articles: number; outlets: number; people: Person[] };
export type Person = { id: string; name: string; email: string; role: "checker" | "editor" | "admin" };

export const evidenceOfClaim = 5;
export const quotesOfArticle = 4;

const beganMs = Date.parse("2022-01-01T00:00:00Z");
const endedMs = Date.parse("2026-01-01T00:00:00Z");

/** What an id speaks of: the two digits in its middle, so that no two tables share one. */
const kinds = {
  person: "01",
  entity: "02",
  outlet: "03",
  article: "04",
  capture: "05",
  quote: "06",
  attribution: "07",
  claim: "08",
  figure: "09",
  evidence: "0a",
  contribution: "0b",
  review: "0c",
  search: "0d",
  signOff: "0e",
  publication: "0f",
  entry: "10",
  origin: "11",
  comment: "12",
  tip: "13",
  session: "14",
  task: "15",
} as const;

const timePart = (atMs: number): string => {
  const time = Math.floor(atMs).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}`;
};
const beganPart = timePart(beganMs);
const zeros = Array.from({ length: 13 }, (_, length) => "0".repeat(length));

/** A time-ordered id in the form of the program's own (UUID version 7): older numbers first. */
export function idOf(kind: keyof typeof kinds, n: number, atMs = beganMs): string {
  const number = n.toString(16);
  return `${atMs === beganMs ? beganPart : timePart(atMs)}-70${kinds[kind]}-8000-${zeros[12 - number.length]}${number}`;
}

/** When claim `n` of `of` was written: evenly over four years. */
export function timeOf(n: number, of: number): number {
  return beganMs + Math.floor(((endedMs - beganMs) * n) / of);
}

export const claimId = (plan: Plan, n: number): string => idOf("claim", n, timeOf(n, plan.claims));
export const articleId = (plan: Plan, n: number): string => idOf("article", n, timeOf(n, plan.articles));
export const quoteId = (article: number, k: number): string => idOf("quote", article * quotesOfArticle + k);

/** The article of a claim's piece of evidence: five different ones, from before and after the claim. */
export function articleOfEvidence(plan: Plan, n: number, e: number): number {
  return (pick(n, plan.articles, 21) + e * (1 + Math.floor(plan.articles / 7))) % plan.articles;
}

export const quoteOfEvidence = (n: number, e: number): number => pick(n * 8 + e, quotesOfArticle, 22);

/** Of a hundred claims: 20 published, 45 declined, 13 new, 12 in research, 7 in review, 3 ready. */
export function stateOf(n: number): string {
  const at = pick(n, 100, 8);
  if (at < 20) return "published";
  if (at < 65) return "declined";
  if (at < 78) return "new";
  if (at < 90) return "researching";
  return at < 97 ? "in-review" : "ready";
}

export const slugOf = (n: number): string => `claim-${n}`;

/** Thirty-two checkers, ten editors, two admins; who writes and who reviews a claim differ. */
export function makePlan(claims: number): Plan {
  const people = Array.from({ length: 44 }, (_, n): Person => {
    const role = n < 32 ? "checker" : n < 42 ? "editor" : "admin";
    return {
      id: idOf("person", n),
      name: `${places[n * 7]} Person`,
      email: `${role}${n}@bench.example`,
      role,
    };
  });
  return {
    claims,
    articles: Math.max(40, Math.floor(claims / 2)),
    outlets: Math.min(2_000, Math.max(20, Math.floor(claims / 50))),
    people,
  };
}

export const writerOf = (plan: Plan, n: number): Person => plan.people[pickFew(n, 16, 30)]!;
export const reviewerOf = (plan: Plan, n: number, r: number): Person =>
  plan.people[16 + ((pick(n, 8, 31) + r * 8) % 16)]!;
export const editorOf = (plan: Plan, n: number): Person => plan.people[32 + pick(n, 10, 32)]!;

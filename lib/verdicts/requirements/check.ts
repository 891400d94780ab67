import type { Dossier, DossierReview } from "../../claims/dossier";
import type { Issue } from "../../core/result";
import { independence, sideOfRating } from "../../attributions/independence";
import type { Independence } from "../../attributions/independence";
import type { GateSettings } from "../../settings/gate-settings";
import type { Rating } from "../../settings/ratings";

/** What the gate needs beside the dossier. */
export type GateOptions = {
  ratings: readonly Rating[];
  settings: GateSettings;
  /** Who would sign; `null` when the gate is only looked at, and four eyes cannot be asked. */
  signerId: string | null;
  /** Hash of claim text, figures and evidence as they are now. */
  basisHash: string;
  /** Why the open correction's class is too light for what changed since the published version; absent when it is not. */
  classProblem?: string | null;
  /** `draftHash` of what would be published; needed where legal reads are noted. */
  draftHash?: string;
  /** ISO 8601 instant against which deadlines are held. */
  now: string;
};

/** One question of the gate, with what several questions need worked out once. */
export type GateContext = GateOptions & {
  dossier: Dossier;
  /** The draft's rating; `null` when none is chosen or the newsroom no longer has it. */
  rating: Rating | null;
  /** Each reviewer's latest review. */
  currentReviews: DossierReview[];
  /** On the side the rating rests on. */
  independence: Independence;
};

export type Checker = (context: GateContext) => Issue[];

type GateRule = {
  code: string;
  /** What holds when the gate has no issue of this code. */
  requirement: string;
  overridable: boolean | "one-person-desk";
};

/** Every code the gate can answer with, in the order of the list on the desk. */
export const gateRules = [
  { code: "rating-missing", requirement: "a rating is chosen", overridable: false },
  { code: "finding-missing", requirement: "the finding is written", overridable: false },
  {
    code: "review-missing",
    requirement: "two people reviewed, one of them no author",
    overridable: false,
  },
  {
    code: "rating-against-marks",
    requirement: "the marks fit the rating, or a reconciliation explains it",
    overridable: false,
  },
  {
    code: "quote-not-verbatim",
    requirement: "every quote stands in its capture word for word",
    overridable: false,
  },
  {
    code: "class-too-light",
    requirement: "a correction is called no less than what it changes",
    overridable: false,
  },
  { code: "four-eyes", requirement: "the signer is no author", overridable: "one-person-desk" },
  {
    code: "provisional-rating",
    requirement: "first findings are rated neither confirmed nor disputed",
    overridable: false,
  },
  {
    code: "next-update-passed",
    requirement: "the update that first findings promise is still to come",
    overridable: false,
  },
  {
    code: "review-outdated",
    requirement: "reviews are about the present claim and evidence",
    overridable: true,
  },
  { code: "quote-altered", requirement: "no quote was altered at its source", overridable: true },
  {
    code: "quote-cut",
    requirement:
      "no quote drops a part that matters and no place in a document is described, unless a second person says it is fair",
    overridable: true,
  },
  {
    code: "original-not-read",
    requirement:
      "every report, record or dataset that evidence names as its source is captured, or “could not be obtained” is logged",
    overridable: true,
  },
  {
    code: "origins-too-few",
    requirement: "enough independent origins, or one decisive piece of evidence",
    overridable: true,
  },
  {
    code: "figures-unclassified",
    requirement: "a person classified each conflict of figures",
    overridable: true,
  },
  {
    code: "other-side-not-searched",
    requirement: "there is evidence on the other side, or a search for it",
    overridable: true,
  },
  {
    code: "reply-not-asked",
    requirement: "the claimant and everyone criticised was asked, with outcome or passed deadline",
    overridable: true,
  },
  {
    code: "sentence-uncovered",
    requirement: "each factual sentence of the write-up cites evidence or is marked background",
    overridable: true,
  },
  {
    code: "placeholder-left",
    requirement: "nothing that a template left open stands in the draft",
    overridable: true,
  },
  { code: "part-rated-lower", requirement: "no rating above the weakest central part", overridable: true },
  {
    code: "legal-read-missing",
    requirement: "a lawyer read the draft as it stands, where the newsroom asks for it",
    // An override is printed, and what a newsroom's lawyer did or did not do is not for readers.
    overridable: false,
  },
] as const satisfies readonly GateRule[];

export type GateCode = (typeof gateRules)[number]["code"];

/** The rule of a code; `undefined` for a code the gate does not know. */
export function gateRule(code: string): GateRule | undefined {
  return gateRules.find((rule) => rule.code === code);
}

/** An issue of the gate; whether it may be overridden follows from its code and the newsroom's settings. */
export function gateIssue(
  context: { settings: GateSettings },
  code: GateCode,
  field: string,
  message: string,
): Issue {
  const overridable = gateRule(code)!.overridable;
  return {
    code,
    field,
    message,
    overridable: overridable === "one-person-desk" ? context.settings.onePersonDesk : overridable,
  };
}

/** Works out what several checkers share. */
export function gateContext(dossier: Dossier, options: GateOptions): GateContext {
  const side = sideOfRating(dossier.verdict.rating, options.ratings);
  return {
    ...options,
    dossier,
    rating: options.ratings.find((rating) => rating.code === dossier.verdict.rating) ?? null,
    currentReviews: latestReviews(dossier.reviews),
    independence: independence({ ...dossier, side }),
  };
}

/** Each reviewer's latest review, in the order they were given. */
function latestReviews(reviews: readonly DossierReview[]): DossierReview[] {
  const inOrder = [...reviews].sort((a, b) => Date.parse(a.givenAt) - Date.parse(b.givenAt));
  return inOrder.filter(
    (review, index) => !inOrder.slice(index + 1).some((later) => later.reviewerId === review.reviewerId),
  );
}

/** `one article`, `3 articles`. */
export function countOf(count: number, one: string, many: string): string {
  return count === 1 ? `one ${one}` : `${count} ${many}`;
}

/** At most 80 code points of a text, for a message. */
export function shorten(text: string): string {
  const points = Array.from(text);
  return points.length <= 80 ? text : `${points.slice(0, 79).join("").trimEnd()}…`;
}

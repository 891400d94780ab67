/** Who checked and who signed, and what was set aside. */
export const who = {
  title: "Who checked, who signed",
  checked: "Checked",
  signed: "Signed",
  published: "Published",
  version: (version: number) => `Version ${version}`,
  foundIt: (mark: string) => `found it ${mark}`,
  /** A reviewer's mark. */
  marks: { confirmed: "confirmed", disputed: "disputed", unproven: "unproven" },
  blindPair: "each answered before seeing the other’s answer",
  blind: "each answered before seeing the others’ answers",
  /** Why an answer was not blind: who may see the rest, and did. */
  sightedPair:
    "<names/> had seen the other’s work before answering, as editors, authors and whoever answers again may",
  sighted:
    "<names/> had seen the others’ work before answering, as editors, authors and whoever answers again may",
  signedAt: "signed <when/>",
  byToken: "signed by token",
  selfSigned: "This editor also wrote part of it.",
  reason: "Reason:",
  although: "Published although",
  /** What was published although the newsroom's own rule was not met. */
  overrides: {
    "review-outdated": "a check was not repeated after the last change",
    "quote-altered": "a quoted source has changed since",
    "quote-cut": "a quote may be cut short",
    "original-not-read": "an original was not read",
    "origins-too-few": "fewer independent origins than we ask for",
    "figures-unclassified": "figures that differ were not compared",
    "other-side-not-searched": "we did not look for evidence on the other side",
    "reply-not-asked": "not everyone concerned was asked for a reply",
    "sentence-uncovered": "a sentence of the analysis cites no evidence",
    "placeholder-left": "a word in square brackets stands as it is",
    "part-rated-lower": "a central part of the claim is rated lower, or not yet",
  },
};

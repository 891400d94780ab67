/** The card of the claim on a verdict's page. */
export const claim = {
  asPublished: "The claim, as published",
  title: "The claim",
  /** Beside what was checked, for kinds that are not simply so or not so. */
  kinds: {
    said: "The check is about whether this was said, not whether it is so.",
    forecast: "This is about the future; the check is about what can be known today.",
    "image-or-video": "The check is about a picture or a recording.",
  },
  said: "said",
  outletNotNamed: "outlet not named",
  readInPlace: "read in place",
  whatWeChecked: "What we checked:",
  why: "Why we check it:",
  parts: "Part by part:",
  beside: "(beside the point)",
  /** Leads to the reason, at the end of the page. */
  notAsked: "Not everyone concerned was asked for a reply: <link>see why</link>.",
  notRated: "not rated yet",
};

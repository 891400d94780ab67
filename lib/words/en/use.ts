/** A verdict away from its page: cited, embedded, shared, as a picture. */
export const use = {
  title: "Cite, embed, share",
  /** How a verdict is cited. */
  cite: "<publisher/>, “<finding/>”, version <version/>, <day/>, <link/>",
  embed: "Embed this verdict",
  embedCode: "Code to embed",
  block: "HTML block for WordPress or Ghost",
  blockHint:
    "WordPress: a “Custom HTML” block. Ghost: an “HTML” card. It is a copy with its version and date; its link leads to what holds now.",
  blockCode: "HTML block to copy",
  data: "Data",
  asData: "As data:",
  annotations: "Annotations",
  share: "Share",
  email: "E-mail",
  theClaim: "The claim",
  claimBy: (claimant: string) => `The claim, by ${claimant}`,
  /** A claim in quotation marks, where it is plain text. */
  quoted: (claim: string) => `“${claim}”`,
  checkedBy: (site: string) => `Checked by ${site}`,
  version: (version: number, day: string) => `version ${version}, ${day}`,
  holdsNow: "The link shows what holds now.",
  evidence: "the evidence, and who checked",
  /** On the picture of a verdict that holds no more. */
  replaced: (version: number) => `Version ${version}, replaced since`,
  retracted: "Retracted",
  retractedOn: (day: string) => `retracted ${day}`,
  retractedMeans: "we withdrew this verdict",
  /** What the picture shows, for who cannot see it. */
  picture: (rating: string, finding: string, claim: string) => `${rating}: ${finding} The claim: ${claim}`,
};

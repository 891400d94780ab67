/** Titles and texts of the feeds. */
export const feeds = {
  verdicts: (site: string) => `${site}: verdicts`,
  verdictsOn: (site: string, topic: string) => `${site}: verdicts on ${topic}`,
  aboutVerdicts: (site: string) => `Claims checked by ${site}, with rating, finding and every correction.`,
  aboutVerdictsOn: (site: string, topic: string) =>
    `Claims checked by ${site} on ${topic}, with rating, finding and every correction.`,
  corrections: (site: string) => `${site}: corrections`,
  aboutCorrections: (site: string) => `What ${site} changed after publication, when and why.`,
  theClaim: (claim: string) => `The claim: ${claim}`,
  claimBy: (claimant: string, claim: string) => `The claim, by ${claimant}: ${claim}`,
  changed: (reason: string) => `Changed: ${reason}`,
  retracted: "This verdict has been retracted.",
  retractedTitle: (claim: string) => `Retracted: verdict on “${claim}”`,
  wasAbout: (claim: string) => `It was about: ${claim}`,
};

/** The page that says how the newsroom checks and rates; its own texts replace ours where it has written them. */
export const methodology = {
  title: "How we check and rate",
  description: (site: string) =>
    `How ${site} checks claims, what the ratings mean, how errors are corrected.`,
  scale: {
    title: "The scale",
    rating: "Rating",
    meaning: "What it means",
    meaningShort: "Meaning",
    number: "Number",
    none: "none",
    of: (number: number, best: number) => `${number} of ${best}`,
    note: "The numbers are for machines that read our verdicts. A rating without a number says how much is known, not how right something is.",
  },
  how: {
    title: "How we check",
    words:
      "We start from the exact words as they were published and say beside them what we check. We look for the original of each source, quote it word for word inside its whole sentence, and note what else we searched for, also when we found nothing. Whoever made the claim, and whoever our finding criticises, is asked for a reply.",
    people:
      "At least two people answer independently, each without seeing the other’s answer. An editor who wrote none of it then signs exactly the text you read. Where one of these rules was set aside, the verdict says so and gives the reason.",
  },
  origins: {
    title: "Why we count origins, not articles",
    text: "Ten articles that take a figure from one report are one source. We follow each article back to who knew first and count only routes that share nobody on the way. An article that does not say where it has something from is shown as unknown and not counted, neither for nor against.",
  },
  corrections: {
    title: "Corrections",
    text: "A published verdict is never changed in silence. A change makes a new version with its date, its reason and the words that changed, and the old version stays readable. A verdict that cannot be upheld is retracted with the reason.",
    all: "All corrections",
    report: "Report an error",
  },
  about: "Who we are",
  funding: "Who pays for it",
  contact: (how: string) => `Contact: ${how}`,
  notWritten: "The newsroom has not written this section yet.",
};

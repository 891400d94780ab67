import type { CodeName, SitePageName } from "../../site-pages/pages";

/** The pages that a newsroom writes about itself, and what stands around its words. */
export const sitePages = {
  titles: {
    methodology: "How we check and rate",
    ratings: "What our ratings mean",
    "corrections-policy": "How we correct errors",
    about: "Who we are and who pays for it",
    people: "Who works here",
    contact: "How to reach us",
  } satisfies Record<SitePageName, string>,
  descriptions: {
    methodology: (site: string) =>
      `How ${site} checks claims, what the ratings mean, how errors are corrected.`,
    ratings: (site: string) => `The ratings that ${site} gives, and what each one means.`,
    "corrections-policy": (site: string) => `How ${site} corrects what it got wrong.`,
    about: (site: string) => `Who is behind ${site}, and who pays for it.`,
    people: (site: string) => `The people of ${site} and what they do.`,
    contact: (site: string) => `How to reach ${site}, and where to complain.`,
  } satisfies Record<SitePageName, (site: string) => string>,
  signed: (version: number) => `Version ${version}, signed by <who/> on <when/>`,
  selfSigned: (reason: string) =>
    `The editor who signed had also written part of it. The reason given: ${reason}`,
  unsigned:
    "This text comes with Countersign, the software that this newsroom works with. The newsroom has not signed one of its own yet.",
  scaleUnsigned: "This is the scale in use. The newsroom has not signed a page about it yet.",
  /** On the desk's preview alone. */
  draft: (version: number) =>
    `Version ${version}, not signed yet. It will be signed by whoever publishes it, who is then named here.`,
  older: (version: number) => `This is version ${version}.`,
  newest: (version: number) => `The current one is <link>version ${version}</link>, of <when/>.`,
  versions: "Versions",
  version: (version: number) => `version ${version}`,
  thisOne: "this one",
  first: "first signed",
  whatChanged: "What changed",
  changedIn: (version: number) => `What version ${version} changed`,
  parts: { text: "Text", scale: "Scale", signatoryOf: "Codes we have signed" },
  scale: {
    title: "The scale",
    rating: "Rating",
    meaning: "What it means",
    meaningShort: "Meaning",
    number: "Number",
    none: "none",
    of: (number: number, best: number) => `${number} of ${best}`,
    note: "The numbers are for machines that read our verdicts. A rating without a number says how much is known, not how right something is.",
    changed: (version: number) =>
      `The scale was changed after version ${version} was signed. This is the one in use; each verdict carries the words that it was signed with.`,
  },
  corrections: "All corrections",
  report: "Report an error",
  complaints: {
    title: "Complaints",
    first: "Tell us first, please: an error is put right soonest by those who made it.",
    ifcn: "We have signed the Code of Principles of the International Fact-Checking Network. If you think that we broke it, you can <link>complain to the network</link>.",
    efcsn:
      "We have signed the European Code of Standards for fact-checkers. If you think that we broke it, you can <link>complain to the European network</link>.",
  },
  codes: {
    ifcn: "IFCN Code of Principles",
    efcsn: "EFCSN European Code of Standards",
  } satisfies Record<CodeName, string>,
  /** Markdown. Stands at the address of the methodology until the newsroom has signed a text of its own. */
  methodology: `## How we choose what to check

We check claims that matter or are doubted: what many people meet, what decisions rest on, what could do harm, and what readers ask us about. Nothing is drawn by chance, so how often somebody is rated here says what we checked, not how truthful they are. Opinions and what nobody can check are left out. What we decide not to check is noted with the reason.

## How we check

We start from the exact words as they were published and say beside them what we check. We look for the original of each source, quote it word for word inside its whole sentence, and note what else we searched for, also when we found nothing. Whoever made the claim, and whoever our finding criticises, is asked for a reply.

At least two people answer independently, each without seeing the other’s answer. An editor who wrote none of it then signs exactly the text you read. There are three exceptions to the first rule: editors may look at the work, whoever wrote part of it knows it, and whoever answers once more has seen the rest. The verdict names everyone who answered that way. Where another rule was set aside, the verdict says so and gives the reason.

## Why we count origins, not articles

Ten articles that take a figure from one report are one source. We follow each article back to who knew first and count only routes that share nobody on the way. An article that does not say where it has something from is shown as unknown and not counted, neither for nor against.

## Corrections

A published verdict is never changed in silence. A change makes a new version with its date, its reason and the words that changed, and the old version stays readable. A verdict that cannot be upheld is retracted with the reason.`,
};

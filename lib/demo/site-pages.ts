import type { SitePageName } from "../site-pages/pages";

/** What the demonstration says about itself, where Countersign comes with no text of its own. */
export const demoPages: readonly { page: SitePageName; text: string }[] = [
  {
    page: "about",
    text: "A demonstration of Countersign on the case of the Aurus limousine. No newsroom stands behind it, and nobody pays for it.",
  },
  {
    page: "people",
    text: `Nobody works here: these are the accounts of the demonstration, and what each of them may do.

- **Checker One** and **Checker Two** look for evidence, and each gives a mark before seeing the other’s.
- **Editor One** and **Editor Two** sign what they did not write.
- **Admin One** keeps the accounts and the settings, and signs no verdict.`,
  },
  {
    page: "corrections-policy",
    text: `## When we were wrong

We put it right at the address where it stood, say what changed and why, and sign it again. Every earlier version stays readable beside it.

## What we call a correction

- **Correction** or **verdict change**: something we said was wrong.
- **Update**: new facts came in, and nothing was wrong.
- **Clarification** or **typing error**: the words changed, the meaning did not.
- **Retraction**: the verdict should not have been published. Its address says so, and why.

## Tell us

Each verdict ends with a link to report an error.`,
  },
  {
    page: "contact",
    text: `This is a demonstration: there is no address at which somebody answers.

On a newsroom’s own desk this page says where to write, who reads it and how soon, and where to complain when the newsroom’s answer does not settle it.`,
  },
];

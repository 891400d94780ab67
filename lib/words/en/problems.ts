import type { WithholdingReason } from "../../publications/record";
import type { Speech } from "../speech";

/** Pages that stand where another should. */
export const problems = ({ count }: Speech) => ({
  notFound: {
    title: "There is no page here",
    description: "There is no page at this address.",
    text: "The address may be mistyped, or nothing has been published under it. A verdict of ours never disappears: even a retracted one keeps its address and says why.",
    search: "Search the verdicts",
    button: "Search",
    latest: "Latest verdicts",
  },
  broken: {
    title: "This page could not be shown",
    description: "This page could not be shown just now.",
    text: "Something failed on our side. Nothing that was published has been lost or changed: a page that we cannot check against its signature is not shown at all.",
    works: "What still works",
    again: "Loading this page again.",
    againIn: (seconds: number) =>
      count(seconds, {
        one: "Loading this page again in # second.",
        other: "Loading this page again in # seconds.",
      }),
    latest: "<link>The latest verdicts</link>, and verdicts you reach from there.",
    feed: "<link>The feed</link>, which holds rating, finding and claim of each verdict.",
    reference: "If you write to us about it, name <code/>.",
  },
  withheld: {
    title: "The text of this version is withheld",
    description: "The text of this version is withheld from readers.",
    because: {
      safety: (version: number) =>
        `We published version ${version} on <published/>. Since <when/> we withhold its text, because it could put somebody in danger.`,
      "court-order": (version: number) =>
        `We published version ${version} on <published/>. Since <when/> we withhold its text, because a court ordered it.`,
    } satisfies Record<WithholdingReason, (version: number) => string>,
    stays:
      "Two people of the newsroom decided this together. The version keeps its number, its date, its hash and signature and its place in our public log, so that everyone can see that it was there and that nothing was put in its place.",
  },
  tooMany: {
    title: "Too many searches",
    description: "Too many searches at once.",
    text: (seconds: number) =>
      count(seconds, {
        one: "More searches came from your network than we can answer at once. Wait # second, then load this page again.",
        other:
          "More searches came from your network than we can answer at once. Wait # seconds, then load this page again.",
      }),
    programs: "Programs are better served by <link>the feed</link>.",
  },
  embed: {
    unknown: "There is no such verdict",
    retracted: "This verdict has been retracted",
    withheld: "The text of this verdict is withheld",
    broken: "This verdict cannot be shown just now",
    why: "why",
    whyRetracted: "why it was retracted",
  },
});

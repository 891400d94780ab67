import { byNumber } from "../core/by-number";
import { tooFew } from "../newsroom-figures/figures";
import { saidTime } from "../publications/printed-words";
import { sitePageTitles, type SitePageName } from "../site-pages/pages";
import type { ApplicationFacts } from "./facts";
import { tellsOfError, type ApplicationFigures } from "./figures";
import { halfYearWeeks, sayMonths } from "./period";

/**
 * `met` and `missing` are decided by the records; `look` needs a person's judgement; `attach` is nothing that this desk
 * knows of.
 */
export type RequirementState = "met" | "missing" | "look" | "attach";

export type Requirement = {
  id: string;
  codes: ("IFCN" | "EFCSN")[];
  asks: string;
  state: RequirementState;
  found: string;
  /** What to do; null when there is nothing. */
  todo: string | null;
};

const both: Requirement["codes"] = ["IFCN", "EFCSN"];
const nothingYet = "Nothing was published in the period.";
const oneDecimal = (value: number) => String(Math.round(value * 10) / 10);

type Known = { facts: ApplicationFacts; figures: ApplicationFigures };

/**
 * What the two codes ask of an applicant, each with what the records say. Sources: the IFCN Code of Principles (its five
 * commitments, and one fact-check a week on average over six months) and the European Code of Standards of the EFCSN.
 */
export function applicationRequirements(facts: ApplicationFacts, figures: ApplicationFigures): Requirement[] {
  const known = { facts, figures };
  return [
    pace(known),
    everyMonth(known),
    tenRecent(known),
    sources(known),
    page(known, "methodology", "How claims are chosen, checked, rated and published, in public"),
    page(known, "ratings", "What each rating means"),
    page(known, "corrections-policy", "A corrections policy that readers can find"),
    corrections(known),
    balance(known),
    page(known, "about", "Who owns it, its legal form, and who pays for it"),
    page(known, "people", "Who works on it, with roles"),
    page(known, "contact", "How readers reach the newsroom"),
    complaints(known),
    independence(known),
    {
      id: "legal",
      codes: both,
      asks: "Proof of legal registration, and accounts or a statement of income",
      state: "attach",
      found: "This desk holds no such document.",
      todo: "Add them to the application yourself.",
    },
  ];
}

function pace({ figures }: Known): Requirement {
  const count = figures.weeks.reduce((sum, week) => sum + week, 0);
  const isMet = count >= halfYearWeeks;
  const empty = figures.weeks.filter((week) => week === 0).length;
  return {
    id: "pace",
    codes: ["IFCN"],
    asks: "At least one fact-check a week on average over the past six months",
    state: isMet ? "met" : "missing",
    found:
      count === 0
        ? `None in ${halfYearWeeks} weeks.`
        : `${count} in ${halfYearWeeks} weeks, ${oneDecimal(count / halfYearWeeks)} a week; ${empty} ${byNumber(empty, "week", "weeks")} had none.`,
    todo: isMet ? null : `Publish ${halfYearWeeks - count} more within a half year before you apply.`,
  };
}

function everyMonth({ figures }: Known): Requirement {
  // The month under way may still get its first.
  const empty = figures.months.slice(0, -1).filter(({ count }) => count === 0);
  return {
    id: "every-month",
    codes: ["EFCSN"],
    asks: "Fact-checks published regularly, month after month",
    state: empty.length > 0 ? "missing" : "look",
    found:
      empty.length > 0
        ? `No fact-check in ${sayMonths(empty.map(({ month }) => month))}.`
        : "At least one in each of the past eleven whole months.",
    todo:
      empty.length > 0
        ? "Publish at least one in every month from now on, and say in the application why there was none."
        : "Hold the number of each month against what the code asks for when you apply.",
  };
}

function tenRecent({ figures }: Known): Requirement {
  const { length } = figures.recent;
  return {
    id: "ten-recent",
    codes: both,
    asks: "Recent fact-checks for the assessor to read: ten of them",
    state: length >= 10 ? "met" : "missing",
    found: `${length} ${byNumber(length, "stands now and is", "stand now and are")} listed in the dossier.`,
    todo: length >= 10 ? null : `Publish ${10 - length} more.`,
  };
}

function sources({ figures }: Known): Requirement {
  const without = figures.verdicts.filter((verdict) => verdict.sources === 0);
  const asks = "Sources named, and linked where they can be, so that readers can repeat the work";
  if (figures.verdicts.length === 0) {
    return { id: "sources", codes: both, asks, state: "missing", found: nothingYet, todo: "Publish first." };
  }
  return {
    id: "sources",
    codes: both,
    asks,
    state: without.length === 0 ? "met" : "look",
    found:
      without.length === 0
        ? `Each verdict of the period names its sources; at the median: ${figures.medianSources ?? tooFew(figures.verdicts.length, "verdict")}.`
        : `${without.length} of ${figures.verdicts.length} ${byNumber(without.length, "names", "name")} no source in public: ${without.map(({ slug }) => slug).join(", ")}.`,
    todo: without.length === 0 ? null : "Explain in the application why their sources are withheld.",
  };
}

/** Pages of which a code asks what no record can tell: owner and money, an address at which somebody answers, who is who. */
const judgedPages = new Set<SitePageName>(["about", "people", "contact"]);

function page({ facts }: Known, name: SitePageName, asks: string): Requirement {
  const signed = facts.pages.find((candidate) => candidate.page === name);
  const title = sitePageTitles[name];
  return {
    id: name,
    codes: both,
    asks,
    state: !signed ? "missing" : judgedPages.has(name) ? "look" : "met",
    found: signed
      ? `${title}, version ${signed.version} of ${saidTime(signed.publishedAt.slice(0, 10), "en-GB")}: ${facts.site.url}/${name}`
      : `${title} has no signed version.`,
    todo: !signed
      ? `Write “${title}” under Settings, Pages, and let another person sign it.`
      : judgedPages.has(name)
        ? "Read it once more: it has to say all of this."
        : null,
  };
}

function corrections({ figures, facts }: Known): Requirement {
  const errors = figures.changes.filter(tellsOfError);
  return {
    id: "corrections",
    codes: both,
    asks: "Corrections made in the open, with examples",
    state: errors.length > 0 ? "met" : "look",
    found:
      errors.length > 0
        ? `${errors.length} in the period, all at ${facts.site.url}/corrections; ${soonWords(figures.medianDaysToCorrection, errors.length)}.`
        : "None in the period.",
    todo:
      errors.length > 0 ? null : "Say in the application that there was nothing to correct, if that is so.",
  };
}

/** How soon errors were put right, where that many tell it. */
function soonWords(days: number | null, errors: number): string {
  return days === null
    ? `how soon, at the median: ${tooFew(errors, "error")}`
    : `the median came ${days} ${byNumber(days, "day", "days")} after publication`;
}

function balance({ figures }: Known): Requirement {
  return {
    id: "balance",
    codes: both,
    asks: "Not concentrated on one side: the same standard for every claimant",
    state: "look",
    found: balanceWords(figures),
    todo: "Read the tables of claimants and topics, and explain how claims are chosen.",
  };
}

/** Whom most verdicts are about; of several that stand equally often none is singled out. */
function balanceWords({ claimants, verdicts }: Known["figures"]): string {
  const named = claimants.filter(({ name }) => name !== null);
  const [most] = named;
  if (!most) return "No verdict of the period names a claimant.";
  const equals = named.filter(({ count }) => count === most.count).length;
  const of = `of ${verdicts.length} ${byNumber(verdicts.length, "verdict", "verdicts")}`;
  return equals > 1
    ? `No claimant stands out: of each of the ${equals} most frequent there ${byNumber(most.count, "is", "are")} ${most.count} ${of}.`
    : `${most.count} ${of} ${byNumber(most.count, "is", "are")} about the most frequent claimant, ${most.name}.`;
}

function complaints({ facts }: Known): Requirement {
  const named = facts.signatoryOf.map((code) => code.toUpperCase());
  return {
    id: "complaints",
    codes: both,
    asks: "Readers are told where to complain about a breach of the code",
    state: "look",
    found:
      named.length > 0 ? `The contact page names ${named.join(" and ")}.` : "The contact page names no code.",
    todo: named.length > 0 ? null : "Tick the code on the contact page once you are a signatory, not before.",
  };
}

function independence({ facts, figures }: Known): Requirement {
  const alone = figures.verdicts.filter(({ isSelfSigned }) => isSelfSigned).length;
  const overridden = figures.verdicts.filter(({ overrides }) => overrides > 0).length;
  const total = figures.verdicts.length;
  const counted = `${alone} of ${total} ${byNumber(alone, "was", "were")} signed by one of ${byNumber(alone, "its", "their")} authors; ${overridden} ${byNumber(overridden, "was", "were")} published although a line of the desk’s own gate was open, with the reason in print.`;
  const mode = facts.isOnePersonDesk ? "One person may write and sign on this desk. " : "";
  return {
    id: "two-people",
    codes: both,
    asks: "The same process for every fact-check",
    state: "look",
    found: `${mode}${total === 0 ? nothingYet : counted}`,
    todo: alone + overridden > 0 ? "Be ready to explain each; the reasons are on the pages." : null,
  };
}

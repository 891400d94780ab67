import type { CorrectionClass } from "../claims/dossier";
import { lastTwelveMonths, monthAt } from "../newsroom-figures/period";
import type { PublicationRecord, PublicVersion } from "../publications/record";
import { isPublication } from "../publications/verdict-versions";
import type { ApplicationFacts } from "./facts";
import { daysBetween, median, weeklyCounts } from "./period";

/** A verdict as a line of the application. */
export type ApplicationVerdict = {
  slug: string;
  url: string;
  firstPublishedAt: string;
  rating: string;
  finding: string;
  claim: string;
  claimant: string | null;
  topics: string[];
  /** Documents that the published evidence quotes or describes by name, each once. */
  sources: number;
  /** Independent origins as printed on the page. */
  origins: number;
  replies: { asked: number; answered: number };
  overrides: number;
  isSelfSigned: boolean;
};

/** One change after publication. */
export type ApplicationChange = {
  slug: string;
  url: string;
  version: number;
  class: CorrectionClass | "retraction";
  reason: string;
  at: string;
  /** Days since the verdict was first published. */
  daysAfter: number;
};

export type Counted = { name: string | null; count: number };

export type ApplicationFigures = {
  /** When the twelve months begin, ISO 8601 in UTC, and the day it is then on the newsroom's clocks. */
  from: string;
  since: string;
  asOf: string;
  months: { month: string; count: number }[];
  weeks: number[];
  /** First published in the period and standing now, newest first. */
  verdicts: ApplicationVerdict[];
  /** Of any time, newest first; ten at most. */
  recent: ApplicationVerdict[];
  ratings: Counted[];
  claimants: Counted[];
  topics: Counted[];
  medianSources: number | null;
  medianOrigins: number | null;
  /** In the period, newest first. */
  changes: ApplicationChange[];
  medianDaysToCorrection: number | null;
};

const errorClasses: readonly string[] = ["correction", "verdict-change", "retraction"];

/** Whether a change says that something had been wrong. */
export function tellsOfError({ class: kind }: Pick<ApplicationChange, "class">): boolean {
  return errorClasses.includes(kind);
}

/** The figures of an application, all from signed records; nothing is estimated. */
export function applicationFigures({ asOf, site, timeZone, verdicts }: ApplicationFacts): ApplicationFigures {
  const period = lastTwelveMonths(new Date(asOf), timeZone);
  const from = period.from.toISOString();
  const firsts = verdicts.flatMap(([first]) => (first ? [first.record.publishedAt] : []));
  const standing = verdicts
    .flatMap((versions) => lineOf(versions, site.url) ?? [])
    .sort((a, b) => b.firstPublishedAt.localeCompare(a.firstPublishedAt));
  const inPeriod = standing.filter(({ firstPublishedAt }) => firstPublishedAt >= from);
  const changes = verdicts
    .flatMap((versions) => changesOf(versions, site.url))
    .filter(({ at }) => at >= from)
    .sort((a, b) => b.at.localeCompare(a.at));
  return {
    from,
    since: `${period.first}-01`,
    asOf,
    months: period.months.map((month) => ({
      month,
      count: firsts.filter((time) => monthAt(timeZone, new Date(time)) === month).length,
    })),
    weeks: weeklyCounts(firsts, asOf),
    verdicts: inPeriod,
    recent: standing.slice(0, 10),
    ratings: counted(inPeriod.map(({ rating }) => rating)),
    claimants: counted(inPeriod.map(({ claimant }) => claimant)),
    topics: counted(inPeriod.flatMap(({ topics }) => topics)),
    medianSources: median(inPeriod.map(({ sources }) => sources)),
    medianOrigins: median(inPeriod.map(({ origins }) => origins)),
    changes,
    medianDaysToCorrection: median(changes.filter(tellsOfError).map(({ daysAfter }) => daysAfter)),
  };
}

/** The verdict as it stands; null when it was retracted. */
function lineOf(versions: readonly PublicVersion[], siteUrl: string): ApplicationVerdict | null {
  const [first, current] = [versions[0], versions.at(-1)];
  if (!first || !current || !isPublication(current)) return null;
  const { record } = current;
  return {
    slug: record.slug,
    url: `${siteUrl}/verdicts/${record.slug}`,
    firstPublishedAt: first.record.publishedAt,
    rating: record.rating.label,
    finding: record.finding,
    claim: record.claim.text,
    claimant: record.claim.claimant,
    topics: record.claim.topics,
    sources: sourcesOf(record),
    origins: record.route.count,
    replies: {
      asked: record.replies.length,
      answered: record.replies.filter(({ outcome }) => outcome === "replied").length,
    },
    overrides: record.overrides.length,
    isSelfSigned: record.signer.selfSigned !== null,
  };
}

function sourcesOf({ evidence }: PublicationRecord): number {
  return new Set(evidence.flatMap(({ source }) => (source ? [source.articleId] : []))).size;
}

function changesOf(versions: readonly PublicVersion[], siteUrl: string): ApplicationChange[] {
  const first = versions[0];
  if (!first) return [];
  return versions.flatMap(({ record }) => {
    if (record.kind === "withheld") return [];
    const what =
      record.kind === "retraction"
        ? { class: "retraction" as const, reason: record.reason }
        : record.correction;
    if (what === null) return [];
    const { slug, version, publishedAt } = record;
    const url = `${siteUrl}/verdicts/${slug}/v/${version}`;
    const daysAfter = daysBetween(first.record.publishedAt, publishedAt);
    return [{ slug, url, version, class: what.class, reason: what.reason, at: publishedAt, daysAfter }];
  });
}

/** How often each stands, the most frequent first, equals by name; what has no name comes last. */
function counted(names: readonly (string | null)[]): Counted[] {
  const counts = new Map<string | null, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort(
      (a, b) =>
        Number(a.name === null) - Number(b.name === null) ||
        b.count - a.count ||
        (a.name ?? "").localeCompare(b.name ?? ""),
    );
}

import "server-only";
import { Prisma } from "../core/db.server";
import { printedNames, type NameKind } from "./listing";
import { listFrom, type ListedPage, type ListSource, type PageAsk } from "./queries";
import { termText, type SearchQuery } from "./search-query";

/** Days as `2023-07-01`, both included, in UTC; other members as in `publication_listing` and `publication_name`. */
export type VerdictFilter = {
  rating?: string | null | undefined;
  topic?: string | null | undefined;
  claimant?: string | null | undefined;
  language?: string | null | undefined;
  firstDay?: string | null | undefined;
  lastDay?: string | null | undefined;
  changedSince?: Date | null | undefined;
};

const listings = {
  from: Prisma.sql`publication_listing l`,
  slug: Prisma.sql`l.slug`,
  version: Prisma.sql`l.version`,
  at: Prisma.sql`l."firstAt"`,
  id: Prisma.sql`l.slug`,
};

/** Keyset and order are those of the index on kind, key, time and slug. */
const named = {
  ...listings,
  from: Prisma.sql`publication_name n JOIN publication_listing l ON l.slug = n.slug`,
  slug: Prisma.sql`n.slug`,
  at: Prisma.sql`n."firstAt"`,
  id: Prisma.sql`n.slug`,
};

function bears(kind: NameKind, key: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM publication_name n WHERE n.kind = ${kind} AND n.key = ${key} AND n.slug = l.slug)`;
}

function dayAfter(day: string): Date {
  return new Date(Date.parse(day) + 24 * 60 * 60 * 1000);
}

/** "en-US" and "en-GB" are English: who looks for one finds the other, as in Google's claims:search. */
const withoutRegion = (language: string) => language.toLowerCase().split("-")[0]!;

function conditions(filter: VerdictFilter): Prisma.Sql[] {
  const { rating, topic, claimant, language, firstDay, lastDay, changedSince } = filter;
  return [
    rating ? Prisma.sql`l.rating = ${rating}` : null,
    topic ? bears("topic", topic) : null,
    claimant ? bears("claimant", claimant) : null,
    language ? Prisma.sql`split_part(lower(l.language), '-', 1) = ${withoutRegion(language)}` : null,
    firstDay ? Prisma.sql`l."firstAt" >= ${new Date(firstDay)}` : null,
    lastDay ? Prisma.sql`l."firstAt" < ${dayAfter(lastDay)}` : null,
    changedSince ? Prisma.sql`l."changedAt" >= ${changedSince}` : null,
  ].filter((condition) => condition !== null);
}

/** The query for the index, and again the words it looks for one by one, for marking what was found. */
function tsQueryOf({ all, none }: SearchQuery): Prisma.Sql {
  const term = (one: SearchQuery["none"][number]) => Prisma.sql`search_term(${termText(one)})`;
  const groups = all.map((group) => Prisma.sql`(${Prisma.join(group.map(term), " || ")})`);
  return Prisma.join([...groups, ...none.map((one) => Prisma.sql`(!! ${term(one)})`)], " && ");
}

/** Where the verdicts that stand are. */
export function verdictsSource(filter: VerdictFilter): ListSource {
  return { ...listings, where: conditions(filter) };
}

/** Verdicts that stand, first published last first. */
export function listVerdicts(filter: VerdictFilter, ask: PageAsk): Promise<ListedPage> {
  return listFrom(verdictsSource(filter), ask);
}

/** Where the verdicts are that print a name, by the key of its page. */
export function namedSource(kind: NameKind, key: string): ListSource {
  return { ...named, where: [Prisma.sql`n.kind = ${kind}`, Prisma.sql`n.key = ${key}`] };
}

/** Verdicts that print a name, of a topic, claimant or outlet; first published last first. */
export async function listNamed(kind: NameKind, key: string, ask: PageAsk): Promise<ListedPage> {
  const page = await listFrom(namedSource(kind, key), ask);
  // The table only says where to look: what is shown under a name prints that name in its signed record.
  const prints = ({ versions }: ListedPage["items"][number]) => {
    const record = versions.at(-1)?.record;
    return (
      record?.kind === "publication" && printedNames(record).some((n) => n.kind === kind && n.key === key)
    );
  };
  return { ...page, items: page.items.filter(prints) };
}

/** Counting stops here. */
export const mostCounted = 1_000;

export type FoundPage = ListedPage & {
  /** Exact up to `mostCounted`; one more than that stands for all above. */
  total: number;
  /** The folded words, in every form in print, that were looked for. */
  forms: ReadonlySet<string>;
};

/** Words of a search as they are printed: each form that has the same English stem, and the word itself. */
function formsOf(words: readonly string[]): Prisma.Sql {
  const text = words.join(" ");
  return Prisma.sql`ARRAY(SELECT w.word FROM publication_word w
      WHERE w.stem = ANY (tsvector_to_array(to_tsvector('english', ${text})))
    UNION SELECT w FROM unnest(${[...words]}::text[]) w WHERE numnode(search_term(w)) > 0)`;
}

/** Where the verdicts are that have all that a search asks for, with their number and the words to mark on each row. */
export function foundSource(
  query: SearchQuery,
  words: readonly string[],
  filter: VerdictFilter,
  skipped = 0,
): ListSource {
  const where = [
    ...(query.all.length > 0 ? [Prisma.sql`l.words @@ (${tsQueryOf(query)})`] : []),
    ...conditions(filter),
  ];
  const all = Prisma.join([Prisma.sql`true`, ...where], " AND ");
  return {
    ...listings,
    where: [...where, ...skip(all, skipped)],
    extras: Prisma.sql`,
      (SELECT count(*)::int FROM (SELECT FROM publication_listing l WHERE ${all} LIMIT ${mostCounted + 1}) counted) AS total,
      ${formsOf(words)} AS forms`,
  };
}

/** Verdicts that stand and have all that a search asks for, first published last first. One query. */
export async function findVerdicts(
  query: SearchQuery,
  words: readonly string[],
  filter: VerdictFilter,
  ask: PageAsk & { skipped?: number },
): Promise<FoundPage> {
  const { extras, ...page } = await listFrom(foundSource(query, words, filter, ask.skipped), ask);
  return { ...page, total: Number(extras?.total ?? 0), forms: new Set((extras?.forms ?? []) as string[]) };
}

function skip(all: Prisma.Sql, skipped: number): Prisma.Sql[] {
  if (skipped === 0) return [];
  return [
    Prisma.sql`l.slug NOT IN (SELECT l.slug FROM publication_listing l WHERE ${all}
      ORDER BY l."firstAt" DESC, l.slug DESC LIMIT ${skipped})`,
  ];
}

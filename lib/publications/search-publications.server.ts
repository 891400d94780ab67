import "server-only";
import { Prisma } from "../core/db.server";
import { isLatest, listPublications, type ListedPage, type PageAsk } from "./queries";

export type SearchAsk = PageAsk & { query: string; rating: string | null; topic: string | null };

/**
 * Verdicts that hold now and have all words of `query` (in the syntax of web searches: quotes, `or`, `-`) in claim or
 * finding, newest first: ranking by likeness would read every hit before it could show the first. One query.
 */
export function searchPublications({ query, rating, topic, ...ask }: SearchAsk): Promise<ListedPage> {
  const words = query.trim();
  return listPublications(
    [
      Prisma.sql`p.kind = 'publication'`,
      isLatest,
      ...(words === ""
        ? []
        : [
            // Written as in the index `publication_search`.
            Prisma.sql`to_tsvector('english', p."claimText" || ' ' || p.finding) @@ websearch_to_tsquery('english', ${words})`,
          ]),
      ...(rating === null ? [] : [Prisma.sql`p.rating = ${rating}`]),
      ...(topic === null ? [] : [Prisma.sql`p.topics @> ARRAY[${topic}]`]),
    ],
    ask,
  );
}

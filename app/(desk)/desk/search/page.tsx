import type { Metadata } from "next";
import Link from "next/link";
import { ArticleList } from "@/components/articles/article-row";
import { stateInWords } from "@/lib/claims/vocabulary-words";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { TimeAgo } from "@/components/ui/time-ago";
import { requireViewer } from "@/lib/access/viewer.server";
import { listArticles } from "@/lib/articles/list-articles.server";
import { listClaimNames } from "@/lib/claims/list-claims.server";
import { listClaimsSchema } from "@/lib/claims/schema";
import { one, type SearchParams } from "../read-queue";

export const metadata: Metadata = { title: "Search" };

export default async function SearchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const q = one(await searchParams, "q")?.slice(0, 200);
  if (!q) {
    return (
      <DeskPage title="Search">
        <SearchForm />
        <EmptyState title="What are you looking for?">
          Write some words of a claim, or of an article’s title or outlet.
        </EmptyState>
      </DeskPage>
    );
  }
  const now = new Date();
  const [claims, articles] = await Promise.all([
    listClaimNames(viewer, listClaimsSchema.parse({ q, limit: 30 }), now),
    listArticles(viewer, { q, limit: 30 }),
  ]);
  if (claims.length === 0 && articles.items.length === 0) {
    return (
      <DeskPage title={`Results for “${q}”`}>
        <SearchForm query={q} />
        <EmptyState title="No claim and no article has these words">
          Try fewer words, or one of a title or outlet. Else{" "}
          <Link href={places.newClaim}>write the claim</Link> or{" "}
          <Link href={places.addArticle}>add the article</Link>.
        </EmptyState>
      </DeskPage>
    );
  }
  return (
    <DeskPage title={`Results for “${q}”`}>
      <SearchForm query={q} />
      <h2 className="mb-1 font-semibold">Claims</h2>
      {claims.length === 0 ? (
        <p className="text-ink-2">
          No claim has these words. <Link href={places.newClaim}>Write one</Link>, or try fewer words.
        </p>
      ) : (
        <ul className="border-b">
          {claims.map((claim) => (
            <li key={claim.id} className="border-t">
              <Link
                href={places.claim(claim.id)}
                className="block py-2.5 text-ink no-underline hover:bg-sunk"
              >
                <span dir="auto" className="line-clamp-3 font-medium wrap-anywhere">
                  {claim.text}
                </span>
                <span className="block text-sm text-ink-3">
                  {stateInWords(claim)}
                  {claim.publishAt ? (
                    <>
                      {" "}
                      for <TimeAgo at={claim.publishAt} now={now.toISOString()} />
                    </>
                  ) : null}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <h2 className="mt-6 mb-1 font-semibold">Articles</h2>
      <ArticleList articles={articles.items} nextHref={null} now={now.toISOString()} isFiltered />
    </DeskPage>
  );
}

/** The words that were looked for, to change them; also where the desk's head has only room for a link to this page. */
function SearchForm({ query }: { query?: string }) {
  return (
    <form action={places.search} role="search" aria-label="Search the desk" className="mb-4 flex gap-2">
      <input
        type="search"
        name="q"
        aria-label="Words to search for"
        defaultValue={query}
        className="control min-w-0 flex-1"
      />
      <button type="submit" className="button">
        Search
      </button>
    </form>
  );
}

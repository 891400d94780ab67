import type { Metadata } from "next";
import Link from "next/link";
import { ArticleList } from "@/components/articles/article-row";
import { FoundClaims } from "@/components/claims/found-claims";
import { ChoosingLine } from "@/components/articles/choosing-line";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { WordsForm } from "@/components/layout/words-form";
import { EmptyState } from "@/components/ui/empty-state";
import type { Viewer } from "@/lib/access/viewer";
import { requireViewer } from "@/lib/access/viewer.server";
import { listArticles } from "@/lib/articles/list-articles.server";
import { listClaimNames, publicStates } from "@/lib/claims/list-claims.server";
import { listClaimsSchema } from "@/lib/claims/schema";
import { choosingFor, type ChoosingFor } from "../articles/choosing-for";
import { one, type SearchParams } from "../read-queue";

export const metadata: Metadata = { title: "Search" };

const mostShown = 30;

export default async function SearchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const q = one(params, "q")?.slice(0, 200);
  const choosing = await choosingFor(viewer, params);
  if (choosing) return <ChooseArticle viewer={viewer} q={q} choosing={choosing} />;
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
  const [found, articles] = await Promise.all([
    listClaimNames(viewer, listClaimsSchema.parse({ q, limit: mostShown + 1 }), now),
    listArticles(viewer, { q, limit: mostShown }),
  ]);
  const claims = found.slice(0, mostShown);
  const states = await publicStates(viewer, claims);
  const moreArticles = articles.nextCursor && new URLSearchParams({ q, cursor: articles.nextCursor });
  if (claims.length === 0 && articles.items.length === 0) {
    return (
      <DeskPage title={`Results for “${q}”`}>
        <SearchForm query={q} />
        <EmptyState title="No claim and no article has these words">
          Try fewer words, or one of a title or outlet. Else{" "}
          <Link href={places.newClaim}>write the claim</Link>,{" "}
          <Link href={places.addArticle}>add the article</Link>, or{" "}
          <Link href={places.importSheet}>import a sheet</Link>.
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
        <FoundClaims claims={claims} states={states} now={now.toISOString()} />
      )}
      {found.length > mostShown ? (
        <p className="mt-2 text-sm">
          These are the newest {mostShown}.{" "}
          <Link href={`${places.queue}?${new URLSearchParams({ needs: "all", q })}`}>
            All claims with these words, in the queue
          </Link>
        </p>
      ) : null}
      <h2 className="mt-6 mb-1 font-semibold">Articles</h2>
      <ArticleList
        articles={articles.items}
        nextHref={moreArticles && `${places.articles}?${moreArticles}`}
        now={now.toISOString()}
        isFiltered
      />
    </DeskPage>
  );
}

/** Where the desk's head has only room for a link to this page, this is its field too. */
function SearchForm({ query }: { query?: string }) {
  return <WordsForm action={places.search} label="Search the desk" query={query} />;
}

type ChooseProps = { viewer: Viewer; q: string | undefined; choosing: ChoosingFor };

/** The same for articles alone, each of which opens beside the claim that it is chosen for. */
async function ChooseArticle({ viewer, q, choosing }: ChooseProps) {
  const { items, nextCursor } = await listArticles(viewer, { limit: mostShown, ...(q ? { q } : {}) });
  const rest = { ...choosing.carried, ...(q ? { q } : {}), ...(nextCursor ? { cursor: nextCursor } : {}) };
  return (
    <DeskPage
      title={q ? `Articles for “${q}”` : "Articles"}
      lead={<ChoosingLine name={choosing.name} backHref={choosing.backHref} />}
    >
      <WordsForm action={places.search} label="Search the articles" query={q} carried={choosing.carried} />
      <ArticleList
        articles={items}
        nextHref={nextCursor && `${places.articles}?${new URLSearchParams(rest)}`}
        now={new Date().toISOString()}
        isFiltered={q !== undefined}
        hrefOf={choosing.hrefOf}
      />
    </DeskPage>
  );
}

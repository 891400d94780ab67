import type { Metadata } from "next";
import Link from "next/link";
import { ArticleList } from "@/components/articles/article-row";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { requireViewer } from "@/lib/access/viewer.server";
import { listArticles } from "@/lib/articles/list-articles.server";
import { one, type SearchParams } from "../read-queue";

export const metadata: Metadata = { title: "Articles" };

export default async function ArticlesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const q = one(params, "q");
  const cursor = one(params, "cursor");
  const { items, nextCursor } = await listArticles(viewer, {
    limit: 50,
    ...(q ? { q } : {}),
    ...(cursor ? { cursor } : {}),
  });
  const nextHref =
    nextCursor && `${places.articles}?${new URLSearchParams({ ...(q ? { q } : {}), cursor: nextCursor })}`;
  return (
    <DeskPage
      title="Articles"
      lead="What claims are checked against, newest first."
      actions={
        <Link href={places.addArticle} className="button">
          Add an article
        </Link>
      }
    >
      <ArticleList
        articles={items}
        nextHref={nextHref}
        now={new Date().toISOString()}
        isFiltered={q !== undefined}
      />
    </DeskPage>
  );
}

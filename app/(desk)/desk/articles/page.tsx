import type { Metadata } from "next";
import Link from "next/link";
import { ArticleList } from "@/components/articles/article-row";
import { ChoosingLine } from "@/components/articles/choosing-line";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { WordsForm } from "@/components/layout/words-form";
import { requireViewer } from "@/lib/access/viewer.server";
import { listArticles } from "@/lib/articles/list-articles.server";
import { one, type SearchParams } from "../read-queue";
import { choosingFor } from "./choosing-for";

export const metadata: Metadata = { title: "Articles" };

export default async function ArticlesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const q = one(params, "q");
  const cursor = one(params, "cursor");
  const [choosing, { items, nextCursor }] = await Promise.all([
    choosingFor(viewer, params),
    listArticles(viewer, { limit: 50, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }),
  ]);
  const carried = { ...choosing?.carried, ...(q ? { q } : {}) };
  const nextHref =
    nextCursor && `${places.articles}?${new URLSearchParams({ ...carried, cursor: nextCursor })}`;
  return (
    <DeskPage
      title="Articles"
      lead={
        choosing ? (
          <ChoosingLine name={choosing.name} backHref={choosing.backHref} />
        ) : (
          "What claims are checked against, last added first."
        )
      }
      actions={
        <Link
          href={choosing ? places.addArticleFor(choosing.claimId, null, choosing.carry) : places.addArticle}
          className="button"
        >
          Add an article
        </Link>
      }
    >
      {choosing ? (
        <WordsForm action={places.search} label="Search the articles" query={q} carried={choosing.carried} />
      ) : items.length === 0 && q === undefined ? null : (
        <WordsForm action={places.articles} label="Search the articles" query={q} />
      )}
      <ArticleList
        articles={items}
        nextHref={nextHref}
        now={new Date().toISOString()}
        isFiltered={q !== undefined}
        {...(choosing ? { hrefOf: choosing.hrefOf } : {})}
      />
    </DeskPage>
  );
}

import type { Metadata } from "next";
import { AddArticleForm } from "@/components/articles/add-article-form";
import { DeskPage } from "@/components/layout/page";
import { requireViewer } from "@/lib/access/viewer.server";
import { addArticle } from "../actions";
import { one, type SearchParams } from "../../read-queue";

export const metadata: Metadata = { title: "Add an article" };

export default async function AddArticlePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireViewer();
  const claimId = one(await searchParams, "claim");
  return (
    <DeskPage
      title="Add an article"
      lead="Paste it as it is, menus and all: the article is found in it, and everything stays quotable."
    >
      <AddArticleForm action={addArticle} {...(claimId ? { claimId } : {})} />
    </DeskPage>
  );
}

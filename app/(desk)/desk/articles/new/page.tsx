import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { AddArticleForm } from "@/components/articles/add-article-form";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { AsksFirst } from "@/components/ui/asks-first";
import type { Viewer } from "@/lib/access/viewer";
import { requireViewer } from "@/lib/access/viewer.server";
import { carryQuery, readBeside } from "@/lib/articles/beside";
import { getArticle } from "@/lib/articles/queries";
import { cancelsEachWords } from "@/lib/schedules/cancels-words";
import { waitingOnArticle } from "@/lib/schedules/queries";
import { loadSettings } from "@/lib/settings/settings.server";
import { addArticle } from "../actions";
import { captureOriginal } from "../original-actions";
import { one, type SearchParams } from "../../read-queue";

export const metadata: Metadata = { title: "Add an article" };

export default async function AddArticlePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const claimId = one(params, "claim");
  const originalId = one(params, "original");
  const url = one(params, "url");
  const list = one(params, "in");
  const beside = one(params, "beside");
  const forClaim = claimId ? { claimId, ...(list ? { list } : {}), ...(beside ? { beside } : {}) } : {};
  if (originalId) return <CaptureOriginal viewer={viewer} id={originalId} forClaim={forClaim} />;
  return (
    <DeskPage
      title="Add an article"
      lead="Paste it as it is, menus and all: the article is found in it, and everything stays quotable."
    >
      <AddArticleForm action={addArticle} {...forClaim} {...(url ? { way: "address", url } : {})} />
    </DeskPage>
  );
}

/** The claim it is for, with what that claim's address carries on. */
type ForClaim = { claimId?: string; list?: string; beside?: string };

type OriginalProps = { viewer: Viewer; id: string; forClaim: ForClaim };

/** The same form for an article that others name; one that was captured meanwhile is shown instead. */
async function CaptureOriginal({ viewer, id, forClaim }: OriginalProps) {
  const article = await getArticle(viewer, id);
  if (!article) notFound();
  if (article.state === "captured") {
    const { claimId, list, beside } = forClaim;
    const carry = carryQuery(list, readBeside(beside));
    redirect(claimId ? places.articleBeside(claimId, id, carry) : places.article(id));
  }
  const [waiting, { site }] = await Promise.all([waitingOnArticle(viewer, id), loadSettings()]);
  const besides = cancelsEachWords(waiting.claims, site.timeZone, waiting.hidden);
  const name = article.title ?? article.outlet ?? "an article that others name";
  return (
    <DeskPage
      title="Capture the original"
      lead={
        <>
          <strong className="mb-1 line-clamp-2 font-serif text-ink wrap-anywhere" dir="auto">
            {name}
          </strong>
          What you add here fills <Link href={places.article(id)}>that very article</Link>: what leads to it
          now leads to something we have read.
        </>
      }
    >
      <AsksFirst besides={besides} isSaidAbove>
        <AddArticleForm
          action={captureOriginal}
          original={article}
          way={article.state === "failed" ? "file" : article.url ? "address" : "text"}
          {...forClaim}
        />
      </AsksFirst>
    </DeskPage>
  );
}

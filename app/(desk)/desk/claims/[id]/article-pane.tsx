import Link from "next/link";
import { ArticleMeta } from "@/components/articles/article-meta";
import { ArticleView } from "@/components/articles/article-view";
import { NoWords } from "@/components/captures/no-words";
import { PagesLine } from "@/components/captures/pages-line";
import { places } from "@/components/layout/places";
import { QuoteForm } from "@/components/articles/quote-form";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Tabs } from "@/components/ui/tabs";
import type { Viewer } from "@/lib/access/viewer";
import { articleHighlights, getArticle } from "@/lib/articles/queries";
import type { ClaimDto } from "@/lib/claims/dto";
import { articleActions } from "../../articles/article-actions";
import { createClaimHere } from "../actions";
import { addEvidence, removeEvidence } from "../evidence-actions";

type Props = {
  viewer: Viewer;
  claim: ClaimDto;
  articleId: string | null;
  /** What the addresses of this claim carry on: the list that it was opened from. */
  carry: string;
  wantsWrite: boolean;
};

/** The article in hand beside a claim, with the claim's other articles as tabs. */
export async function ArticlePane({ viewer, claim, articleId, carry, wantsWrite }: Props) {
  const [article, highlights] = articleId
    ? await Promise.all([getArticle(viewer, articleId), articleHighlights(viewer, articleId)])
    : [null, []];
  const hasWords = (article?.capture?.fullText ?? "").trim() !== "";
  const addHref = `${places.addArticle}?claim=${encodeURIComponent(claim.id)}`;
  return (
    <>
      <Tabs
        className="sticky top-0 z-2 bg-paper px-2 pt-1"
        label="Articles of this claim"
        tabs={tabsOf(claim, articleId, article?.outlet ?? article?.title ?? null, {
          addHref: wantsWrite ? addHref : null,
          carry,
        })}
      />
      <div className="px-10 pt-6 pb-16 max-desk:px-6 max-tabs:px-4">
        {article ? (
          <>
            <ArticleMeta
              article={article}
              actions={articleActions()}
              now={new Date().toISOString()}
              titleLevel={2}
            />
            {article.capture && hasWords ? (
              <PagesLine
                capture={article.capture}
                {...(wantsWrite ? { describeHref: places.describeFile(claim.id, article.id) } : {})}
              />
            ) : null}
            {article.capture && !article.capture.expunged && !hasWords ? (
              <NoWords
                captureId={article.capture.id}
                {...(wantsWrite ? { describeHref: places.describeFile(claim.id, article.id) } : {})}
              />
            ) : article.capture && !article.capture.expunged ? (
              <ArticleView
                articleId={article.id}
                outlet={article.outlet}
                language={article.language}
                capture={article.capture}
                highlights={highlights}
                suggested={[]}
                title={article.title}
                claim={{ id: claim.id, text: claim.text }}
                {...(wantsWrite
                  ? { logEvidence: addEvidence, removeEvidence, createClaim: createClaimHere }
                  : {})}
              />
            ) : null}
            {article.capture && hasWords && wantsWrite ? (
              <Disclosure summary="Log evidence by pasting the words">
                <QuoteForm
                  articleId={article.id}
                  captureId={article.capture.id}
                  claim={{ id: claim.id, text: claim.text }}
                  logEvidence={addEvidence}
                />
              </Disclosure>
            ) : null}
          </>
        ) : (
          <EmptyState title={wantsWrite ? "No article yet" : "No article"}>
            {wantsWrite ? (
              <>
                <Link href={addHref}>Add an article</Link> to quote from it, or{" "}
                <Link href={places.articles}>choose one</Link> that is here already.
              </>
            ) : (
              "Nothing was quoted for this claim."
            )}
          </EmptyState>
        )}
      </div>
    </>
  );
}

function tabsOf(
  claim: ClaimDto,
  articleId: string | null,
  openName: string | null,
  { addHref, carry }: { addHref: string | null; carry: string },
) {
  const names = new Map<string, string>();
  if (claim.from) names.set(claim.from.articleId, "Where it appeared");
  for (const { articleId: id, article } of claim.evidence)
    names.set(id, article.outlet ?? article.title ?? "Unnamed article");
  if (articleId) names.set(articleId, openName ?? names.get(articleId) ?? "Article");
  const tabs = [...names].map(([id, label]) => ({
    label,
    href: `${places.claim(claim.id)}?article=${encodeURIComponent(id)}&pane=article${carry}`,
    current: id === articleId,
  }));
  return addHref === null ? tabs : [...tabs, { label: "+ Add article", href: addHref }];
}

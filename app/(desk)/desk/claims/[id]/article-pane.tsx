import Link from "next/link";
import { ArticleMeta } from "@/components/articles/article-meta";
import { ArticleView } from "@/components/articles/article-view";
import { EarlierQuotes } from "@/components/articles/earlier-quotes";
import { NoWords } from "@/components/captures/no-words";
import { PagesLine } from "@/components/captures/pages-line";
import { places } from "@/components/layout/places";
import { QuoteForm } from "@/components/articles/quote-form";
import { AsksFirst, SaysBesides } from "@/components/ui/asks-first";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Tabs, type Tab } from "@/components/ui/tabs";
import type { Viewer } from "@/lib/access/viewer";
import type { NamedArticle } from "@/lib/articles/beside.server";
import { articleHighlights, getArticle } from "@/lib/articles/queries";
import type { ClaimDto } from "@/lib/claims/dto";
import { cancelsEachWords } from "@/lib/schedules/cancels-words";
import { waitingOnArticle } from "@/lib/schedules/queries";
import { articleActions } from "../../articles/article-actions";
import { createClaimHere } from "../actions";
import { addEvidence } from "../evidence-actions";

type Props = {
  viewer: Viewer;
  claim: ClaimDto;
  articleId: string | null;
  /** Articles that are open here without being evidence. */
  beside: NamedArticle[];
  /** What the addresses of this claim carry on: the list that it was opened from, and what is open beside it. */
  carry: string;
  wantsWrite: boolean;
  /** What logging evidence does besides, in one sentence. */
  besides: string | null;
  /** The newsroom's. */
  timeZone: string;
};

/** The article in hand beside a claim, with the claim's other articles as tabs. */
export async function ArticlePane(props: Props) {
  const { viewer, claim, articleId, beside, carry, wantsWrite, besides } = props;
  const [article, highlights, waiting] = articleId
    ? await Promise.all([
        getArticle(viewer, articleId),
        articleHighlights(viewer, articleId),
        waitingOnArticle(viewer, articleId),
      ])
    : [null, [], { claims: [], hidden: 0 }];
  const hasWords = (article?.capture?.fullText ?? "").trim() !== "";
  const addHref = places.addArticleFor(claim.id, null, carry);
  const openHref = places.chooseArticleFor(claim.id, carry);
  return (
    <>
      <Tabs
        className="sticky top-0 z-2 bg-paper px-2 pt-1"
        label="Articles of this claim"
        tabs={tabsOf(claim, beside, articleId, carry)}
        after={
          wantsWrite
            ? [
                { label: "+ Open article", short: "+ Open", href: openHref },
                { label: "+ Add article", short: "+ Add", href: addHref },
              ]
            : []
        }
      />
      <div className="px-10 pt-6 pb-16 max-desk:px-6 max-tabs:px-4">
        {article ? (
          <>
            {/* Of this claim the box beside it says so. */}
            <SaysBesides
              besides={cancelsEachWords(
                waiting.claims.filter(({ claimId }) => claimId !== claim.id),
                props.timeZone,
                waiting.hidden,
              )}
            />
            <AsksFirst besides={cancelsEachWords(waiting.claims, props.timeZone, waiting.hidden)}>
              <ArticleMeta
                article={article}
                actions={articleActions()}
                now={new Date().toISOString()}
                titleLevel={2}
              />
            </AsksFirst>
            {article.capture && !article.capture.expunged ? (
              <EarlierQuotes
                evidence={claim.evidence}
                articleId={article.id}
                captureId={article.capture.id}
              />
            ) : null}
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
              <AsksFirst besides={besides}>
                <ArticleView
                  articleId={article.id}
                  outlet={article.outlet}
                  language={article.language}
                  capture={article.capture}
                  highlights={highlights}
                  suggested={[]}
                  title={article.title}
                  claim={{ id: claim.id, text: claim.text }}
                  {...(wantsWrite ? { logEvidence: addEvidence, createClaim: createClaimHere } : {})}
                />
              </AsksFirst>
            ) : null}
            {article.capture && hasWords && wantsWrite ? (
              <Disclosure summary="Log evidence by pasting the words">
                <AsksFirst besides={besides}>
                  <QuoteForm
                    articleId={article.id}
                    captureId={article.capture.id}
                    claim={{ id: claim.id, text: claim.text }}
                    logEvidence={addEvidence}
                  />
                </AsksFirst>
              </Disclosure>
            ) : null}
          </>
        ) : (
          <EmptyState title={wantsWrite ? "No article yet" : "No article"}>
            {wantsWrite ? (
              <>
                <Link href={addHref}>Add an article</Link> to quote from it, or{" "}
                <Link href={openHref}>choose one</Link> that is here already.
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

/** A tab an article, named by its outlet; two of one outlet are told apart by their titles. */
function tabsOf(claim: ClaimDto, beside: NamedArticle[], articleId: string | null, carry: string): Tab[] {
  const named = new Map<string, { name: string; title: string | null }>();
  if (claim.from) named.set(claim.from.articleId, { name: "Where it appeared", title: null });
  for (const { articleId: id, article } of claim.evidence)
    named.set(id, { name: article.outlet ?? article.title ?? "Unnamed article", title: article.title });
  for (const article of beside) named.set(article.id, article);
  const names = [...named.values()].map(({ name }) => name);
  const isShared = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  return [...named].map(([id, { name, title }]) => ({
    label: isShared(name) && title && title !== name ? `${name}: ${title}` : name,
    href: places.articleBeside(claim.id, id, carry),
    current: id === articleId,
  }));
}

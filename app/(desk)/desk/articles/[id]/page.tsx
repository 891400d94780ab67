import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ArticleMeta } from "@/components/articles/article-meta";
import { ArticleReliability } from "@/components/articles/article-reliability";
import { NoWords } from "@/components/captures/no-words";
import { PagesLine } from "@/components/captures/pages-line";
import { ArticleView } from "@/components/articles/article-view";
import { OpenBesideClaim } from "@/components/articles/open-beside-claim";
import { AttributionsPanel } from "@/components/articles/attributions-panel";
import { SourceWatch } from "@/components/articles/source-watch";
import { ArticleDisagreements } from "@/components/disagreements/article-disagreements";
import { SuggestedClaims } from "@/components/articles/suggested-claims";
import { places } from "@/components/layout/places";
import { AsksFirst } from "@/components/ui/asks-first";
import { Disclosure } from "@/components/ui/disclosure";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import { can } from "@/lib/access/can";
import { requireViewer } from "@/lib/access/viewer.server";
import { articleName } from "@/lib/articles/article-name.server";
import { sourceHistory } from "@/lib/articles/source-history.server";
import { articleHighlights, getArticle } from "@/lib/articles/queries";
import { listArticles } from "@/lib/articles/list-articles.server";
import { claimsToQuoteFor } from "@/lib/claims/claims-to-quote-for.server";
import { claimsLeaningOn } from "@/lib/attributions/claims-leaning.server";
import { listAttributions } from "@/lib/attributions/queries";
import { rulePlaces } from "@/lib/attributions/rule-place";
import { waitingOnSources } from "@/lib/attributions/waiting-on-sources.server";
import { disagreementsOfArticle, quotesBeside } from "@/lib/disagreements/queries";
import { cancelsEachWords, cancelsWordsById } from "@/lib/schedules/cancels-words";
import { publishTimesOf, waitingOnArticle } from "@/lib/schedules/queries";
import { loadSettings } from "@/lib/settings/settings.server";
import { createClaimHere } from "../../claims/actions";
import { addEvidence } from "../../claims/evidence-actions";
import { articleActions } from "../article-actions";
import { dismissSuggestion, markDisagreement, settleDisagreement } from "../../claims/disagreement-actions";
import { setReliability } from "../actions";
import { one, type SearchParams } from "../../read-queue";
import { addAttribution, attestOrigin, decideAttribution, noteInterests } from "../attribution-actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const viewer = await requireViewer();
  return { title: (await articleName(await asNamedTo(viewer, (await params).id))) ?? "Article" };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireViewer();
  const article = await getArticle(viewer, id);
  if (!article) notFound();
  const words = one(await searchParams, "q")?.slice(0, 200);
  const [highlights, attributions, articles, claims, history, disagreements, beside, waiting, { site }] =
    await Promise.all([
      articleHighlights(viewer, id),
      listAttributions(viewer, id),
      listArticles(viewer, { limit: 100 }),
      claimsToQuoteFor(viewer, words, new Date()),
      sourceHistory(viewer, id),
      disagreementsOfArticle(viewer, id, new Date()),
      quotesBeside(viewer, id),
      waitingOnArticle(viewer, id),
      loadSettings(),
    ]);
  const besides = cancelsEachWords(waiting.claims, site.timeZone, waiting.hidden);
  const others = articles.items
    .filter((other) => other.id !== id)
    .map((other) => ({
      id: other.id,
      name: [other.outlet, other.title].filter(Boolean).join(": ") || "Unnamed article",
    }));
  const [leaning, onSources] = await Promise.all([
    claimsLeaningOn(viewer, attributions),
    waitingOnSources(viewer, [id], attributions),
  ]);
  const { capture } = article;
  const read = rulePlaces(attributions, id, capture);
  return (
    <div className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] gap-x-16 px-4 py-6 desk:grid-cols-[minmax(0,1fr)_26rem]">
      <article className="min-w-0">
        <AsksFirst besides={besides} isSaidAbove>
          <ArticleMeta article={article} actions={articleActions()} now={new Date().toISOString()} />
        </AsksFirst>
        {capture && !capture.expunged ? (
          <OpenBesideClaim articleId={id} query={words} found={claims.found} inHand={claims.inHand} />
        ) : null}
        {capture && capture.fullText.trim() !== "" ? <PagesLine capture={capture} /> : null}
        {capture && !capture.expunged && capture.fullText.trim() === "" ? (
          <NoWords captureId={capture.id} />
        ) : capture && !capture.expunged ? (
          <ArticleView
            articleId={id}
            outlet={article.outlet}
            language={article.language}
            title={article.title}
            capture={capture}
            highlights={highlights}
            suggested={article.suggestedClaims}
            linked={[...read.values()].map(({ start, end }) => ({ start, end }))}
            claim={null}
            claims={await withWhatWaits(claims.all, site.timeZone)}
            logEvidence={addEvidence}
            createClaim={createClaimHere}
          />
        ) : null}
      </article>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6">
        <AsksFirst besides={besides}>
          <AttributionsPanel
            articleId={id}
            attributions={attributions}
            articles={others}
            leaning={leaning}
            read={read}
            isRead={capture !== null}
            cancels={cancelsWordsById(onSources, site.timeZone)}
            saidAbove={besides}
            actions={{
              decide: decideAttribution,
              add: addAttribution,
              interests: noteInterests,
              ...(can(viewer, "origin.attest") ? { attest: attestOrigin } : {}),
            }}
          />
          <ArticleDisagreements
            articleId={id}
            disagreements={disagreements}
            claims={beside}
            actions={{ mark: markDisagreement, settle: settleDisagreement, dismiss: dismissSuggestion }}
          />
        </AsksFirst>
        {capture ? (
          <SuggestedClaims
            articleId={id}
            captureId={capture.id}
            suggested={article.suggestedClaims}
            createClaim={createClaimHere}
          />
        ) : null}
        <SourceWatch history={history} hasUrl={article.url !== null} now={new Date().toISOString()} />
        <div>
          <p>
            <Link href={places.dependants(id)} className="inline-block py-1 text-sm">
              What leans on this source
            </Link>
          </p>
          {viewer.role === "editor" ? (
            <Disclosure summary="How far it can be relied on">
              <ArticleReliability article={article} action={setReliability} />
            </Disclosure>
          ) : null}
        </div>
      </div>
    </div>
  );
}

type Named = { id: string; text: string };

/** Each claim with what logging words to it does besides. */
async function withWhatWaits(claims: Named[], timeZone: string) {
  const times = await publishTimesOf(claims.map(({ id }) => id));
  return claims.map(({ id, text }) => {
    const publishAt = times.get(id);
    const waiting = publishAt ? [{ claimId: id, text, publishAt }] : [];
    return { id, text, besides: cancelsEachWords(waiting, timeZone) };
  });
}

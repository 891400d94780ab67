import type { Viewer } from "../../lib/access/viewer";
import { viewerOfSession } from "../../lib/accounts/sessions.server";
import { peopleByRole } from "../../lib/accounts/people.server";
import { listOwnSessions, listOwnTokens } from "../../lib/accounts/queries";
import { viewerOfToken } from "../../lib/accounts/tokens.server";
import { listOriginals } from "../../lib/articles/list-originals.server";
import { articleName } from "../../lib/articles/article-name.server";
import { articleDependants } from "../../lib/articles/dependants.server";
import { namesBeside } from "../../lib/articles/beside.server";
import { articleHighlights, getArticle } from "../../lib/articles/queries";
import { listArticles } from "../../lib/articles/list-articles.server";
import { sourceHistory } from "../../lib/articles/source-history.server";
import { claimsLeaningOn } from "../../lib/attributions/claims-leaning.server";
import { placesInTexts } from "../../lib/attributions/rule-places.server";
import { waitingOnSources } from "../../lib/attributions/waiting-on-sources.server";
import { getAttribution, listAttributions } from "../../lib/attributions/queries";
import { db } from "../../lib/core/db.server";
import { getCapture } from "../../lib/captures/queries";
import { claimsToQuoteFor } from "../../lib/claims/claims-to-quote-for.server";
import { declinedBy } from "../../lib/claims/declined-by.server";
import { findMatches } from "../../lib/claims/find-matches.server";
import { countQueues, listClaimNames, listClaims } from "../../lib/claims/list-claims.server";
import {
  claimDto,
  figuresDto,
  gateDto,
  getEvidence,
  independenceDto,
  openClaim,
} from "../../lib/claims/queries";
import { filtersOfQuery } from "../../lib/claims/queue-filters";
import { disagreementsFor, disagreementsOfArticle, quotesBeside } from "../../lib/disagreements/queries";
import { claimsSaying } from "../../lib/imports/queries";
import { claimNow } from "../../lib/live/presence.server";
import { changesSinceSeen } from "../../lib/log/changes-since.server";
import { claimHistory } from "../../lib/log/claim-history.server";
import { checkpointOfSize, latestCheckpoint, listLog, logProofOf } from "../../lib/log/queries";
import { logReach } from "../../lib/log/seen-marks.server";
import { logCounts } from "../../lib/metrics/queries";
import { noticeKindsBeside, noticesBeside, recordBeside } from "../../lib/notices/queries";
import { countUnread, listNews, newsReach, watchOf } from "../../lib/notifications/queries";
import { searchClaims } from "../../lib/publications/claims-search.server";
import { readNamePage } from "../../lib/publications/count-verdicts.server";
import { deskStatesOf } from "../../lib/publications/desk-states.server";
import { countPublished, listPublished } from "../../lib/publications/list-published.server";
import { listNamed, listVerdicts } from "../../lib/publications/list-verdicts.server";
import { publicVerdict } from "../../lib/publications/public-records.server";
import { listChanged, listCurrent } from "../../lib/publications/queries";
import { retractionOf } from "../../lib/publications/retraction.server";
import { versionsToWithhold } from "../../lib/publications/withholdings.server";
import { searchVerdicts } from "../../lib/publications/search-verdicts.server";
import {
  actsThatCancelled,
  cancelledByAct,
  cancelledScheduleOf,
  publishTimesOf,
  scheduleOf,
  waitingAnywhere,
  waitingByName,
  waitingBySigner,
  waitingOnArticle,
} from "../../lib/schedules/queries";
import { listDue } from "../../lib/shelf-life/queries";
import { touchesOf } from "../../lib/verdicts/sign-off-facts.server";
import { countOpenTasks, listTasks } from "../../lib/tasks/queries";
import { offeredTopics } from "../../lib/topics/queries";
import { countNewTips, countTips, listTips, tipsOfClaim } from "../../lib/tips/queries";
import { builtInViews, filtersOfView } from "../../lib/views/view";
import { listViews } from "../../lib/views/queries";

/** What there is to be read in a desk that was filled, and by whom. */
export type HotScene = {
  viewer: Viewer;
  editor: Viewer;
  sessionId: string;
  claimId: string;
  evidenceId: string;
  articleId: string;
  captureId: string;
  attributionId: string;
  published: { slug: string; sha256: string; topic: string; claimant: string };
  words: string;
};

type Read = (scene: HotScene, limit: number) => Promise<unknown>;

const queue =
  (query: string, who: "viewer" | "editor" = "viewer"): Read =>
  (scene, limit) =>
    listClaims(scene[who], { ...filtersOfQuery(query), limit }, new Date());

const queues: Record<string, Read> = {
  "queue: needs me": queue(""),
  "queue: needs me, an editor": queue("", "editor"),
  ...Object.fromEntries(
    [
      ...["newest", "oldest", "importance", "deadline", "reach"].map((sort) => `needs=all&sort=${sort}`),
      ...[
        "state=in-review",
        "topic=harbour",
        "topic=no-topic",
        "q=harbour+ferry",
        "due=week&sort=deadline",
        "needs=evidence",
      ],
      ...["needs=review", "needs=editor", "importance=3", "assignee=me", "assignee=none"],
    ].map((query) => [`queue: ${query}`, queue(query)]),
  ),
  "queue: what rests on an article": ({ viewer, articleId }, limit) =>
    listClaims(viewer, { article: articleId, sort: "newest", limit }, new Date()),
  "queue: what that article is called": ({ articleId }) => articleName(articleId),
  "queue: counts of all views": ({ viewer }) =>
    countQueues(viewer, builtInViews.map(filtersOfView), new Date()),
  "queue: names that are found": ({ viewer, words }, limit) =>
    listClaimNames(viewer, { ...filtersOfQuery("needs=all"), q: words, limit }, new Date()),
  "queue: views": ({ viewer }) => listViews(viewer),
  "queue: people": () => peopleByRole(),
  "queue: topics to offer": ({ viewer }) => offeredTopics(viewer),
};

const claims: Record<string, Read> = {
  "claim: page": async ({ viewer, claimId }) => {
    const current = (await openClaim(claimId, new Date()))!;
    await claimDto(viewer, current);
    await gateDto(viewer, current, new Date());
    await disagreementsFor(viewer, current);
    return [independenceDto(viewer, current), figuresDto(current)];
  },
  "claim: what is beside it": async ({ viewer, claimId }) => {
    await logReach(claimId);
    await changesSinceSeen(viewer, claimId, false);
    await noticesBeside({ id: claimId });
    await noticeKindsBeside(claimId);
    await recordBeside(claimId);
    await newsReach(viewer, claimId);
    await watchOf(viewer, claimId);
    await claimNow(viewer, claimId, new Date());
    await scheduleOf(claimId);
    await publishTimesOf([claimId]);
    await cancelledScheduleOf(claimId, false);
    await actsThatCancelled([claimId]);
    await listDue(viewer, { claimId }, new Date());
    await tipsOfClaim(viewer, claimId);
    await retractionOf(claimId);
    await declinedBy(claimId);
  },
  "claim: versions to withhold": ({ claimId }) => versionsToWithhold(claimId),
  "claim: history": ({ viewer, claimId }) => claimHistory(viewer, claimId, { isBlind: false }),
  "claim: who wrote what": async ({ claimId }) => touchesOf((await openClaim(claimId, new Date()))!),
  "claim: one piece of evidence": ({ evidenceId }) => getEvidence(evidenceId),
  "claim: alike": ({ viewer, words }) => findMatches(viewer, { text: words }),
  "claim: names of what is open beside it": ({ viewer, articleId }) => namesBeside(viewer, [articleId]),
  "claim: same words": ({ viewer, words }) => claimsSaying(viewer, [words]),
  "claim: same words, none of which means anything": ({ viewer }) => claimsSaying(viewer, ["Same as above"]),
};

const articles: Record<string, Read> = {
  "article: page": async ({ viewer, articleId }) => {
    await getArticle(viewer, articleId);
    await articleHighlights(viewer, articleId);
    const attributions = await listAttributions(viewer, articleId);
    await claimsLeaningOn(viewer, attributions);
    await placesInTexts(viewer, [{ articleId, attributions }]);
    await waitingOnSources(viewer, [articleId], attributions);
    await sourceHistory(viewer, articleId);
    await quotesBeside(viewer, articleId);
    await disagreementsOfArticle(viewer, articleId, new Date());
    await waitingOnArticle(viewer, articleId);
  },
  "article: what a change cancelled": ({ viewer }) => cancelledByAct(viewer, new Date()),
  "article: claims to quote it for": ({ viewer }) => claimsToQuoteFor(viewer, undefined, new Date()),
  "article: claims with words to quote it for": ({ viewer, words }) =>
    claimsToQuoteFor(viewer, words, new Date()),
  "article: what leans on it": ({ viewer, articleId }, limit) =>
    articleDependants(viewer, articleId, new Date(), { limit }),
  "article: list": ({ viewer }, limit) => listArticles(viewer, { limit }),
  "article: search": ({ viewer }, limit) => listArticles(viewer, { limit, q: "harbour" }),
  "article: in a state": ({ viewer }, limit) => listArticles(viewer, { limit, state: "failed" }),
  "article: of an outlet": async ({ viewer, articleId }, limit) => {
    const { outletId } = await db().article.findUniqueOrThrow({
      where: { id: articleId },
      select: { outletId: true },
    });
    return listArticles(viewer, { limit, outletId: outletId ?? "" });
  },
  "article: originals": ({ viewer }, limit) => listOriginals(viewer, { limit }),
  "article: capture": ({ viewer, captureId }) => getCapture(viewer, captureId),
  "article: attribution": ({ viewer, attributionId }) => getAttribution(viewer, attributionId),
};

const frame: Record<string, Read> = {
  "frame: session": ({ sessionId }) => viewerOfSession(sessionId, new Date()),
  "frame: token": () => viewerOfToken("cst_unknown", new Date()),
  "frame: badges": async ({ viewer }) => [
    await countNewTips(viewer),
    await countOpenTasks(viewer),
    await countUnread(viewer),
  ],
  "tips: new": ({ viewer }, limit) => listTips(viewer, { limit, state: "new" }),
  "tips: all": ({ viewer }, limit) => listTips(viewer, { limit }),
  "tips: counted": ({ viewer }) => countTips(viewer),
  "due: what is looked at again": ({ viewer }) => listDue(viewer, {}, new Date()),
  "tasks: open": ({ viewer }) => listTasks(viewer, { done: false }),
  "tasks: done": ({ viewer }) => listTasks(viewer, { done: true }),
  "news: own": ({ viewer }) => listNews(viewer),
  "settings: what waits for its time": async ({ viewer }) => [
    await waitingAnywhere(viewer),
    await waitingBySigner(viewer),
    await waitingByName(viewer),
  ],
  "account: sessions and tokens": async ({ viewer }) => [
    await listOwnSessions(viewer, new Date()),
    await listOwnTokens(viewer),
  ],
};

const asIntern = ({ viewer }: HotScene): Viewer => ({ ...viewer, sees: "own" });

/** What a function of the database asks, as a statement of its own: from outside its plan is not seen. */
async function askBody(name: string, person: string, ids: string[] = []): Promise<unknown> {
  const [row] = await db().$queryRaw<
    { prosrc: string }[]
  >`SELECT prosrc FROM pg_proc WHERE proname = ${name}`;
  const body = row!.prosrc.replace(/\bperson\b/g, "$1").replace(/\bids\b/g, "$2::text[]");
  return db().$queryRawUnsafe(body, person, ...(body.includes("$2") ? [ids] : []));
}

const interns: Record<string, Read> = {
  "intern: own claims": ({ viewer }) => askBody("own_claims", viewer.id),
  "intern: own articles": ({ viewer }) => askBody("own_articles", viewer.id),
  "intern: what is hidden": ({ viewer, claimId, articleId }) =>
    askBody("hidden_from", viewer.id, [claimId, articleId]),
  "intern: queue": (scene, limit) =>
    listClaims(asIntern(scene), { ...filtersOfQuery("needs=all"), limit }, new Date()),
  "intern: articles": (scene, limit) => listArticles(asIntern(scene), { limit }),
  "intern: tasks and news": async (scene) => [
    await listTasks(asIntern(scene), { done: false }),
    await listNews(asIntern(scene)),
  ],
  "intern: topics to offer": (scene) => offeredTopics(asIntern(scene)),
  "intern: claims to quote an article for": (scene) =>
    claimsToQuoteFor(asIntern(scene), undefined, new Date()),
  "intern: log": (scene, limit) => listLog(asIntern(scene), { limit }),
};

const readers: Record<string, Read> = {
  "reader: verdict": ({ published }) => publicVerdict(published.slug),
  "reader: log proof": ({ published }) => logProofOf(published.sha256),
  "reader: newest": (_, limit) => listVerdicts({}, { limit }),
  "reader: with a rating": (_, limit) => listVerdicts({ rating: "confirmed" }, { limit }),
  "reader: of a month": (_, limit) =>
    listVerdicts({ firstDay: "2024-03-01", lastDay: "2024-03-31" }, { limit }),
  "reader: topic": ({ published }, limit) => listNamed("topic", published.topic, { limit }),
  "reader: claimant": ({ published }, limit) => listNamed("claimant", published.claimant, { limit }),
  "reader: counts of a topic": ({ published }) => readNamePage("topic", published.topic),
  "reader: search": ({ words }, limit) => searchVerdicts({ query: words, filter: {}, limit }),
  "reader: search on a topic": ({ published }, limit) =>
    searchVerdicts({ query: "original", filter: { topic: published.topic, language: "en" }, limit }),
  "reader: misspelt": (_, limit) => searchVerdicts({ query: "vinyerd", filter: {}, limit }),
  "reader: claims:search": ({ words }) => searchClaims({ query: words, pageSize: 10 }, new Date()),
  "reader: corrections": (_, limit) => listChanged({ limit }),
  "feed: verdicts": (_, limit) => listCurrent({ limit, withRetractions: true }),
  "feed: topic": ({ published }, limit) => listCurrent({ limit, topic: published.topic }),
  "feed: head of the log": () => latestCheckpoint(),
  "feed: an earlier head": () => checkpointOfSize(7),
  "desk: published": () => listPublished(undefined),
  "desk: published, retracted": () => listPublished(undefined, "retracted"),
  "desk: published, with a correction": () => listPublished(undefined, "correction"),
  "desk: how much is published": () => countPublished(),
  "desk: how what is published stands": ({ claimId }) => deskStatesOf([claimId]),
  "api: log": ({ viewer }, limit) => listLog(viewer, { limit }),
  "metrics: log": () => logCounts(),
};

/**
 * The reads that people and machines wait for, by what they are for. Each takes a page's number of rows, where it has
 * pages. Hot is what answers a request; what is left out is in `coldReads`, with the reason.
 */
export const hotReads: Record<string, Read> = {
  ...queues,
  ...claims,
  ...articles,
  ...frame,
  ...interns,
  ...readers,
};

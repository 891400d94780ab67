import { ArticlePane } from "./article-pane";
import { claimActions } from "./claim-actions";
import { ChangesSince } from "@/components/claims/changes-since";
import { ClaimPanel } from "@/components/claims/claim-panel";
import { FallsBackLine } from "@/components/claims/falls-back-line";
import { QueueHead, QueueList } from "@/components/claims/queue-list";
import { WhyDeclined } from "@/components/claims/why-declined";
import { WhyRetracted } from "@/components/claims/why-retracted";
import { ChangedStrip } from "@/components/live/changed-strip";
import { ClaimNowProvider } from "@/components/live/claim-now-context";
import { LookedMark } from "@/components/live/looked-mark";
import { WhoIsHere } from "@/components/live/who-is-here";
import { NoticesBeside } from "@/components/notices/notices-beside";
import { ShelfLifeLine } from "@/components/shelf-life/shelf-life-line";
import { ScheduledNotice } from "@/components/schedules/scheduled-notice";
import { places } from "@/components/layout/places";
import { Split, type Pane } from "@/components/layout/split";
import { FromTip } from "@/components/tips/from-tip";
import { requireViewer } from "@/lib/access/viewer.server";
import { listPeople } from "@/lib/accounts/people.server";
import { besideQuery, readBeside } from "@/lib/articles/beside";
import { namesBeside } from "@/lib/articles/beside.server";
import { decisiveDoubts } from "@/lib/attributions/decisive-doubts";
import { declinedBy } from "@/lib/claims/declined-by.server";
import type { ClaimDto, ClaimRowDto } from "@/lib/claims/dto";
import { figuresDto, gateDto, independenceDto } from "@/lib/claims/queries";
import { isOpenState } from "@/lib/claims/vocabulary";
import { cleanText } from "@/lib/core/text-input";
import { changesSinceSeen } from "@/lib/log/changes-since.server";
import { logReach } from "@/lib/log/seen-marks.server";
import { newsReach, watchOf } from "@/lib/notifications/queries";
import type { DeskState } from "@/lib/publications/desk-state";
import { retractionOf } from "@/lib/publications/retraction.server";
import { signedFinding } from "@/lib/publications/signed-finding.server";
import { isBlind } from "@/lib/reviews/blindness";
import { cancelsWords } from "@/lib/schedules/cancels-words";
import { cancelledScheduleOf } from "@/lib/schedules/queries";
import { listDue } from "@/lib/shelf-life/queries";
import { noticesBeside } from "@/lib/notices/queries";
import { disagreementsFor } from "@/lib/disagreements/queries";
import { tipsOfClaim } from "@/lib/tips/queries";
import { claimTitle } from "../claim-title";
import { carriedOf, linksOf, openClaimPage, type ClaimPageWithQuery } from "../open-claim-page";
import { templatesHere } from "../templates-here";
import { listBeside } from "../list-beside";
import { one } from "../../read-queue";

export const generateMetadata = claimTitle();

export default async function ClaimPage({ params, searchParams }: ClaimPageWithQuery) {
  const { id } = await params;
  const query = await searchParams;
  const [reach, newsTo] = await reachOf(cleanText(id));
  const opened = await openClaimPage(id);
  const { viewer, current, claim, now } = opened;
  const blind = isBlind(viewer, current.dossier);
  const articleId = one(query, "article") ?? claim.evidence[0]?.articleId ?? claim.from?.articleId ?? null;
  const open = unquotedOf(claim, [...readBeside(one(query, "beside")), ...(articleId ? [articleId] : [])]);
  const [
    list,
    beside,
    gate,
    disagreements,
    people,
    notices,
    since,
    watching,
    cancelled,
    due,
    tips,
    [retraction, declined],
    signed,
  ] = await Promise.all([
    listBeside(viewer, claim, one(query, "in") ?? "", now),
    namesBeside(viewer, open),
    gateDto(viewer, current, now),
    disagreementsFor(viewer, current),
    listPeople(),
    noticesBeside(claim),
    changesSinceSeen(viewer, id, blind),
    watchOf(viewer, id),
    cancelledScheduleOf(id, blind),
    listDue(viewer, { claimId: id }, now),
    tipsOfClaim(viewer, id),
    howItEnded(claim),
    claim.correction ? signedFinding(claim.id) : null,
  ]);
  const isOpen = isOpenState(claim.state);
  const besides = cancelsWords(claim.scheduled, current.settings.site.timeZone);
  const carry = `${list.carry}${besideQuery(beside.map((article) => article.id))}`;
  const href = (name: Pane) =>
    `${places.claim(id)}?pane=${name}${articleId ? `&article=${encodeURIComponent(articleId)}` : ""}${carry}`;
  const templates = await templatesHere(opened, ["reply-letter", "decline"], href("claim"), query);
  return (
    <ClaimNowProvider claimId={id} newsTo={newsTo}>
      <LookedMark claimId={id} reach={reach} />
      <Split
        pane={paneOf(one(query, "pane"))}
        paneHrefs={{ queue: href("queue"), article: href("article"), claim: href("claim") }}
        queue={
          <QueueList
            claims={list.items}
            current={rowOf(claim, watching, list.publicState)}
            head={<QueueHead label={list.label} href={list.href} count={list.count} />}
            empty="needs-me"
            isFallback={list.isFallback}
            query={list.query}
            nextHref={list.nextHref}
            now={now.toISOString()}
          />
        }
        article={
          <ArticlePane
            viewer={viewer}
            claim={claim}
            articleId={articleId}
            beside={beside}
            carry={carry}
            wantsWrite={isOpen}
            besides={besides}
            timeZone={current.settings.site.timeZone}
          />
        }
        claim={
          <ClaimPanel
            claim={claim}
            gate={gate}
            ratings={current.settings.ratings}
            viewer={viewer}
            links={linksOf(opened, carry)}
            beside={beside}
            comparisons={figuresDto(current).comparisons}
            disagreements={disagreements}
            independence={independenceDto(viewer, current)}
            people={people}
            signed={signed}
            waiting={<NoticesBeside {...notices} maySign={viewer.role === "editor"} />}
            actions={claimActions(claim.state)}
            presence={<WhoIsHere />}
            changes={
              <>
                <WhyDeclined claim={current.claim} by={declined} now={now.toISOString()} />
                <WhyRetracted retraction={retraction} />
                <FromTip claimId={id} tips={tips} mayAdd={mayAdd(claim, tips)} now={now.toISOString()} />
                <ScheduledNotice
                  scheduled={claim.scheduled}
                  {...{ cancelled, viewerId: viewer.id }}
                  timeZone={current.settings.site.timeZone}
                  signOffHref={linksOf(opened).signOff}
                />
                <FallsBackLine claim={claim} />
                <ShelfLifeLine due={due.items[0]} now={now.toISOString()} />
                <ChangedStrip shownTo={reach.entryId}>
                  <ChangesSince claimId={id} since={since} now={now.toISOString()} />
                </ChangedStrip>
              </>
            }
            templates={templates}
            carried={carriedOf(opened)}
            doubts={decisiveDoubts(current.dossier)}
            besides={besides}
            isWatching={watching ? watching === "watching" : isTheirs(viewer.id, current.claim)}
            now={now.toISOString()}
          />
        }
      />
    </ClaimNowProvider>
  );
}

/** The claim in hand as a row of the queue beside it. */
function rowOf(claim: ClaimDto, watch: ClaimRowDto["watch"], publicState: DeskState | undefined) {
  const publishAt = claim.scheduled?.publishAt ?? null;
  return {
    ...claim,
    evidenceCount: claim.evidence.length,
    similar: null,
    publishAt,
    isChanged: false,
    watch,
    ...(publicState ? { publicState } : {}),
  };
}

function paneOf(asked: string | undefined): Pane {
  return (["queue", "article", "claim"] as const).find((name) => name === asked) ?? "claim";
}

/** Whether the page that a tip came with can become evidence, and is not yet. */
const mayAdd = (claim: ClaimDto, tips: Awaited<ReturnType<typeof tipsOfClaim>>) =>
  isOpenState(claim.state) && !claim.evidence.some(({ article }) => article.url === tips?.from?.url);

/** Who retracted the claim or declined it, and when. */
function howItEnded({ id, state }: ClaimDto) {
  return Promise.all([
    state === "retracted" ? retractionOf(id) : null,
    state === "declined" ? declinedBy(id) : null,
  ]);
}

/** How far the claim's log and this person's news of it reach: asked before the page is read, which shows at least that. */
async function reachOf(id: string) {
  const viewer = await requireViewer();
  return Promise.all([logReach(id), newsReach(viewer, id)]);
}

/** Those of the ids that are neither of the claim's evidence nor where it appeared, each once. */
function unquotedOf(claim: ClaimDto, ids: string[]): string[] {
  const own = new Set([claim.from?.articleId, ...claim.evidence.map(({ articleId }) => articleId)]);
  return [...new Set(ids)].filter((id) => !own.has(id));
}

/** Whoever wrote a claim or has it hears of it without asking. */
function isTheirs(viewerId: string, claim: { createdById: string; assigneeId: string | null }): boolean {
  return claim.createdById === viewerId || claim.assigneeId === viewerId;
}

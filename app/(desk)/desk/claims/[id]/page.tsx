import type { Metadata } from "next";
import { ArticlePane } from "./article-pane";
import { claimActions } from "./claim-actions";
import { ClaimPanel } from "@/components/claims/claim-panel";
import { QueueHead, QueueList } from "@/components/claims/queue-list";
import { WaitingNotices } from "@/components/notices/waiting-notices";
import { places } from "@/components/layout/places";
import { Split, type Pane } from "@/components/layout/split";
import { listPeople } from "@/lib/accounts/people.server";
import { figuresDto, gateDto, independenceDto } from "@/lib/claims/queries";
import { waitingNotices } from "@/lib/notices/queries";
import { disagreementsFor } from "@/lib/disagreements/queries";
import { linksOf, openClaimPage, type ClaimPageProps } from "../open-claim-page";
import { listBeside } from "../list-beside";
import { one, type SearchParams } from "../../read-queue";

export const metadata: Metadata = { title: "Claim" };

type Props = ClaimPageProps & { searchParams: Promise<SearchParams> };

export default async function ClaimPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const opened = await openClaimPage(id);
  const { viewer, current, claim, now } = opened;
  const list = await listBeside(viewer, claim, one(query, "in") ?? "", now);
  const [people, drafts] = await Promise.all([listPeople(), waitingNotices(id)]);
  const articleId = one(query, "article") ?? claim.evidence[0]?.articleId ?? claim.from?.articleId ?? null;
  const pane =
    (["queue", "article", "claim"] as const).find((name) => name === one(query, "pane")) ?? "claim";
  const href = (name: Pane) =>
    `${places.claim(id)}?pane=${name}${articleId ? `&article=${encodeURIComponent(articleId)}` : ""}${list.carry}`;
  return (
    <Split
      pane={pane}
      paneHrefs={{ queue: href("queue"), article: href("article"), claim: href("claim") }}
      queue={
        <QueueList
          claims={list.items}
          current={{ ...claim, evidenceCount: claim.evidence.length, similar: null }}
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
          claim={claim}
          articleId={articleId}
          carry={list.carry}
          wantsWrite={claim.state !== "published" && claim.state !== "retracted"}
        />
      }
      claim={
        <ClaimPanel
          claim={claim}
          gate={await gateDto(viewer, current, now)}
          ratings={current.settings.ratings}
          viewer={viewer}
          links={linksOf(opened)}
          comparisons={figuresDto(current).comparisons}
          disagreements={await disagreementsFor(viewer, current)}
          independence={independenceDto(viewer, current)}
          people={people}
          waiting={<WaitingNotices notices={drafts} maySign={viewer.role === "editor"} />}
          actions={claimActions(claim.state)}
          now={now.toISOString()}
        />
      }
    />
  );
}

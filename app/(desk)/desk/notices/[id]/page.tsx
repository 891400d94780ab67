import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ClaimInLine } from "@/components/claims/claim-name";
import { WordsChanged } from "@/components/articles/words-changed";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { NoticeFrame } from "@/components/notices/notice-frame";
import { PreparedNoticeForm } from "@/components/notices/prepared-notice-form";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { TimeAgo } from "@/components/ui/time-ago";
import { PreviewBeside } from "@/components/verdicts/preview-beside";
import { can } from "@/lib/access/can";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import { requireViewer } from "@/lib/access/viewer.server";
import { sourceHistory } from "@/lib/articles/source-history.server";
import type { PreparedNoticeDto } from "@/lib/notices/dto";
import { getPrepared, recordBeside, restsOn } from "@/lib/notices/queries";
import { fittingNoticeKinds } from "@/lib/publications/notice-limits";
import { withheldVersionsOf } from "@/lib/publications/withholdings.server";
import { decidePrepared, dismissPrepared } from "../actions";

export const metadata: Metadata = { title: "Prepared notice" };

export default async function PreparedNoticePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await requireViewer();
  const notice = await getPrepared(await asNamedTo(viewer, id));
  if (!notice) notFound();
  const [history, beside, withheld] = await Promise.all([
    sourceHistory(viewer, notice.article.id),
    recordBeside(notice.claim.id),
    withheldVersionsOf(notice.claim.id),
  ]);
  const changed = history.changed.filter(({ claims }) =>
    claims.some((claim) => claim.id === notice.claim.id),
  );
  const now = new Date().toISOString();
  const isOpen = notice.state === "waiting";
  const isLeftBehind =
    isOpen && beside !== null && !(await restsOn(beside, notice.claim.id, notice.article.id));
  const lead = (
    <>
      Beside <a href={places.publication(notice.slug)}>the published verdict</a> on{" "}
      <ClaimInLine id={notice.claim.id} text={notice.claim.text} />
    </>
  );
  const why = <Why notice={notice} changed={changed} now={now} />;
  if (!isOpen || !can(viewer, "notice.sign"))
    return (
      <DeskPage title="Prepared notice" lead={lead}>
        {why}
        <Section id="notice" title={isOpen ? "The draft" : "What came of it"}>
          <Outcome notice={notice} now={now} />
        </Section>
      </DeskPage>
    );
  const form = (
    <>
      {why}
      <Section id="notice" title="The draft">
        {isLeftBehind ? (
          <div className="mb-4">
            <Notice
              tone="warning"
              title={`Version ${beside.version} does not rest on ${notice.article.name} any more`}
              safe="The draft was prepared beside an earlier version, and readers see nothing of it."
            >
              Dismiss it, unless whoever reads version {beside.version} still has to know this.
            </Notice>
          </div>
        ) : null}
        <PreparedNoticeForm
          notice={notice}
          kinds={beside ? fittingNoticeKinds(beside) : []}
          besideVersion={beside?.version ?? null}
          decide={decidePrepared}
          dismiss={dismissPrepared}
        />
      </Section>
    </>
  );
  if (!beside)
    return (
      <DeskPage title="Prepared notice" lead={lead}>
        {form}
      </DeskPage>
    );
  return (
    <PreviewBeside
      title="Prepared notice"
      lead={lead}
      goOn="Go on to the notice"
      preview={
        <NoticeFrame
          claimId={notice.claim.id}
          version={beside.version}
          isWithheld={withheld.includes(beside.version)}
          written={notice}
          preparedId={notice.id}
        />
      }
    >
      {form}
    </PreviewBeside>
  );
}

type WhyProps = {
  notice: PreparedNoticeDto;
  changed: Awaited<ReturnType<typeof sourceHistory>>["changed"];
  now: string;
};

function Why({ notice: { cause, article }, changed, now }: WhyProps) {
  return (
    <Section id="why" title="Why it was prepared">
      {cause === "reliability" ? (
        <p>
          <Link href={places.dependants(article.id)}>{article.name}</Link> was marked: see what leans on it.
        </p>
      ) : null}
      {cause === "drift" && changed.length === 0 ? (
        <p className="text-ink-2">The words stand again, or the claim no longer leans on them.</p>
      ) : null}
      {cause === "drift" ? (
        <ul className="grid gap-3">
          {changed.map(({ quoteId, claims: _claims, ...change }) => (
            <li key={quoteId}>
              <WordsChanged {...change} now={now} />
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-2 text-sm">
        <Link href={`${places.article(article.id)}#watch`}>
          The source and all looks at it: {article.name}
        </Link>
      </p>
    </Section>
  );
}

const decidedWords = { signed: "Signed", dismissed: "Dismissed", withdrawn: "Taken back" } as const;

function Outcome({ notice, now }: { notice: PreparedNoticeDto; now: string }) {
  const { state, decided } = notice;
  return (
    <>
      <blockquote className="border-l-2 pl-3 font-serif text-md">{notice.text}</blockquote>
      <div className="mt-3">
        {state === "waiting" || !decided ? (
          <Notice
            title="It waits for an editor"
            safe="Readers see nothing of it before an editor signs it."
          />
        ) : (
          <p className="text-ink-2">
            {decidedWords[state as keyof typeof decidedWords]}
            {decided.by ? ` by ${decided.by}` : null}, <TimeAgo at={decided.at} now={now} />
            {decided.reason ? `: ${decided.reason}` : "."}
          </p>
        )}
      </div>
    </>
  );
}

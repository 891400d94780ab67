import { ClaimLead } from "@/components/claims/claim-lead";
import { BringFileForm, BringRecordingForm } from "@/components/evidence/bring-file-form";
import { ConversationForm, RecordingForm } from "@/components/evidence/media-forms";
import { kindOfCapture, mediaKinds, mediaLabels, type MediaKind } from "@/components/evidence/media-kinds";
import { MediaOfFile } from "@/components/evidence/media-of-file";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { EditsCancel } from "@/components/schedules/edits-cancel";
import { Section } from "@/components/ui/section";
import { Notice } from "@/components/ui/notice";
import { Tabs } from "@/components/ui/tabs";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import { env } from "@/lib/core/env.server";
import { mediaSource } from "@/lib/captures/media-source.server";
import { viewPage } from "@/lib/captures/page-view.server";
import { isOpenState } from "@/lib/claims/vocabulary";
import { claimTitle } from "../../claim-title";
import { openClaimPage, type ClaimPageProps } from "../../open-claim-page";
import { addArticle } from "../../../articles/actions";
import { logConversation, logMedia, logRecording, logStretch } from "../../media-actions";
import { one, type SearchParams } from "../../../read-queue";

export const generateMetadata = claimTitle("Add evidence");

type Props = ClaimPageProps & { searchParams: Promise<SearchParams> };

export default async function MediaEvidencePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { viewer, claim, current } = await openClaimPage(id);
  const query = await searchParams;
  const articleId = one(query, "article");
  const file = articleId ? await mediaSource(await asNamedTo(viewer, articleId)) : null;
  const asked = mediaKinds.find((kind) => kind === one(query, "kind"));
  const kind: MediaKind = asked ?? (file ? (kindOfCapture(file.contentType) ?? "cell") : "picture");
  const page =
    file && kind === "page" ? await viewPage(file.captureId, one(query, "page"), new Date()) : null;
  const href = (other: MediaKind) => places.mediaEvidence(id, other);
  const waiting = {
    claim,
    timeZone: current.settings.site.timeZone,
    viewerId: viewer.id,
  };
  const lead = <ClaimLead id={id} text={claim.text} />;
  if (!isOpenState(claim.state))
    return (
      <DeskPage title="Evidence from a file, a recording or a call" lead={lead}>
        <Notice title="Nothing can be added to this claim as it stands.">
          Open a correction, or reopen the claim, first.
        </Notice>
      </DeskPage>
    );
  return (
    <DeskPage title="Evidence from a file, a recording or a call" lead={lead} wide={page !== null}>
      <Tabs
        label="What you have"
        className="mb-5"
        tabs={mediaKinds.map((other) => ({
          href: href(other),
          label: mediaLabels[other],
          current: other === kind,
        }))}
      />
      {/* A file that is brought is an article more, and no evidence yet. */}
      {kind === "conversation" ? (
        <EditsCancel {...waiting}>
          <ConversationForm claimId={id} action={logConversation} />
        </EditsCancel>
      ) : file ? (
        <EditsCancel {...waiting}>
          <MediaOfFile
            claimId={id}
            kind={kind}
            file={file}
            page={page}
            cell={one(query, "cell")}
            sheet={one(query, "sheet")}
            action={logMedia}
            logStretch={logStretch}
          />
        </EditsCancel>
      ) : kind === "recording" ? (
        <>
          <BringRecordingForm claimId={id} mostMb={env().recordingMb} />
          <Section id="at-address" title="Or a recording at a web address">
            <p className="mb-3 text-ink-2">Its file is not kept; only what you write down of it is.</p>
            <EditsCancel {...waiting}>
              <RecordingForm claimId={id} action={logRecording} />
            </EditsCancel>
          </Section>
        </>
      ) : (
        <BringFileForm claimId={id} kind={kind} action={addArticle} />
      )}
    </DeskPage>
  );
}

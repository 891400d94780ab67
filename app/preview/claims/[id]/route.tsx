import { VerdictPage } from "@/components/reader/verdict-page";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import { currentViewer } from "@/lib/access/viewer.server";
import { openClaim } from "@/lib/claims/queries";
import { problemResponse } from "@/lib/core/api-answer.server";
import { guarded, readParams } from "@/lib/core/api-route.server";
import { notFound } from "@/lib/core/result";
import { publicSite } from "@/lib/publications/public-site.server";
import { isBlind } from "@/lib/reviews/blindness";
import type { PublicationRecord, RevisionRecord } from "@/lib/publications/record";
import { scheduleOf } from "@/lib/schedules/queries";
import { renderPage } from "../../../(public)/render-reader";
import { framedHere } from "../../framed-here";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** The draft as readers would get it, by the readers' own renderer, for the frame on the sign-off page. */
export function GET(request: Request, context: Context): Promise<Response> {
  return guarded(request, () => preview(context));
}

async function preview(context: Context): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return problemResponse({ kind: "unauthenticated", code: "sign-in", detail: "Sign in first." });
  const params = await readParams(context);
  if (!params.ok) return problemResponse(params.error);
  const now = new Date();
  const current = await openClaim(await asNamedTo(viewer, params.value.id!), now);
  if (!current || isBlind(viewer, current.dossier)) return problemResponse(notFound("claim"));
  const [pub, scheduled] = await Promise.all([publicSite(), scheduleOf(current.claim.id)]);
  const record: PublicationRecord = {
    ...current.record,
    ...unwritten(current.record),
    kind: "publication",
    version: (current.record.previous?.version ?? 0) + 1,
    publishedAt: scheduled?.publishAt ?? now.toISOString(),
    signer: { name: scheduled?.signedBy.name ?? "", selfSigned: null, byToken: false },
    overrides: [],
  };
  const signed = { record, sha256: current.revision.hash, signature: "", keyId: "" };
  const page = (
    <VerdictPage
      site={pub.site}
      signed={signed}
      ratings={pub.ratings}
      versions={[]}
      notices={[]}
      current={null}
      draft={{
        publishAt: scheduled?.publishAt ?? null,
        firstPublishedAt: current.dossier.history[0]?.publishedAt ?? null,
      }}
    />
  );
  const body = await renderPage(page);
  return framedHere(pub, body);
}

/** A draft says what it does not have yet; it never looks like a rating. */
function unwritten({ rating, finding }: RevisionRecord): Partial<RevisionRecord> {
  return {
    ...(rating.code === "" ? { rating: { ...rating, label: "No rating yet" } } : {}),
    ...(finding.trim() === "" ? { finding: "No finding yet" } : {}),
  };
}

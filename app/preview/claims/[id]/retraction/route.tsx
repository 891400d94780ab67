import { RetractedPage } from "@/components/reader/retracted-page";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import { can } from "@/lib/access/can";
import { currentViewer } from "@/lib/access/viewer.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { guarded, readParams } from "@/lib/core/api-route.server";
import { notFound } from "@/lib/core/result";
import { publicSite } from "@/lib/publications/public-site.server";
import { retractionAsSigned } from "@/lib/publications/retraction-preview.server";
import { renderPage } from "../../../../(public)/render-reader";
import { framedHere } from "../../../framed-here";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** What readers would get in the place of a verdict once the viewer has retracted it, for the frame beside that act. */
export function GET(request: Request, context: Context): Promise<Response> {
  return guarded(request, () => preview(context));
}

async function preview(context: Context): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return problemResponse({ kind: "unauthenticated", code: "sign-in", detail: "Sign in first." });
  if (!can(viewer, "verdict.retract")) return problemResponse(notFound("verdict"));
  const params = await readParams(context);
  if (!params.ok) return problemResponse(params.error);
  const claimId = await asNamedTo(viewer, params.value.id!);
  const found = await retractionAsSigned(claimId, viewer.name, new Date());
  if (!found.ok) return problemResponse(found.error);
  const pub = await publicSite();
  return framedHere(pub, await renderPage(<RetractedPage site={pub.site} {...found.value} isDraft />));
}

import { SitePage } from "@/components/reader/site-page";
import { mayDo } from "@/lib/access/can";
import { currentViewer } from "@/lib/access/viewer.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { guarded, readParams } from "@/lib/core/api-route.server";
import { notFound } from "@/lib/core/result";
import { publicSite } from "@/lib/publications/public-site.server";
import { isSitePageName } from "@/lib/site-pages/pages";
import { draftAsSigned } from "@/lib/site-pages/preview.server";
import { renderPage } from "../../../(public)/render-reader";
import { framedHere } from "../../framed-here";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ page: string }> };

/** The newest draft of a page as readers would get it, for the frames beside its text and on its sign page. */
export function GET(request: Request, context: Context): Promise<Response> {
  return guarded(request, () => preview(context));
}

async function preview(context: Context): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return problemResponse({ kind: "unauthenticated", code: "sign-in", detail: "Sign in first." });
  if (!mayDo(viewer, "page.write").ok) return problemResponse(notFound("page"));
  const params = await readParams(context);
  if (!params.ok) return problemResponse(params.error);
  const page = params.value.page!;
  const signed = isSitePageName(page) ? await draftAsSigned(page, viewer.name, new Date()) : null;
  if (!signed) return problemResponse(notFound("page"));
  const pub = await publicSite();
  const { record } = signed;
  const shown = (
    <SitePage
      site={pub.site}
      page={record.page}
      versions={[signed]}
      shown={1}
      ratings={record.content.scale ?? pub.ratings}
      label={pub.label}
      isDraft
    />
  );
  return framedHere(pub, await renderPage(shown));
}

import { VerdictPage } from "@/components/reader/verdict-page";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import type { Viewer } from "@/lib/access/viewer";
import { can } from "@/lib/access/can";
import { currentViewer } from "@/lib/access/viewer.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { guarded, readParams } from "@/lib/core/api-route.server";
import { notFound } from "@/lib/core/result";
import { noticeAsSigned } from "@/lib/notices/notice-preview.server";
import { getPrepared } from "@/lib/notices/queries";
import { shownNotice } from "@/lib/notices/shown-notice.server";
import { publicSite } from "@/lib/publications/public-site.server";
import { renderPage } from "../../../../(public)/render-reader";
import { framedHere } from "../../../framed-here";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/**
 * The published verdict with a notice beside it, for the frame beside that act: the one that the viewer had shown last
 * (`shown`), or one that was prepared (`prepared`, its id). No address has its words.
 */
export function GET(request: Request, context: Context): Promise<Response> {
  return guarded(request, () => preview(request, context));
}

async function writtenBeside(viewer: Viewer, claimId: string, asked: URLSearchParams) {
  const preparedId = asked.get("prepared");
  if (preparedId === null) return asked.has("shown") ? shownNotice(viewer, claimId) : null;
  const prepared = await getPrepared(await asNamedTo(viewer, preparedId));
  return prepared?.claim.id === claimId ? { kind: prepared.kind, text: prepared.text } : null;
}

async function preview(request: Request, context: Context): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return problemResponse({ kind: "unauthenticated", code: "sign-in", detail: "Sign in first." });
  if (!can(viewer, "notice.sign")) return problemResponse(notFound("verdict"));
  const params = await readParams(context);
  if (!params.ok) return problemResponse(params.error);
  const claimId = await asNamedTo(viewer, params.value.id!);
  const written = await writtenBeside(viewer, claimId, new URL(request.url).searchParams);
  const found = await noticeAsSigned(claimId, viewer.name, written, new Date());
  if (!found.ok) return problemResponse(found.error);
  const pub = await publicSite();
  const page = <VerdictPage site={pub.site} ratings={pub.ratings} current={null} {...found.value} />;
  return framedHere(pub, await renderPage(page));
}

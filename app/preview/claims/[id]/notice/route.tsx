import { VerdictPage } from "@/components/reader/verdict-page";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import { can } from "@/lib/access/can";
import { currentViewer } from "@/lib/access/viewer.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { guarded, readParams } from "@/lib/core/api-route.server";
import { notFound } from "@/lib/core/result";
import { noticeAsSigned } from "@/lib/notices/notice-preview.server";
import { publicSite } from "@/lib/publications/public-site.server";
import { writtenNoticeSchema } from "@/lib/publications/schema";
import { renderPage } from "../../../../(public)/render-reader";
import { framedHere } from "../../../framed-here";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/** The published verdict with the notice beside it whose `kind` and `text` are asked for, for the frame beside that act. */
export function GET(request: Request, context: Context): Promise<Response> {
  return guarded(request, () => preview(request, context));
}

async function preview(request: Request, context: Context): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return problemResponse({ kind: "unauthenticated", code: "sign-in", detail: "Sign in first." });
  if (!can(viewer, "notice.sign")) return problemResponse(notFound("verdict"));
  const params = await readParams(context);
  if (!params.ok) return problemResponse(params.error);
  const claimId = await asNamedTo(viewer, params.value.id!);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const written = writtenNoticeSchema.safeParse(asked).data ?? null;
  const found = await noticeAsSigned(claimId, viewer.name, written, new Date());
  if (!found.ok) return problemResponse(found.error);
  const pub = await publicSite();
  const page = <VerdictPage site={pub.site} ratings={pub.ratings} current={null} {...found.value} />;
  return framedHere(pub, await renderPage(page));
}

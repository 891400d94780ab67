import { asNamedTo } from "@/lib/access/as-named-to.server";
import { mayDo } from "@/lib/access/can";
import type { Viewer } from "@/lib/access/viewer";
import { currentViewer } from "@/lib/access/viewer.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { guarded, readParams } from "@/lib/core/api-route.server";

type Context = { params: Promise<{ id: string }> };

/** Answers whoever may read the desk with what `show` makes of the capture in the address, and others with why not. */
export function forStaff(
  request: Request,
  context: Context,
  show: (captureId: string, viewer: Viewer) => Promise<Response>,
): Promise<Response> {
  return guarded(request, async () => {
    const viewer = await currentViewer();
    if (!viewer)
      return problemResponse({ kind: "unauthenticated", code: "sign-in", detail: "Sign in first." });
    const allowed = mayDo(viewer, "desk.read");
    if (!allowed.ok) return problemResponse(allowed.error);
    const params = await readParams(context);
    return params.ok
      ? show(await asNamedTo(viewer, params.value.id!), viewer)
      : problemResponse(params.error);
  });
}

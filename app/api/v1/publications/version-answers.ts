import { answerWith } from "@/app/(public)/stored-body";
import { dataAnswer } from "@/app/(public)/data-answers";
import { keptList } from "@/app/(public)/kept-answers";
import { problemResponse } from "@/lib/core/api-answer.server";
import { guarded } from "@/lib/core/api-route.server";
import { notFound, Refusal, refuse, type Result } from "@/lib/core/result";
import { publicSite, type PublicSite } from "@/lib/publications/public-site.server";

export const csvType = "text/csv; charset=utf-8; header=present";
export const jsonType = "application/json; charset=utf-8";

/** One version that an address names, and the settings readers see. */
export type VersionCall = { slug: string; version: number; pub: PublicSite };
type VersionFile = {
  type: string;
  load: (call: VersionCall) => Promise<Result<string | Uint8Array>>;
  /** Name to save it under, when it is not to be shown. */
  saveAs?: (call: VersionCall) => string;
};

type Context = { params: Promise<{ slug: string; version: string }> };

/** A public file made of one version: kept shortly, with ETag, readable by any site; a problem document when there is none. */
export function versionFileRoute({ type, load, saveAs }: VersionFile) {
  return (request: Request, context: Context): Promise<Response> =>
    guarded(request, async () => {
      const { slug, version: text } = await context.params;
      if (!/^[1-9]\d{0,8}$/.test(text)) return problemResponse(notFound("version"));
      const pub = await publicSite();
      const call = { slug, version: Number(text), pub };
      try {
        const made = await keptList(`${pub.key} ${new URL(request.url).pathname}`, async () => {
          const content = await load(call);
          if (!content.ok) refuse(content.error);
          const more: Record<string, string> = {};
          if (saveAs) more["Content-Disposition"] = `attachment; filename="${saveAs(call)}"`;
          return dataAnswer(pub, content.value, type, more);
        });
        return answerWith(request, made.body, made);
      } catch (error) {
        if (error instanceof Refusal) return problemResponse(error.failure);
        throw error;
      }
    });
}

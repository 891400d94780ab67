import { dataAnswer } from "@/app/(public)/data-answers";
import { keptList, type KeptAnswer } from "@/app/(public)/kept-answers";
import { answerWith } from "@/app/(public)/stored-body";
import { problemResponse } from "@/lib/core/api-answer.server";
import { guarded } from "@/lib/core/api-route.server";
import { isCursor, strangeCursor } from "@/lib/core/cursor";
import { exportPart } from "@/lib/publications/export.server";
import type { ListedVerdict } from "@/lib/publications/queries";
import { publicSite, type PublicSite } from "@/lib/publications/public-site.server";
import { countExportPart } from "@/lib/publications/search-limit.server";

type ExportFile = {
  path: string;
  type: string;
  withRetractions: boolean;
  /** `next` is the absolute address of the next part, `null` after the last. */
  write: (verdicts: ListedVerdict[], next: string | null, pub: PublicSite) => string;
  saveAs?: string;
};

async function partAnswer(
  file: ExportFile,
  pub: PublicSite,
  before: string | undefined,
): Promise<KeptAnswer> {
  const part = await exportPart(before, file.withRetractions);
  const query = part.next === null ? "" : `?${new URLSearchParams({ before: part.next }).toString()}`;
  const next = part.next === null ? null : pub.site.url + file.path + query;
  const more: Record<string, string> = {};
  if (next !== null) more.Link = `<${next}>; rel="next"`;
  if (file.saveAs !== undefined) more["Content-Disposition"] = `attachment; filename="${file.saveAs}"`;
  return dataAnswer(pub, file.write(part.verdicts, next, pub), file.type, more);
}

/**
 * A public export of all that stands, in parts that name the next one by `Link: rel=next`. Only the first part is kept:
 * it is what everybody asks for, and addresses with cursors are without number.
 */
export function exportRoute(file: ExportFile) {
  return (request: Request): Promise<Response> =>
    guarded(request, async () => {
      const before = new URL(request.url).searchParams.get("before") ?? undefined;
      if (before !== undefined && !isCursor(before, ["time", "text"])) {
        return problemResponse({ kind: "malformed", code: "bad-cursor", detail: strangeCursor });
      }
      if (before !== undefined) {
        const counted = await countExportPart(request.headers, new Date());
        if (!counted.ok) return problemResponse(counted.error);
      }
      const pub = await publicSite();
      const make = () => partAnswer(file, pub, before);
      const made = before === undefined ? await keptList(`${pub.key} ${file.path}`, make) : await make();
      return answerWith(request, made.body, made);
    });
}

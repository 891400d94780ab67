import "server-only";
import type { Viewer } from "../../access/viewer";
import type { Result } from "../../core/result";
import type { ArticleMetadata, CaptureOriginalInput } from "../schema";
import type { AddedArticle } from "./add-article";
import { editArticle } from "./edit-article";
import { fetchOriginal, fillArticle } from "./fill-article";

type Uploaded = { file: { name: string; type: string; bytes: Uint8Array }; url?: string | undefined };

/**
 * Follows a source upstream: captures the article that others name from what the person has of it, or logs why it could
 * not be obtained, which lifts `original-not-read` and is printed; only the latter can be taken back, by `entryId`.
 */
export async function captureOriginal(
  viewer: Viewer,
  articleId: string,
  input: CaptureOriginalInput | Uploaded,
  known: ArticleMetadata,
  now: Date,
): Promise<Result<Omit<AddedArticle, "state"> & { entryId?: string | null }>> {
  if ("notObtained" in input)
    return editArticle(viewer, articleId, { notObtainable: input.notObtained.trim() }, now);
  const given = { ...known, ...(input.url ? { url: input.url } : {}) };
  if ("file" in input) {
    const { bytes, type, name } = input.file;
    const document = { bytes, method: "uploaded", contentType: type, fileName: name } as const;
    return fillArticle(viewer, articleId, { ...document, url: input.url ?? null }, given, now);
  }
  if ("text" in input || "html" in input) {
    const [kind, words] = "text" in input ? (["text", input.text] as const) : (["html", input.html] as const);
    const document = { bytes: Buffer.from(words, "utf8"), method: "pasted", kind } as const;
    return fillArticle(viewer, articleId, { ...document, url: input.url ?? null }, given, now);
  }
  return fetchOriginal(viewer, articleId, { ...given, url: input.url }, now);
}

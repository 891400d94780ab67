import "server-only";
import type { Sight } from "../access/viewer";
import { statusOf } from "../core/problem";
import { captureContent } from "./queries";
import { showHtml } from "./show-html.server";
import { escapeHtml, textAsHtml } from "./show-text";
import { viewDocument } from "./view-document";

const notMarked =
  "The quote stands in no one place of the page as shown here, so it is not marked. It is marked in the words alone.";

/** The document of the sandboxed view and its status: 404 for no capture, 410 with the reason after it was expunged. */
export async function captureView(
  viewer: Sight,
  captureId: string,
  { quoteId, asText }: { quoteId: string | null; asText: boolean },
): Promise<{ status: number; html: string }> {
  const content = await captureContent(viewer, captureId);
  if (!content.ok) {
    const body = `<p>${escapeHtml(content.error.detail)}</p>`;
    return {
      status: statusOf[content.error.kind].status,
      html: viewDocument({ title: null, language: "en", body, css: null }),
    };
  }
  const { title, language, html, fullText, quotes } = content.value;
  if (html === null || asText) {
    const body = textAsHtml(fullText, quotes, quoteId);
    return { status: 200, html: viewDocument({ title, language, body, css: null }) };
  }
  const page = showHtml(html, quotes, quoteId);
  const isMissed = quotes.some(({ id }) => id === quoteId) && !page.found.includes(quoteId!);
  const note = isMissed ? `<p class="countersign-note" lang="en">${notMarked}</p>\n` : "";
  return { status: 200, html: viewDocument({ title, language, body: note + page.body, css: page.css }) };
}

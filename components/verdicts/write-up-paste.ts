import type { EditorProps } from "@tiptap/pm/view";
import { cleanPasteHtml } from "@/lib/paste/clean-paste";

/**
 * What is pasted into a write-up: what was cut here keeps its citations, what comes from elsewhere only what a write-up can
 * say. Where that is nothing, the plain words are pasted; without any, what was selected stays.
 */
export const writeUpPaste: Pick<EditorProps, "transformPastedHTML" | "handlePaste"> = {
  transformPastedHTML: (html) => (html.includes("data-pm-slice") ? html : cleanPasteHtml(html)),
  handlePaste: (view, event, slice) => {
    const given = event.clipboardData;
    if (slice.size > 0 || !given?.getData("text/html")) return false;
    const plain = given.getData("text/plain");
    if (plain.trim()) view.pasteText(plain, event);
    return true;
  },
};

import type { ClipboardEvent } from "react";

/** What Google Docs, Sheets, Word, Excel and Outlook leave in what they copy; a page of the web is pasted as it is. */
const ofDocument = /docs-internal-guid|google-sheets-html-origin|urn:schemas-microsoft-com|\bMso[A-Z]|\bmso-/;

/**
 * Pastes what was copied from a document as Markdown or plain text, without the program's own marks. The rules come when
 * they are first needed; where they cannot be had, or leave nothing, the words are pasted as the clipboard has them.
 */
export function pasteClean(event: ClipboardEvent<HTMLTextAreaElement>, as: "markdown" | "text"): void {
  const html = event.clipboardData.getData("text/html");
  if (!ofDocument.test(html)) return;
  const [area, plain] = [event.currentTarget, event.clipboardData.getData("text/plain")];
  event.preventDefault();
  void import("@/lib/paste/clean-paste").then(
    ({ cleanPaste, cleanPasteText }) =>
      insert(area, (as === "markdown" ? cleanPaste(html) : cleanPasteText(html)) || plain),
    () => insert(area, plain),
  );
}

/** As if typed, so that it can be undone and whoever listens hears of it. Without words what was selected stays. */
function insert(area: HTMLTextAreaElement, words: string): void {
  if (words === "") return;
  area.focus();
  if (document.execCommand("insertText", false, words)) return;
  area.setRangeText(words, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

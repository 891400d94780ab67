// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { expect, it } from "vitest";
import { plainMarkdown, writeUpExtensions } from "./write-up-markdown";
import { writeUpPaste } from "./write-up-paste";

/** What a write-up of these words says once this was pasted over all of them. */
function pastedOver(html: string, plain: string): string {
  const editor = new Editor({
    element: document.createElement("div"),
    extensions: writeUpExtensions([]),
    content: "Selected",
    contentType: "markdown",
    injectCSS: false,
    editorProps: { ...writeUpPaste, handleScrollToSelection: () => true },
  });
  editor.commands.selectAll();
  const event = new Event("paste") as ClipboardEvent;
  const getData = (type: string) => (type === "text/html" ? html : plain);
  Object.assign(event, { clipboardData: { getData } });
  editor.view.pasteHTML(html, event);
  const written = plainMarkdown(editor.getMarkdown());
  editor.destroy();
  return written;
}

it("pastes the plain words where cleaning leaves nothing, and keeps what was selected where there are none", () => {
  expect(pastedOver("<p>Said <b>so</b></p>", "Said so")).toBe("Said **so**");
  expect(pastedOver("<style>p{}<p>Said so</p>", "Said so")).toBe("Said so");
  expect(pastedOver("<style>p{}<p>Said so</p>", "")).toBe("Selected");
});

"use client";

import { EditorContent, useEditor, useEditorState, type Editor } from "@tiptap/react";
import { useEffect, useMemo } from "react";
import { quoteStart } from "@/components/disagreements/quote-label";
import { cx } from "@/components/ui/cx";
import { isolated } from "@/lib/core/isolate";
import { cleanPasteHtml } from "@/lib/paste/clean-paste";
import type { Citable } from "./cite-node";
import { WriteUpComing } from "./write-up-coming";
import { plainMarkdown, writeUpExtensions } from "./write-up-markdown";

type Props = {
  labelId: string;
  describedBy?: string;
  markdown: string;
  citable: readonly Citable[];
  onChange: (markdown: string) => void;
};

/** The write-up with its citations as numbers. What it holds is Markdown; the form sends that. */
export function WriteUpEditor({ labelId, describedBy, markdown, citable, onChange }: Props) {
  const extensions = useMemo(() => writeUpExtensions(citable), [citable]);
  const editor = useEditor(
    {
      extensions,
      content: markdown,
      contentType: "markdown",
      immediatelyRender: false,
      // A style element without the page's nonce would be refused; its rules are in globals.css.
      injectCSS: false,
      editorProps: {
        // What was cut here keeps its citations; what comes from elsewhere keeps only what a write-up can say.
        transformPastedHTML: (html) => (html.includes("data-pm-slice") ? html : cleanPasteHtml(html)),
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-labelledby": labelId,
          ...(describedBy ? { "aria-describedby": describedBy } : {}),
        },
      },
      onUpdate: ({ editor: current }) => onChange(plainMarkdown(current.getMarkdown())),
    },
    [extensions],
  );

  // What comes from outside (the other version of a conflict) replaces the text; what was typed here is already in it.
  useEffect(() => {
    if (!editor || plainMarkdown(editor.getMarkdown()) === markdown.trim()) return;
    if (editor.isFocused) return;
    editor.commands.setContent(markdown, { contentType: "markdown", emitUpdate: false });
  }, [editor, markdown]);

  if (!editor) return <WriteUpComing markdown={markdown} citable={citable} />;
  return (
    <div className="write-up rounded-md border border-rule-strong bg-panel">
      <WriteUpTools editor={editor} citable={citable} />
      <EditorContent editor={editor} />
    </div>
  );
}

function WriteUpTools({ editor, citable }: { editor: Editor; citable: readonly Citable[] }) {
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive("bold"),
      italic: current.isActive("italic"),
      list: current.isActive("bulletList"),
      quote: current.isActive("blockquote"),
    }),
  });
  const cite = (id: string) => {
    if (id) editor.chain().focus().insertContent({ type: "cite", attrs: { id } }).run();
  };
  const tools: [string, boolean, () => void][] = [
    ["Bold", active.bold, () => editor.chain().focus().toggleBold().run()],
    ["Italic", active.italic, () => editor.chain().focus().toggleItalic().run()],
    ["List", active.list, () => editor.chain().focus().toggleBulletList().run()],
    ["Quotation", active.quote, () => editor.chain().focus().toggleBlockquote().run()],
  ];
  return (
    <div role="toolbar" aria-label="Write-up" className="flex flex-wrap items-center gap-1 border-b p-1">
      {tools.map(([label, isActive, run]) => (
        <button
          key={label}
          type="button"
          aria-pressed={isActive}
          onClick={run}
          className={cx("button button-small", isActive ? "bg-sunk underline" : "button-quiet")}
        >
          {label}
        </button>
      ))}
      <label className="ml-auto flex items-center gap-2 text-sm">
        Cite
        <select
          value=""
          onChange={(event) => cite(event.target.value)}
          className="control min-h-7 max-w-56 py-0.5"
        >
          <option value="">Choose evidence</option>
          {citable.map((item) => (
            <option key={item.id} value={item.id}>
              {item.number}. {isolated(quoteStart(item.words))}
            </option>
          ))}
          <option value="background">Background: common knowledge</option>
        </select>
      </label>
    </div>
  );
}

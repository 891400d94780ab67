"use client";

import { EditorContent, useEditor, useEditorState, type Editor } from "@tiptap/react";
import { useEffect, useMemo, useState } from "react";
import type { Citable } from "./cite-label";
import { barClass, WriteUpBar, type WriteUpMark } from "./write-up-bar";
import { WriteUpComing } from "./write-up-coming";
import { editorMarkdown, plainMarkdown, writeUpExtensions } from "./write-up-markdown";
import { writeUpPaste } from "./write-up-paste";

type Props = {
  labelId: string;
  describedBy?: string;
  markdown: string;
  citable: readonly Citable[];
  onChange: (markdown: string) => void;
  /** Called once it can be written in, with the way to give it the focus and all that was typed until now. */
  onReady: (takeOver: (typed: string) => void) => void;
};

function showText(editor: Editor, markdown: string): void {
  if (plainMarkdown(editor.getMarkdown()) === markdown.trim()) return;
  editor.commands.setContent(editorMarkdown(markdown), { contentType: "markdown", emitUpdate: false });
}

/** Markdown may end with its last word: whoever typed a space or a new line after it goes on from there. */
function goOnAfter(editor: Editor, typed: string): void {
  const last = editor.state.selection.$from.parent.textContent;
  if (last === "" || !/\s$/u.test(typed)) return;
  if (/\n\s*$/u.test(typed)) editor.commands.splitBlock();
  else if (!/\s$/u.test(last)) editor.commands.insertContent(" ");
}

/** The list as it was first given, until one of other evidence is: a page that comes anew brings another one that says the same. */
function useSame(citable: readonly Citable[]): readonly Citable[] {
  const [same, setSame] = useState(citable);
  if (same !== citable && JSON.stringify(same) !== JSON.stringify(citable)) setSame(citable);
  return same;
}

/** The write-up with its citations as numbers. What it holds is Markdown; the form sends that. */
export function WriteUpEditor({ labelId, describedBy, markdown, citable, onChange, onReady }: Props) {
  const listed = useSame(citable);
  const extensions = useMemo(() => writeUpExtensions(listed), [listed]);
  const editor = useEditor(
    {
      extensions,
      content: editorMarkdown(markdown),
      contentType: "markdown",
      immediatelyRender: false,
      // A style element without the page's nonce would be refused; its rules are in globals.css.
      injectCSS: false,
      editorProps: {
        ...writeUpPaste,
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
    if (editor && !editor.isFocused) showText(editor, markdown);
  }, [editor, markdown]);

  useEffect(() => {
    if (!editor) return;
    onReady((typed) => {
      // The last letter may stand in the field that was typed in before anybody was told of it.
      showText(editor, typed);
      editor.commands.setTextSelection(editor.state.doc.content.size);
      goOnAfter(editor, typed);
      editor.view.focus();
    });
  }, [editor, onReady]);

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
  const run: Record<WriteUpMark, () => boolean> = {
    bold: () => editor.chain().focus().toggleBold().run(),
    italic: () => editor.chain().focus().toggleItalic().run(),
    list: () => editor.chain().focus().toggleBulletList().run(),
    quote: () => editor.chain().focus().toggleBlockquote().run(),
  };
  return (
    <div role="toolbar" aria-label="Write-up" className={barClass}>
      <WriteUpBar citable={citable} active={active} onMark={(mark) => run[mark]()} onCite={cite} />
    </div>
  );
}

import { escapeHtml } from "./show-text";

const marks = `
mark{background:#ffe08a;color:#000}
mark.shown{background:#ffc233;outline:2px solid #8a5a00;scroll-margin:4rem}
.countersign-note{margin:0;padding:.5rem .75rem;background:#fff4d6;color:#161616;font:14px/1.4 system-ui,sans-serif}
`;

/** The words alone are drawn by us, so they follow the reader's theme; a stranger's page keeps the paper it was made for. */
const plain = `
:root{color-scheme:light dark}
body{margin:0 auto;max-width:42em;padding:1.25rem;font:16px/1.55 "Source Serif 4 Variable","Source Serif 4",Charter,Georgia,serif;color:#161616;background:#fff;overflow-wrap:break-word}
p{margin:0 0 .8em;white-space:pre-wrap;tab-size:24}
`;

const plainDark = `
@media screen and (prefers-color-scheme:dark){body{color:#eceae4;background:#1b1e23}mark{background:#4d3f0a;color:#ffe9a3}mark.shown{background:#6b5500;color:#fff;outline-color:#e0bd4a}}
`;

type View = {
  title: string | null;
  language: string | null;
  /** HTML that is safe already. */
  body: string;
  /** The page's own style sheets, cleaned; null for the plain view. */
  css: string | null;
};

/** The document of the sandboxed view: the given body in a shell of ours, without a script and without an address. */
export function viewDocument({ title, language, body, css }: View): string {
  const lang = language ? ` lang="${escapeHtml(language)}"` : "";
  const styles =
    css === null
      ? plain + marks + plainDark
      : `:root{color-scheme:light}body{background:#fff;color:#161616}\n${css}${marks}`;
  return `<!doctype html>
<html${lang}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title ?? "A capture")}</title>
<style>${styles}</style></head>
<body>${body}</body></html>
`;
}

/**
 * Style sheets of a stranger's page made fit for ours: nothing that loads (imports, addresses, fonts), nothing that
 * can end the style element or hide behind an escape. The view's policy refuses all loading besides.
 */
export function cleanStyles(sheets: readonly string[]): string {
  return sheets
    .join("\n")
    .slice(0, 500_000)
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, " ")
    .replace(/\\([\da-f]{1,6})\s?/gi, (_, hex: string) => character(parseInt(hex, 16)))
    .replace(/[\\<]/g, "")
    .replace(/@(?:import|charset|namespace|font-face)\b[^;{]*(?:;|\{[^}]*\}|$)/gi, " ")
    .replace(/\b(?:url|image-set|image|src|element|expression)\s*\([^)]*\)?/gi, "none")
    .replace(/-moz-binding|behavior\s*:/gi, "x:");
}

const character = (point: number) => (point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "");

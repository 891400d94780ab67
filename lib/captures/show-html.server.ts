import "server-only";
import createDOMPurify from "dompurify";
import { JSDOM, VirtualConsole } from "jsdom";
import { boundNesting, parseInert } from "../articles/parse-inert.server";
import { offsetMap } from "../quotes/code-points";
import { foldText, foldedWords } from "../quotes/fold";
import { matchQuote } from "../quotes/match-quote";
import { shownId, type Placed } from "./show-text";
import { cleanStyles } from "./view-document";

const block =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TD|TH|TR|UL)$/;
const unread = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA|SELECT|TITLE|HEAD|SVG|MATH|IFRAME|OBJECT)$/i;

/** What the page would load, send, run or open. Text inside stays, where DOMPurify keeps content. */
const forbiddenTags =
  "script noscript template form input button select option textarea label fieldset iframe frame frameset object embed applet audio video source track picture link meta base svg math canvas dialog portal area map style marquee blink".split(
    " ",
  );
const forbiddenAttributes =
  "href srcset sizes background poster action formaction ping target download usemap ismap name autofocus tabindex contenteditable popover popovertarget longdesc cite profile data archive codebase dynsrc lowsrc".split(
    " ",
  );

type Purifier = ReturnType<typeof createDOMPurify>;
let purifier: Purifier | null = null;

function createPurifier(): Purifier {
  const { window } = new JSDOM("", { virtualConsole: new VirtualConsole() });
  const made = createDOMPurify(window);
  made.addHook("afterSanitizeAttributes", (node) => {
    const src = node.getAttribute("src");
    if (src !== null && !(node.tagName === "IMG" && /^data:image\/(?:png|jpe?g|gif|webp|avif);/i.test(src)))
      node.removeAttribute("src");
    const style = node.getAttribute("style");
    if (style !== null) node.setAttribute("style", cleanStyles([style]));
  });
  return made;
}

/** A page as it looked, as far as its bytes tell, and which of its quotes were found in it. */
export type ShownPage = { body: string; css: string; found: string[] };

/**
 * A stranger's page made fit for the sandboxed view: its words, structure, embedded pictures and inline styles stay;
 * whatever runs, loads, sends or leads away goes. Quotes are marked first and the page is cleaned last. A quote that
 * stands in no one place of what is shown is not marked.
 */
export function showHtml(html: string, quotes: readonly Placed[], shown: string | null): ShownPage {
  const sheets = Array.from(html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi), ([, css]) => css ?? "");
  const { document } = parseInert(html, null);
  for (const element of document.querySelectorAll(`[id="${shownId}"]`)) element.removeAttribute("id");
  const found: string[] = [];
  for (const quote of quotes) if (markQuote(document, quote, quote.id === shown)) found.push(quote.id);
  purifier ??= createPurifier();
  const body = purifier.sanitize(boundNesting(document.body?.innerHTML ?? "").html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: forbiddenTags,
    FORBID_ATTR: forbiddenAttributes,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    ALLOW_UNKNOWN_PROTOCOLS: false,
    RETURN_TRUSTED_TYPE: false,
  });
  // What was taken out whole took its marks along.
  const isLost = shown !== null && !body.includes(`id="${shownId}"`);
  return { body, css: cleanStyles(sheets), found: isLost ? found.filter((id) => id !== shown) : found };
}

type Piece = { node: Text; start: number };

/** The words of the page in order, with a line break wherever a block begins or ends, and where each text node begins. */
function readWords(document: Document): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let text = "";
  const walk = (node: Node) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        pieces.push({ node: child as Text, start: text.length });
        text += (child as Text).data;
      } else if (child.nodeType === 1 && !unread.test(child.nodeName)) {
        const isBlock = block.test(child.nodeName);
        if (isBlock) text += "\n";
        walk(child);
        if (isBlock) text += "\n";
      }
    }
  };
  if (document.body) walk(document.body);
  return { text, pieces };
}

function markQuote(document: Document, quote: Placed, isShown: boolean): boolean {
  const { text, pieces } = readWords(document);
  const { exact, prefix, suffix } = quote;
  // Saves the search for something similar, which nobody would see here.
  if (!foldText(text).text.includes(foldedWords(exact))) return false;
  const match = matchQuote(text, { exact, prefix, suffix });
  if (match.found !== "one") return false;
  const map = offsetMap(text);
  const [start, end] = [map.toUtf16(match.start), map.toUtf16(match.end)];
  let isFirst = true;
  for (const piece of pieces) {
    const from = Math.max(0, start - piece.start);
    const to = Math.min(piece.node.data.length, end - piece.start);
    if (to <= from || piece.node.data.slice(from, to).trim() === "") continue;
    const words = piece.node.splitText(from);
    words.splitText(to - from);
    const mark = document.createElement("mark");
    if (isShown) mark.className = "shown";
    if (isShown && isFirst) mark.id = shownId;
    isFirst = false;
    words.replaceWith(mark);
    mark.append(words);
  }
  return !isFirst;
}

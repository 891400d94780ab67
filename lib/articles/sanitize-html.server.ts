import "server-only";
import createDOMPurify from "dompurify";
import { JSDOM, VirtualConsole } from "jsdom";

const maxNesting = 200;

/** Tags whose end may be left out nest without meaning to: they do not count as depth. */
const optionalEnd =
  /^(?:p|li|d[td]|t[drh]|thead|tbody|tfoot|option|optgroup|colgroup|br|hr|img|input|meta|link|source|wbr|area|base|col|embed|param|track|rp|rt)$/i;

/**
 * HTML whose elements nest at most `limit` deep: deeper tags are dropped and their text stays. Parsers and
 * serialisers are quadratic or recursive in depth, and a hostile page nests 100,000 elements in a megabyte.
 * Style sheets are dropped too: nothing here reads them.
 */
export function boundNesting(html: string, limit = maxNesting): string {
  let depth = 0;
  const tags =
    /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][^\s/>]*)[^>]*>/gi;
  return html.replace(tags, (tag: string, raw?: string, slash?: string, name?: string) => {
    if (raw) return raw.toLowerCase() === "style" ? "" : tag;
    if (!name || optionalEnd.test(name) || tag.endsWith("/>")) return tag;
    if (slash) {
      depth = Math.max(0, depth - 1);
      return depth >= limit ? " " : tag;
    }
    depth += 1;
    return depth > limit ? " " : tag;
  });
}

/** A document that runs no script and loads nothing; parse errors of style and script stay silent. */
export function parseInert(html: string, url: string | null): Document {
  const options = { virtualConsole: new VirtualConsole(), ...(url && /^https?:/i.test(url) ? { url } : {}) };
  try {
    return new JSDOM(boundNesting(html), options).window.document;
  } catch {
    return new JSDOM(boundNesting(html), { virtualConsole: options.virtualConsole }).window.document;
  }
}

const allowedTags =
  "p br hr h1 h2 h3 h4 h5 h6 blockquote q cite ul ol li dl dt dd table caption thead tbody tfoot tr th td a strong b em i u s sub sup small mark abbr code pre time figure figcaption del ins".split(
    " ",
  );

type Purifier = ReturnType<typeof createDOMPurify>;
let purifier: Purifier | null = null;

function createPurifier(): Purifier {
  const { window } = new JSDOM("", { virtualConsole: new VirtualConsole() });
  const made = createDOMPurify(window);
  made.addHook("afterSanitizeAttributes", (node) => {
    if (node.tagName !== "A") return;
    if (node.hasAttribute("href")) node.setAttribute("rel", "noopener noreferrer nofollow ugc");
  });
  return made;
}

/**
 * Imported HTML made fit to be shown: text, structure and links to http, https and mailto, and nothing else (no
 * style, class, id, image, form, SVG or MathML). Run it last: whatever changes its output can undo it.
 */
export function sanitizeHtml(html: string): string {
  purifier ??= createPurifier();
  return purifier.sanitize(boundNesting(html), {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ["href", "colspan", "rowspan", "datetime", "lang", "dir"],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    ALLOW_UNKNOWN_PROTOCOLS: false,
    RETURN_TRUSTED_TYPE: false,
  });
}

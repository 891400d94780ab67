import "server-only";
import { JSDOM, VirtualConsole } from "jsdom";

const maxNesting = 200;

/** Tags whose end may be left out nest without meaning to: they do not count as depth. */
const optionalEnd =
  /^(?:p|li|d[td]|t[drh]|thead|tbody|tfoot|option|optgroup|colgroup|br|hr|img|input|meta|link|source|wbr|area|base|col|embed|param|track|rp|rt)$/i;
/** Elements of drawings, which may close themselves; an HTML element cannot, whatever its slash says. */
const drawn =
  /^(?:path|circle|ellipse|rect|line|poly\w+|g|use|image|stop|text|tspan|defs|fe\w+|animate\w*|svg|symbol|mask|mspace)$/i;
/** The parser opens these again in every following block until they are closed: depth times blocks elements. */
const reopened = /^(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/i;
const maxReopened = 6;

/**
 * HTML whose elements nest at most some `limit` deep: deeper tags are dropped and their text stays. Parsers and
 * serialisers are quadratic or recursive in depth, and a hostile page nests 100,000 elements in a megabyte.
 * Style sheets are dropped too, and what stands in `noscript`: a browser shows neither, and a parser without scripts
 * would let an unclosed element there swallow the page. `isDeep` says that tags were dropped.
 */
export function boundNesting(html: string, limit = maxNesting): { html: string; isDeep: boolean } {
  const depth = { block: 0, format: 0 };
  let isDeep = false;
  const tags =
    /<!--[\s\S]*?(?:-->|$)|<(script|style|noscript|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][^\s/>]*)(?:[\s/][^>]*)?(?:>|$)/gi;
  const bounded = html.replace(tags, (tag: string, raw?: string, slash?: string, name?: string) => {
    if (raw) return /^(?:style|noscript)$/i.test(raw) ? "" : tag;
    if (!name || optionalEnd.test(name) || (tag.endsWith("/>") && drawn.test(name))) return tag;
    const which = reopened.test(name) ? "format" : "block";
    const most = which === "format" ? maxReopened : limit;
    // A table brings its body, row and cell along.
    const step = /^table$/i.test(name) ? 4 : 1;
    const before = depth[which];
    depth[which] = slash ? Math.max(0, before - step) : before + step;
    if (Math.max(before, depth[which]) <= most) return tag;
    isDeep ||= which === "block";
    return " ";
  });
  return { html: bounded, isDeep };
}

/** A document that runs no script and loads nothing; parse errors of style and script stay silent. */
export function parseInert(html: string, url: string | null): { document: Document; isDeep: boolean } {
  const bounded = boundNesting(html);
  const virtualConsole = new VirtualConsole();
  const open = (options: { url?: string }) =>
    new JSDOM(bounded.html, { virtualConsole, ...options }).window.document;
  const canResolve = url !== null && URL.canParse(url) && /^https?:/i.test(url);
  return { document: open(canResolve ? { url } : {}), isDeep: bounded.isDeep };
}

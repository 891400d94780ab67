/** A piece of HTML: text, or a tag that opens or closes; `attributes` in lower case, decoded. */
export type Piece =
  | { kind: "text"; text: string }
  | { kind: "open"; name: string; attributes: Record<string, string>; isEmpty: boolean }
  | { kind: "close"; name: string };

const named: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  shy: "",
  zwnj: "\u200c",
  zwj: "\u200d",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  bull: "•",
  middot: "·",
  euro: "€",
  pound: "£",
  copy: "©",
  reg: "®",
  trade: "™",
  deg: "°",
  times: "×",
  sect: "§",
  para: "¶",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
};

/** Text with its character references read; those that nobody knows stay as they are. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    const isText = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isText || code === 9 || code === 10 ? String.fromCodePoint(code) : "";
  });
}

/** Elements whose content is no words of whoever wrote. */
const silent = new Set([
  "style",
  "script",
  "head",
  "title",
  "noscript",
  "template",
  "xml",
  "svg",
  "object",
  "iframe",
  "math",
  "textarea",
  "select",
]);
const empty = new Set(["br", "img", "hr", "meta", "link", "input", "col", "wbr", "area", "base", "source"]);
const tag = /^<(\/?)([a-z][a-z0-9-]*(?::[a-z0-9-]+)?)(?=[\s/>])((?:"[^"]*"|'[^']*'|[^'"<>])*)>/i;

/** The attributes written in a tag, by their names in lower case, decoded. */
export function attributesOf(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, , double, single, bare] of written.matchAll(
    /([^\s=/"'>]+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  ))
    attributes[name!.toLowerCase()] ??= decodeReferences(double ?? single ?? bare ?? "");
  return attributes;
}

/**
 * The pieces of a clipboard's HTML, in order: comments (Word's conditional ones with them), declarations and the content
 * of silent elements are left out. Never throws; a stray `<` is text. Time grows with the length alone.
 */
export function readHtml(html: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const say = (text: string) => {
    if (text !== "") pieces.push({ kind: "text", text: decodeReferences(text) });
  };
  while (at < html.length) {
    const next = html.indexOf("<", at);
    if (next < 0) break;
    say(html.slice(at, next));
    at = next;
    const end = endOfMarkup(html, at);
    if (end !== null) {
      at = end;
      continue;
    }
    const match = tagAt(html, at);
    if (!match) {
      say("<");
      at += 1;
      continue;
    }
    at += match.length;
    const { name } = match;
    if (match.isClosing) pieces.push({ kind: "close", name });
    else if (silent.has(name)) at = match.isEmpty ? at : afterSilent(html, at, name);
    else
      pieces.push({
        kind: "open",
        name,
        attributes: attributesOf(match.written),
        isEmpty: match.isEmpty || empty.has(name),
      });
  }
  say(html.slice(at));
  return pieces;
}

/** Where a comment, a declaration or a processing instruction ends; null when none begins here. */
function endOfMarkup(html: string, at: number): number | null {
  const two = html[at + 1];
  if (two !== "!" && two !== "?") return null;
  const [mark, length] = html.startsWith("<!--", at) ? ["-->", 3] : [">", 1];
  const end = html.indexOf(mark as string, at + 2);
  return end < 0 ? html.length : end + (length as number);
}

/** Tags of the clipboard are short; what has no end within 8,000 characters is no tag. */
function tagAt(html: string, at: number) {
  const match = tag.exec(html.slice(at, at + 8_000));
  if (!match) return null;
  const written = match[3] ?? "";
  return {
    length: match[0].length,
    isClosing: match[1] === "/",
    name: match[2]!.toLowerCase(),
    written,
    isEmpty: written.trimEnd().endsWith("/"),
  };
}

function afterSilent(html: string, at: number, name: string): number {
  const close = new RegExp(`</${name}\\s*>`, "gi");
  close.lastIndex = at;
  const match = close.exec(html);
  return match ? match.index + match[0].length : html.length;
}

/** What a page's JSON-LD says about the article it carries. */
export type StructuredArticle = {
  types: string[];
  headline: string | null;
  authors: string[];
  publisher: string | null;
  datePublished: string | null;
  language: string | null;
  body: string | null;
};

type Node = Record<string, unknown>;
const articleType = /(?:Article|Posting|Report|Review|Recipe|Dataset)$/;

function flattenNodes(values: readonly unknown[]): Node[] {
  const nodes: Node[] = [];
  const queue: { value: unknown; depth: number }[] = values.map((value) => ({ value, depth: 0 }));
  for (let at = 0; at < queue.length && at < 5_000; at += 1) {
    const { value, depth } = queue[at] ?? { value: null, depth: 0 };
    if (typeof value !== "object" || value === null || depth > 8) continue;
    if (!Array.isArray(value)) nodes.push(value as Node);
    for (const child of Object.values(value))
      if (typeof child === "object") queue.push({ value: child, depth: depth + 1 });
  }
  return nodes;
}

function strings(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list
    .filter((item): item is string => typeof item === "string" && item.trim() !== "")
    .map(unescapeHtml);
}

/** Names of people or organisations, which stand as text, as objects, or as references into the graph. */
function names(value: unknown, nodes: readonly Node[]): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((item: unknown) => {
    if (typeof item !== "object" || item === null) return strings(item);
    const own = strings((item as Node).name);
    const id = (item as Node)["@id"];
    if (own.length > 0 || typeof id !== "string") return own;
    return strings(nodes.find((node) => node["@id"] === id && node.name !== undefined)?.name).slice(0, 1);
  });
}

function unescapeHtml(text: string): string {
  const named: Record<string, string> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " " };
  return text
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|quot|apos|lt|gt|nbsp));/gi, (whole, dec, hex, name) => {
      if (name) return named[String(name).toLowerCase()] ?? whole;
      const point = dec ? Number(dec) : parseInt(String(hex), 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .trim();
}

function parseScript(script: string): unknown {
  const raw = script.replace(/^\s*(?:<!--|\/\*?.*?CDATA\[\S*)|(?:-->|\/?\*?\/?\]\]>\S*)\s*$/g, "");
  try {
    return JSON.parse(raw.replace(/[\u0000-\u001f]+/g, " ")) as unknown;
  } catch {
    return null;
  }
}

/**
 * The article in the JSON-LD scripts of a page: the article node that has a body, else a headline (schema.org).
 * What does not parse is passed over.
 */
export function readJsonLd(scripts: readonly string[]): StructuredArticle | null {
  const nodes = flattenNodes(scripts.map(parseScript));
  const isArticle = (node: Node) => strings(node["@type"]).some((type) => articleType.test(type));
  const articles = nodes.filter(isArticle);
  const node =
    articles.find((item) => item.articleBody !== undefined) ??
    articles.find((item) => item.headline !== undefined && item.datePublished !== undefined) ??
    articles.find((item) => item.headline !== undefined) ??
    nodes.find((item) => item.datePublished !== undefined && item.headline !== undefined);
  if (!node) return null;
  return {
    types: strings(node["@type"]),
    headline: strings(node.headline)[0] ?? strings(node.name)[0] ?? null,
    authors: names(node.author, nodes),
    publisher: names(node.publisher, nodes)[0] ?? null,
    datePublished: strings(node.datePublished)[0] ?? null,
    language: strings(node.inLanguage)[0] ?? null,
    body: strings(node.articleBody)[0] ?? strings(node.reviewBody)[0] ?? null,
  };
}

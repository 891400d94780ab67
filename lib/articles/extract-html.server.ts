import "server-only";
import { Readability } from "@mozilla/readability";
import {
  bare,
  cleanByline,
  guessKind,
  hostOf,
  normaliseText,
  squeeze,
  toCodePoints,
  type Extraction,
} from "./extraction";
import { readHead, type Head } from "./html-head";
import { titleOfPiece } from "./html-title";
import { guessLanguage } from "./language";
import { markOf, readBlocks, type Block } from "./page-blocks";
import type { PageDocument, PageElement } from "./page-dom";
import { nextIn, PageText, type PageParent } from "./page-node";
import { parsePage } from "./parse-page";
import { declaredBlocks, densestProse, isBoilerplate, isProse } from "./prose";
import { boundNesting } from "./parse-inert.server";
import { closestElement } from "./select-elements";

const maxElements = 40_000;

/** Which blocks Readability keeps: at least half of the characters of a block. The document is consumed. */
function pickByReadability(document: PageDocument, blocks: readonly Block[]): Set<number> {
  const owners = new Map<string, number[]>();
  blocks.forEach((block, index) =>
    block.pieces.forEach(({ key }) => owners.set(key, [...(owners.get(key) ?? []), index])),
  );
  const kept = new Map<number, number>();
  try {
    const article = new Readability(document as unknown as Document, {
      serializer: (node) => node as unknown as PageElement,
      maxElemsToParse: maxElements,
    }).parse();
    if (!article?.content) return new Set();
    for (const node of textsIn(article.content)) {
      const text = squeeze(normaliseText(node.data)).trim();
      for (const index of owners.get(`${markOf(node.parentElement)} ${text}`) ?? [])
        kept.set(index, (kept.get(index) ?? 0) + text.length);
    }
  } catch {
    return new Set();
  }
  const total = (block: Block) => block.pieces.reduce((sum, { chars }) => sum + chars, 0);
  return new Set([...kept].filter(([i, chars]) => chars * 2 >= total(blocks[i] as Block)).map(([i]) => i));
}

function textsIn(root: PageParent): PageText[] {
  const texts: PageText[] = [];
  for (let at = root.firstChild; at; at = nextIn(root, at)) if (at instanceof PageText) texts.push(at);
  return texts;
}

const apart =
  /(?:^|\s)(?:comments?|comments?[-_](?:list|section|area|container|wrapper|thread)|\S*comment[-_]?(?:list|content|text|body)|disqus\S*|cookie\S*|onetrust\S*|\S*consent\S*)(?=$|\s)/i;

/** Inside what its page names a comment section or consent dialogue. */
function isApart(element: PageElement): boolean {
  let at: PageElement | null = element;
  for (; at && !/^(?:BODY|ARTICLE|MAIN|HTML)$/.test(at.tagName); at = at.parentElement) {
    if (apart.test(at.id) || apart.test(at.getAttribute("class") ?? "")) return true;
  }
  return false;
}

/** The blocks of the article, in order. Consumes the document; without one (it is too deep or wide) density decides. */
function pickMain(document: PageDocument | null, blocks: readonly Block[], head: Head): Block[] {
  const away = blocks.map(({ element }) => isApart(element));
  const size = (picked: readonly number[]) =>
    picked.reduce((sum, i) => sum + (blocks[i]?.text.length ?? 0), 0);
  const declared = declaredBlocks(head.body, blocks);
  const first = declared.size > 0 || !document ? declared : pickByReadability(document, blocks);
  const readable = [...first].filter((i) => !away[i]);
  const found = size(readable);
  const seen = blocks.map((block, i) => (away[i] ? { text: "", linkChars: 0 } : block));
  // Looked for only where it may be better: it takes as long as Readability does.
  const most = seen.reduce(
    (sum, { text, linkChars }) => (linkChars * 2 < text.length ? sum + text.length : sum),
    0,
  );
  const dense = found >= 250 && found >= most * 0.4 ? [] : [...densestProse(seen)];
  const isPoor = found < 250 || found < size(dense) * 0.4;
  // Where nearly all of it is labelled so, the label means something else, unless there is other text.
  const fallback = readable.length > 0 ? readable : [...first];
  const chosen = new Set(isPoor && dense.length > 0 ? dense : fallback);
  const homes = new Map<PageElement | null, number>();
  for (const i of chosen) homes.set(homeOf(blocks[i]), (homes.get(homeOf(blocks[i])) ?? 0) + 1);
  // A sentence between paragraphs of the article is of the article, whatever a score made of it.
  const isMissed = (block: Block, i: number) => {
    const home = away[i] || block.linkChars * 2 > block.text.length ? null : homeOf(block);
    return home !== null && (homes.get(home) ?? 0) >= 3 && isProse(block.text);
  };
  const isOver = isLeftOverOf(head);
  return blocks.filter((block, i) => (chosen.has(i) || isMissed(block, i)) && !isOver(block));
}

/** The element that holds a block's paragraph among its siblings; none for what is no paragraph. */
function homeOf(block: Block | undefined): PageElement | null {
  return block ? (closestElement(block.element, "p, blockquote")?.parentElement ?? null) : null;
}

/** Tells the page's own words inside the article: labels, the title again, the byline, a list of links. */
function isLeftOverOf({ headline, authors }: Head): (block: Block) => boolean {
  const title = bare(headline ?? "");
  const names = authors.map(bare);
  const isTitle = (text: string) =>
    headline !== null && text.length <= headline.length * 2 + 100 && bare(text) === title;
  return ({ text, linkChars, element }) => {
    if (isBoilerplate(text) || isTitle(text)) return true;
    if (text.length < 80 && names.includes(bare(cleanByline(text) ?? ""))) return true;
    return (
      linkChars > text.length * 0.8 &&
      !isProse(text) &&
      !/^H\d$/.test((closestElement(element, "h1,h2,h3,h4,p") ?? element).tagName)
    );
  };
}

/**
 * The article in a page of HTML. `fullText` is all that a reader can see, in document order, blocks on lines of
 * their own; hidden elements, scripts and styles are not in it. The main text comes from the body that the page
 * declares in JSON-LD, else from Readability, else from the densest run of sentences. Scripts never run, nothing is
 * loaded, and no input throws. `url` resolves relative links.
 */
export function extractHtml(html: string, url: string | null): Extraction {
  const bounded = boundNesting(html);
  const canResolve = url !== null && URL.canParse(url) && /^https?:/i.test(url);
  const document = parsePage(bounded.html, canResolve ? url : null);
  const head = readHead(document, url);
  const reader = readBlocks(document.body ?? document.documentElement, document.baseURI);
  const title = head.headline ?? titleOfPiece(reader.blocks);
  const main = pickMain(bounded.isDeep || reader.isWide ? null : document, reader.blocks, head);
  const outlet = head.publisher ?? head.siteName;
  const byline = head.authors[0] ?? null;
  const declared =
    (head.language ?? head.declaredLanguage)
      ?.slice(0, 3)
      .toLowerCase()
      .replace(/[^a-z]/g, "") || null;
  const opening = main[0]?.text ?? "";
  return {
    fullText: reader.full,
    mainRanges: toCodePoints(
      reader.full,
      main.map((block): [number, number] => [block.start, block.end]),
    ),
    title,
    byline,
    outlet,
    publishedAt: head.datePublished,
    language: guessLanguage(main.map((block) => block.text).join("\n")) ?? declared,
    canonicalUrl: head.canonicalUrl,
    kind: guessKind({ outlet, byline, host: hostOf(head.canonicalUrl ?? url), types: head.types, opening }),
    links: main.flatMap((block) => block.links).slice(0, 500),
  };
}

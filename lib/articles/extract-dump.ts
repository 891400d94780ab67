import {
  bare,
  cleanByline,
  cleanText,
  findDate,
  guessKind,
  toCodePoints,
  type Extraction,
} from "./extraction";
import { guessLanguage } from "./language";

/** Lines that belong to a page and not to its article, whatever their length. */
const boilerplate: RegExp[] = [
  /^\W*indicates required/i,
  /^(?:please,? )?(?:enter|type) (?:your|a|the)?\s*(?:correct |valid )?e-?mail/i,
  /\bsuccess?ful?ly subscribed\b|^thank(?:s| you) for (?:signing up|subscribing|your (?:support|subscription))/i,
  /\b(?:sign up|subscribe) (?:for|to|now|today|here)\b.{0,80}(?:newsletter|inbox|updates|channel|briefing|alerts|podcast|offer)/i,
  /^(?:get|receive) .{0,80}\b(?:your|the) inbox\b/i,
  /^(?:this|the) (?:audio|text|article|story|translation|page)\b.{0,40}\b(?:created|generated|translated|read|produced)\b.{0,40}\b(?:AI|artificial|automat|machine|voice)/i,
  /^listen to (?:this|the) (?:article|story)|^(?:your browser does not support|please enable javascript|javascript is)/i,
  /^(?:support|help) (?:us\b|our\b|independent (?:journalism|media)|quality journalism)/i,
  /^(?:become|be) (?:a |our )?(?:member|patron|subscriber|supporter)\b|^support us\b|^(?:donate|make a (?:donation|contribution))\b/i,
  /^before you (?:skip|go|leave|continue|close|scroll)\b/i,
  /\b\d+\s?% of our (?:revenue|income|budget|funding)\b/i,
  /^skip to\b|^(?:jump|back) to (?:top|content|navigation)|^accept (?:all )?cookies|^(?:we|this (?:web)?site) uses? cookies/i,
  /^(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|by|:))|\ball rights reserved\b|^(?:terms of (?:use|service)|privacy policy)\b.{0,40}$/i,
  /^(?:read|see|watch|listen|learn) (?:more|also|next|now)\b|^also read\b|^(?:related|recommended|more (?:on|from|news|stories|about))(?:\s*:|\s*$| (?:articles?|stor(?:y|ies)|reading|news|posts?|topics?|links?|content|coverage|for you|this|our)\b)/i,
  /^(?:follow|like|find|join) (?:us|me)\b(?=.{0,60}$)|^(?:download|get) (?:our|the) app\b|^click here\b/i,
  /^(?:читайте також|читайте также|читать также|підписуйтесь|подписывайтесь|підтримайте|поддержите|фото:|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lee también|lea también|leia também|leggi anche|czytaj (?:też|także|również)|zobacz (?:też|także|również))/iu,
];
/** Lines that mean nothing else when they stand alone. */
const loneLine =
  /^(?:share(?: this)?(?: (?:article|story|post|page|on .+))?|advertis(?:e|ement|ing)|ad|sponsored(?: content)?|subscribe|log ?in|sign (?:in|up)|menu|search|newsletters?|podcasts?|home|comments?|tags?|topics?|print|e-?mail|save|copy link|tweet|most (?:popular|read|viewed)|news ?feed|latest(?: news)?|trending|editors?['’] picks?|top stories|sections|featured|more|reply|loading\.*|follow us|(?:facebook|twitter|telegram|whatsapp|linkedin|instagram|x|youtube|reddit)(?: (?:facebook|twitter|telegram|whatsapp|linkedin|instagram|x))*|\d+ min(?:ute)?s?(?: read)?|image(?: source| caption)?|edit post|all newsletters.*|support us.*)$/i;
const theEnd =
  /^(?:\d+ )?(?:comments?(?: \(\d+\))?|leave a (?:reply|comment)|join the (?:discussion|conversation))$/i;
const appeal =
  /\b(?:support(?:ers?|ing)?|contribut\w+|donat\w+|subscri\w+|member(?:s|ship)?|readers?|journalism|independent|newsletters?|revenue|paywall|ad-?free|banner)\b/gi;

/** Whether a line or paragraph is the page talking: menus, forms, appeals for money, sharing, other articles. */
export function isBoilerplate(text: string): boolean {
  const line = text.trim();
  if (loneLine.test(line) || boilerplate.some((pattern) => pattern.test(line))) return true;
  const said = line.replace(/["“«][^"”»]*["”»]/g, " ");
  if (!/\b(?:we|us|our|ours)\b/i.test(said)) return false;
  return new Set((said.match(appeal) ?? []).map((word) => word.toLowerCase().slice(0, 6))).size >= 2;
}

/** The run with the greatest sum, as a half-open index range (Kadane); empty when nothing is positive. */
export function densestRun(scores: readonly number[]): [number, number] {
  let best: [number, number] = [0, 0];
  let bestSum = 0;
  let sum = 0;
  let from = 0;
  scores.forEach((score, index) => {
    if (sum <= 0) {
      sum = 0;
      from = index;
    }
    sum += score;
    if (sum > bestSum) {
      bestSum = sum;
      best = [from, index + 1];
    }
  });
  return best;
}

/** How many words a text has; scripts without spaces count two characters as one. */
export function countWords(text: string): number {
  const dense = text.match(/[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]/gu)?.length ?? 0;
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0) + Math.floor(dense / 2);
}

const sentenceEnd = /[.!?…。！？](?:["'”’»›)\]]|\s)*$/u;

/** A caption: a sentence and, in brackets, who took the picture. */
const caption = /[.!?]["”’»]? ?\([^()]{3,120}\)$/u;

/** Whether a block reads as sentences, not as a label or a headline. */
export function isProse(text: string): boolean {
  const words = countWords(text);
  if (words >= 5 && (sentenceEnd.test(text) || caption.test(text))) return true;
  return words >= 8 && (/:$/.test(text) || (words >= 20 && /[.!?]["”’)]? +\p{Lu}/u.test(text)));
}

/** The densest run of sentences among blocks of a page, links left out: indices into `blocks`. */
export function densestProse(blocks: readonly { text: string; linkChars: number }[]): Set<number> {
  const texts = blocks.map(
    ({ text, linkChars }) => linkChars * 2 < text.length && isProse(text) && !isBoilerplate(text),
  );
  const scores = blocks.map(({ text, linkChars }, i) =>
    texts[i] ? Math.min(countWords(text), 60) : -3 - Math.min(linkChars / 10, 10),
  );
  const [from, to] = densestRun(scores);
  return new Set(blocks.map((_, index) => index).filter((i) => i >= from && i < to && texts[i]));
}

/** Which blocks stand in the article body that the page itself declares; empty unless they make up most of it. */
export function declaredBlocks(body: string | null, blocks: readonly { text: string }[]): Set<number> {
  const declared = bare((body ?? "").replace(/<[^>]*>/g, " "));
  if (declared.length < 200) return new Set();
  const words = blocks.map(({ text }) => bare(text));
  const inBody = words.map((word) => word.length > 2 && declared.includes(word));
  const [from, to] = densestRun(
    words.map((word, i) => (inBody[i] ? Math.min(word.length, 200) : -word.length - 4)),
  );
  // Short words occur anywhere in a long body: outside the run only whole sentences count.
  const picked = words
    .map((_, i) => i)
    .filter((i) => inBody[i] && ((i >= from && i < to) || (words[i] ?? "").length > 40));
  const covered = picked.reduce((sum, i) => sum + (words[i] ?? "").length, 0);
  return covered > declared.length * 0.7 && covered < declared.length * 1.5 ? new Set(picked) : new Set();
}

type Block = { text: string; start: number; end: number; role: "prose" | "page" | "teaser" | "short" };

/** Whether lines were broken at a column: all but the last are of like length, and most do not end a sentence. */
function isWrapped(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1);
  const longest = Math.max(...lines.map((line) => line.length));
  if (full.length < 1 || longest < 45 || longest > 120) return false;
  const open = full.filter((line) => !sentenceEnd.test(line)).length;
  return full.every((line) => line.length > longest * 0.7) && open * 2 > full.length;
}

function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const add = (start: number, raw: string) => {
    const trimmed = raw.trim();
    if (trimmed === "") return;
    const from = start + raw.indexOf(trimmed);
    const role = isBoilerplate(trimmed) ? "page" : isProse(trimmed) ? "prose" : "short";
    blocks.push({ text: trimmed, start: from, end: from + trimmed.length, role });
  };
  for (const match of text.matchAll(/[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g)) {
    const lines = match[0].split("\n");
    if (isWrapped(lines.map((line) => line.trim()))) {
      add(match.index, match[0]);
      continue;
    }
    let at = match.index;
    for (const line of lines) {
      add(at, line);
      at += line.length + 1;
    }
  }
  return blocks;
}

const isHeadline = ({ text, role }: Block): boolean =>
  role === "short" && text.length <= 250 && countWords(text) >= 4 && !isTagList(text);
const isTagList = (text: string): boolean => {
  const parts = text.split(/[,|•·/]/);
  return parts.length >= 3 && parts.every((part) => countWords(part) <= 4);
};
/** "Outlet NameAuthor Name", as the foot of a link card is flattened. */
const isCardFoot = ({ text, role }: Block): boolean =>
  role === "short" && countWords(text) <= 8 && /\p{Ll}\p{Lu}\p{Ll}/u.test(text);

/** Other articles inside this one: headline, cut or carded summary, and the foot of the card. */
function dropTeasers(blocks: readonly Block[]): Block[] {
  const drop = new Set<number>();
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    const after = blocks[index + 1];
    if (block.role !== "prose" || !before || !isHeadline(before)) return;
    const isCut = /[\p{L}\p{N},]\s?(?:…|\.\.\.)\W*$/u.test(block.text);
    const isCard = after !== undefined && isCardFoot(after);
    const insideText = blocks.slice(0, index - 1).some(({ role }) => role === "prose");
    if (!isCard && !(isCut && insideText)) return;
    drop.add(index - 1).add(index);
    if (after && isCardFoot(after)) drop.add(index + 1);
  });
  return blocks.map((block, index) => (drop.has(index) ? { ...block, role: "teaser" } : block));
}

const bylineLine =
  /^(?:by|von|par|por|author|written by|text by|автор|від|текст)\s*:?\s+(?=\p{Lu})(?:[\p{L}.'’-]+[\s,]+|and |und |et |y |та |и ){1,8}|^(?:автор|text|author)\s*:\s*\p{Lu}/iu;

/** A byline has the cue and, after it, one to five capitalised words up to a date or the end of the line. */
function bylineOf(text: string): string | null {
  if (text.length > 160 || !bylineLine.test(`${text} `)) return null;
  const name = cleanByline(text);
  if (!name) return null;
  const person = /^\p{Lu}[\p{L}.'’-]*(?:(?: |, | and | und | et | y | та | и )\p{Lu}[\p{L}.'’-]*){1,8}/u.exec(
    name,
  )?.[0];
  return person && person.length > name.length * 0.6 ? person : null;
}

type Head = {
  title: number | null;
  byline: string | null;
  bylineAt: number | null;
  publishedAt: string | null;
};

function readHead(blocks: readonly Block[], from: number): Head {
  const limit = Math.min(blocks.length, from + 4);
  const bylineAt = blocks.findIndex(({ text }, i) => i < limit && bylineOf(text) !== null);
  const late = blocks.findIndex(({ text, role }) => role !== "prose" && bylineOf(text) !== null);
  const at = bylineAt >= 0 ? bylineAt : null;
  const named = blocks[at ?? late];
  let title: number | null = null;
  let best = 0;
  for (let i = Math.max(0, from - 15); i < Math.min(from + 1, blocks.length); i += 1) {
    const block = blocks[i] as Block;
    if (!isHeadline(block) || bylineOf(block.text) || findDate(block.text)?.start === 0) continue;
    const next = blocks[i + 1];
    const beforeByline = next && (i + 1 === at || findDate(next.text)?.start === 0) ? 15 : 0;
    const score = Math.min(countWords(block.text), 14) + beforeByline - (from - i) * 1.5 + (i === 0 ? 4 : 0);
    if (score > best) [title, best] = [i, score];
  }
  return {
    title,
    bylineAt: at,
    byline: named ? bylineOf(named.text) : null,
    publishedAt: dateOf(blocks, at, from),
  };
}

/** The date on the byline, else a line near the top that is nothing but a date with a label, else none. */
function dateOf(blocks: readonly Block[], bylineAt: number | null, from: number): string | null {
  const onByline = bylineAt === null ? null : findDate(blocks[bylineAt]?.text ?? "");
  if (onByline) return onByline.value;
  const found: string[] = [];
  for (const { text, role } of blocks.slice(0, from + 4)) {
    const date = role === "prose" || text.length > 120 ? null : findDate(text);
    if (!date) continue;
    const rest = text.slice(0, date.start) + text.slice(date.end);
    const isLabelled =
      /\b(?:published|posted|updated|date)\b|опубліковано|опубликовано|veröffentlicht|publié/iu.test(rest);
    if (isLabelled || countWords(rest) <= 3) found.push(date.value);
  }
  return found.find((value) => value.includes("T")) ?? found[0] ?? null;
}

const outletName =
  "((?:The |Die |Der |Das |Le |La |El )?\\p{Lu}[\\p{L}\\p{N}.&’'-]*(?: (?:of|de|and|&|\\p{Lu}[\\p{L}\\p{N}.&’'-]*)){0,4})";
const ownership = new RegExp(
  `(?:©|\\([Cc]\\)|[Cc]opyright|COPYRIGHT)\\s*(?:\\d{4}(?:\\s?[-–]\\s?\\d{4})?)?,?\\s*(?:by )?${outletName}`,
  "u",
);
const selfPraise = new RegExp(`^(?:(?:support|welcome to|about|join|subscribe to) )?${outletName}`, "u");

/** The outlet only when the page names itself: a copyright line, or an appeal of "we" that opens with a name seen twice. */
function outletOf(text: string, blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    const owner = block.role === "prose" ? null : ownership.exec(block.text)?.[1];
    if (owner && countWords(owner) <= 6) return owner.replace(/ All$/, "").replace(/[.,]+$/, "");
  }
  for (const { text: line, role } of blocks) {
    if (role !== "page" || !/\b(?:we|us|our)\b/i.test(line)) continue;
    const name = selfPraise.exec(line)?.[1];
    if (name && name.includes(" ") && text.split(name).length > 2) return name;
  }
  return null;
}

const bio =
  /\b(?:is|was|works|has worked) (?:as )?(?:a|an|the|our)\b.{0,60}\b(?:reporter|journalist|editor|correspondent|writer|columnist)\b/i;

function scoreOf({ text, role }: Block): number {
  if (role === "prose") return Math.min(countWords(text), 60);
  if (role === "teaser") return -2;
  return role === "page" ? -8 : -3;
}

function pickMain(blocks: readonly Block[]): [number, number] {
  let words = 0;
  const end = blocks.findIndex((block) => {
    if (block.role === "prose") words += countWords(block.text);
    return words >= 40 && theEnd.test(block.text);
  });
  return densestRun(blocks.slice(0, end < 0 ? undefined : end).map(scoreOf));
}

/**
 * The article in a dump of a page's text: title, byline, date and the sentences, without menus, forms, appeals,
 * sharing lines and teasers of other articles. `fullText` is the dump with LF line ends, without NUL and half
 * surrogates. The title is part of the main text, because it asserts too. Never throws.
 */
export function extractDump(text: string): Extraction {
  const fullText = cleanText(text);
  const blocks = dropTeasers(toBlocks(fullText));
  const [from, to] = pickMain(blocks);
  const found = from < to;
  const head = readHead(blocks, found ? from : 0);
  const start = head.title !== null && head.bylineAt === head.title + 1 ? head.title : 0;
  const isBio = ({ text: line }: Block) =>
    head.byline !== null && line.startsWith(head.byline) && bio.test(line);
  const main = blocks.filter((block, index) => {
    if (!found) return block.role === "short" || block.role === "prose";
    if (index === head.title) return true;
    return index >= Math.max(start, from) && index < to && block.role === "prose" && !isBio(block);
  });
  const words = main.map((block) => block.text).join("\n\n");
  const outlet = outletOf(fullText, blocks);
  const title = found && head.title !== null ? (blocks[head.title]?.text ?? null) : null;
  const opening = main.find(({ role }) => role === "prose")?.text ?? "";
  return {
    fullText,
    mainRanges: toCodePoints(
      fullText,
      main.map((block): [number, number] => [block.start, block.end]),
    ),
    title: title?.replace(/\s*\n\s*/g, " ") ?? null,
    byline: head.byline,
    outlet,
    publishedAt: found ? head.publishedAt : null,
    language: guessLanguage(words),
    canonicalUrl: null,
    kind: guessKind({ outlet, byline: head.byline, host: null, types: [], opening }),
    links: [],
  };
}

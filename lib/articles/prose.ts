import { bare } from "./extraction";

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
const appeal =
  /\b(?:support(?:ers?|ing)?|contribut\w+|donat\w+|subscri\w+|member(?:s|ship)?|readers?|journalism|independent|newsletters?|revenue|paywall|ad-?free|banner)\b/gi;

/** Whether a line or paragraph is the page talking: menus, forms, appeals for money, sharing, other articles. */
export function isBoilerplate(text: string): boolean {
  const line = text.trim();
  if (loneLine.test(line) || boilerplate.some((pattern) => pattern.test(line))) return true;
  // Not over a further opening mark: thousands of them would each be read to the end of the line.
  const said = line.replace(/["“«][^"“”«»]*["”»]/g, " ");
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

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu;
const DENSE = /[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]/gu;

/**
 * Roughly how many words a text has, to weigh it by; scripts without spaces count two characters as one. `most` where it
 * makes no difference how many more there are.
 */
export function estimateWords(text: string, most = Infinity): number {
  const dense = countUpTo(most * 2, text, DENSE);
  return Math.min(most, countUpTo(most, text, WORD) + Math.floor(dense / 2));
}

/** How often a global pattern matches, `most` if more often. */
export function countUpTo(most: number, text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (count < most && pattern.test(text)) count += 1;
  pattern.lastIndex = 0;
  return count;
}

/** The end of a sentence, with the quotation marks and brackets that close after it. */
export const sentenceEnd = /[.!?…。！？](?:["'”’»›)\]]|\s)*$/u;

/** A caption: a sentence and, in brackets, who took the picture. */
const caption = /[.!?]["”’»]? ?\([^()]{3,120}\)$/u;

/** Whether a block reads as sentences, not as a label or a headline. */
export function isProse(text: string): boolean {
  const words = estimateWords(text, 20);
  if (words >= 5 && (sentenceEnd.test(text) || caption.test(text))) return true;
  return words >= 8 && (/:$/.test(text) || (words >= 20 && /[.!?]["”’)]? +\p{Lu}/u.test(text)));
}

/** The densest run of sentences among blocks of a page, links left out: indices into `blocks`. */
export function densestProse(blocks: readonly { text: string; linkChars: number }[]): Set<number> {
  const texts = blocks.map(
    ({ text, linkChars }) => linkChars * 2 < text.length && isProse(text) && !isBoilerplate(text),
  );
  const scores = blocks.map(({ text, linkChars }, i) =>
    texts[i] ? estimateWords(text, 60) : -3 - Math.min(linkChars / 10, 10),
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

import type { CorrectionClass } from "@/lib/claims/dossier";
import { readerWords, type ReaderLanguage, type ReaderWords } from "@/lib/words/reader";
import type { StandingNotice } from "@/lib/publications/standing-notices";
import { peopleDay } from "./dates";
import {
  layOut,
  lineBreaks,
  type CardFaces,
  type CardFamily,
  type CardWeight,
} from "@/lib/publications/card-text";
import { ratingPath, ratingTone, type RatingLike, type RatingTone } from "./rating-mark";
import { directionOf } from "./reader-site";
import { pennant } from "./standing-tags";

/** All that a card shows. Without `rating` the verdict was retracted: then the card says that, and nothing else of it. */
export type CardFacts = {
  siteName: string;
  /** Host of the site, as readers know it. */
  host: string;
  label: string | null;
  language: string;
  /** Of the words around it. */
  speaks: ReaderLanguage;
  rating: (RatingLike & { label: string; meaning: string }) | null;
  claim: string;
  /** The claim is in the very words that were published: only those stand in quotation marks. */
  isVerbatim: boolean;
  claimant: string | null;
  version: number;
  publishedAt: string;
  /** Why there is such a version, when it is not the first. */
  correction: CorrectionClass | null;
  /** When the verdict was withdrawn; `null` while it stands. */
  retractedAt: string | null;
  isSuperseded: boolean;
  /** What stands beside the verdict that holds. */
  notices: readonly StandingNotice["kind"][];
};

const cardSize = { width: 1200, height: 630 };
const [margin, inner] = [64, 1200 - 2 * 64];
const ink = { paper: "#fbfaf7", ink: "#1a1c20", soft: "#4b4f57", quiet: "#62666e", rule: "#dedad1" };
const colours: Record<RatingTone, string> = {
  confirmed: "#0a6b4c",
  mostly: "#3f7423",
  partly: "#806000",
  misleading: "#9c4408",
  disputed: "#a0162b",
  unproven: "#56606d",
};

type Style = { size: number; weight: CardWeight; family: CardFamily; fill: string };
const sans = "Inter" as const;
const serif = "Source Serif 4" as const;

/** Width of a text in px at 100 px. */
type Measure = (text: string, family: CardFamily, weight: CardWeight) => number;

function svgText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Draws for one writing direction: `x` counts from the side where reading begins. */
function drawing(isRtl: boolean, faces: CardFaces) {
  return {
    mark: (x: number, width: number) => (isRtl ? cardSize.width - x - width : x),
    text: (x: number, y: number, { size, weight, family, fill }: Style, words: string, atEnd = false) => {
      const { pieces, width } = layOut(words, { family, weight, isRtl }, faces);
      const whole = (width * size) / 100;
      const from = isRtl ? cardSize.width - x : x;
      const left = isRtl === atEnd ? from : from - whole;
      const drawn = pieces.map(
        ({ text, face, x: at }) =>
          `<text x="${(left + (at * size) / 100).toFixed(1)}" y="${y}" font-family="${face}">${svgText(text)}</text>`,
      );
      return `<g font-size="${size}" fill="${fill}">${drawn.join("")}</g>`;
    },
    box: (x: number, y: number, width: number, height: number, fill: string) =>
      `<rect x="${isRtl ? cardSize.width - x - width : x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`,
  };
}

/** The largest of the sizes at which the claim fits the lines there is room for; at the last one it may be cut. */
function fittedClaim(words: string, height: number, measure: Measure): { lines: string[]; size: number } {
  for (const size of [60, 54, 48, 43, 38, 34, 30]) {
    const lines = lineBreaks(words, (text) => (measure(text, serif, 700) * size) / 100, inner);
    const room = Math.floor(height / (size * 1.24));
    if (lines.length <= room) return { lines, size };
    if (size === 30)
      return { lines: [...lines.slice(0, room - 1), cutLine(lines, room, size, measure)], size };
  }
  return { lines: [], size: 30 };
}

/** The last line there is room for, shortened by words until an ellipsis fits; a quotation mark at the end stays. */
function cutLine(lines: readonly string[], room: number, size: number, measure: Measure): string {
  let words = (lines[room - 1] ?? "").split(" ");
  const close = /[”»]$/u.exec(lines.at(-1) ?? "")?.[0] ?? "";
  const line = () => `${words.join(" ").replace(/[\s,.;:]+$/u, "")} …${close}`;
  while (words.length > 1 && (measure(line(), serif, 700) * size) / 100 > inner) words = words.slice(0, -1);
  return line();
}

/** A size at which one line fits the width, never over `most`. */
function lineSize(text: string, most: number, width: number, weight: CardWeight, measure: Measure): number {
  return Math.min(most, Math.floor((width / Math.max(1, measure(text, sans, weight))) * 100));
}

/** What a rating must not be read without: that its version is replaced, or what stands beside it. */
function besideOf(facts: CardFacts, words: ReaderWords): string | null {
  if (facts.rating === null) return null;
  if (facts.isSuperseded) return words.use.replaced(facts.version);
  return facts.notices.length === 0
    ? null
    : facts.notices.map((kind) => words.changes.notices[kind]).join(" · ");
}

/** What the card says first. A withdrawn verdict has neither colour nor shape of a rating: that says nothing of its claim. */
function headOf({ rating }: CardFacts, { use }: ReaderWords) {
  return rating
    ? { ...rating, tone: colours[ratingTone(rating)], shape: ratingPath(rating) }
    : { label: use.retracted, meaning: use.retractedMeans, tone: ink.quiet, shape: null };
}

/** Which version it is and of when, and that it was corrected or withdrawn. */
function footOf({ version, publishedAt, correction, retractedAt }: CardFacts, words: ReaderWords): string {
  const day = peopleDay(publishedAt, words);
  const said = words.use.version(
    version,
    correction === null ? day : `${words.lists.changed[correction]} ${day}`,
  );
  return retractedAt === null ? said : `${said} · ${words.use.retractedOn(peopleDay(retractedAt, words))}`;
}

/** What a card shows, for who cannot see it, with the finding that its page gives. */
export function cardAlt(facts: CardFacts, finding: string): string {
  const words = readerWords(facts.speaks);
  const claim = facts.isVerbatim ? words.use.quoted(facts.claim) : facts.claim;
  const said = facts.rating
    ? words.use.picture(facts.rating.label, finding, claim)
    : words.use.picture(words.use.retracted, `${words.use.retractedMeans}.`, claim);
  return [facts.label, besideOf(facts, words), said].filter((part) => part !== null).join(". ");
}

type Drawing = ReturnType<typeof drawing>;
const bold = { weight: 700, family: sans } as const;

/** The site's name, and at the other end of its line the site's label in a box of its own. */
function topLine({ siteName, label }: CardFacts, { text, box }: Drawing, measure: Measure): string[] {
  const labelSize = label === null ? 0 : lineSize(label, 24, 520, 700, measure);
  const labelWidth = label === null ? 0 : (measure(label, sans, 700) * labelSize) / 100 + 32;
  const nameSize = lineSize(siteName, 28, inner - labelWidth - 40, 700, measure);
  const name = text(margin, 78, { ...bold, size: nameSize, fill: ink.ink }, siteName);
  if (label === null) return [name];
  return [
    name,
    box(1200 - margin - labelWidth, 46, labelWidth, 46, ink.ink),
    text(1200 - margin - 16, 77, { ...bold, size: labelSize, fill: ink.paper }, label, true),
  ];
}

const bandHeight = 56;

/** What stands beside the rating: a dark band from edge to edge right under it, as large as any line but rating and claim. */
function besideBand(beside: string, { text, box, mark }: Drawing, measure: Measure): string[] {
  const size = lineSize(beside, 32, inner - 52, 700, measure);
  return [
    box(0, 254, cardSize.width, bandHeight, ink.ink),
    `<path transform="translate(${mark(margin, 32)} 266) scale(1.3333)" fill="${ink.paper}" d="${pennant}"/>`,
    text(margin + 48, 293, { ...bold, size, fill: ink.paper }, beside),
  ];
}

/**
 * The card of a version as SVG, 1200×630, drawn with Inter and Source Serif 4 at 400 and 700: rating and claim
 * together, so that the claim never travels alone, and what stands beside the rating on a line of its own.
 */
export function shareCard(facts: CardFacts, faces: CardFaces): string {
  const isRtl = directionOf(facts.language) === "rtl";
  const measure: Measure = (text, family, weight) => layOut(text, { family, weight, isRtl }, faces).width;
  const words = readerWords(facts.speaks);
  const { label, meaning, tone, shape } = headOf(facts, words);
  const drawn = drawing(isRtl, faces);
  const { text, box, mark } = drawn;
  const beside = besideOf(facts, words);
  const lower = beside === null ? 0 : bandHeight + 4;
  const labelSize = lineSize(label, 60, inner - 84, 700, measure);
  const kicker = facts.claimant === null ? words.use.theClaim : words.use.claimBy(facts.claimant);
  const foot = `${facts.host} · ${footOf(facts, words)}`;
  const said = facts.isVerbatim ? words.use.quoted(facts.claim) : facts.claim;
  const { lines, size } = fittedClaim(said, 250 - lower, measure);
  const quiet = (line: string, most: number) => ({
    weight: 400 as const,
    family: sans,
    fill: ink.quiet,
    size: lineSize(line, most, inner, 400, measure),
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">`,
    `<rect width="1200" height="630" fill="${ink.paper}"/>`,
    box(0, 0, 1200, 10, tone),
    ...topLine(facts, drawn, measure),
    shape === null
      ? ""
      : `<path transform="translate(${mark(margin, 60)} 128) scale(2.5)" fill="${tone}" fill-rule="evenodd" d="${shape}"/>`,
    text(shape === null ? margin : margin + 80, 180, { ...bold, size: labelSize, fill: tone }, label),
    text(margin, 232, { ...quiet(meaning, 28), fill: ink.soft }, meaning),
    ...(beside === null ? [] : besideBand(beside, drawn, measure)),
    text(margin, 296 + lower, quiet(kicker, 24), kicker),
    ...lines.map((line, index) =>
      text(
        margin,
        296 + lower + size * 1.2 + 4 + index * size * 1.24,
        { size, weight: 700, family: serif, fill: ink.ink },
        line,
      ),
    ),
    box(margin, 566, inner, 1, ink.rule),
    text(margin, 600, quiet(foot, 24), foot),
    "</svg>",
  ].join("");
}

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
  finding: string;
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

/** Room for a text of several lines: from `top` down, in one of the sizes, the largest first. */
type Room = { top: number; height: number; sizes: readonly number[]; weight: CardWeight; fill: string };
const lineHeight = 1.24;

/** The largest of the sizes at which a text fits its room; at the last one it may be cut. */
function fitted(words: string, room: Room, measure: Measure): { lines: string[]; size: number } {
  const smallest = room.sizes.at(-1)!;
  for (const size of room.sizes) {
    const width = (text: string) => (measure(text, serif, room.weight) * size) / 100;
    const lines = lineBreaks(words, width, inner);
    const most = Math.floor(room.height / (size * lineHeight));
    if (lines.length <= most) return { lines, size };
    if (size === smallest) return { lines: [...lines.slice(0, most - 1), cutLine(lines, most, width)], size };
  }
  return { lines: [], size: smallest };
}

/** The last line there is room for, shortened by words until an ellipsis fits; a quotation mark at the end stays. */
function cutLine(lines: readonly string[], most: number, width: (text: string) => number): string {
  let words = (lines[most - 1] ?? "").split(" ");
  const close = /[”»]$/u.exec(lines.at(-1) ?? "")?.[0] ?? "";
  const line = () => `${words.join(" ").replace(/[\s,.;:]+$/u, "")} …${close}`;
  while (words.length > 1 && width(line()) > inner) words = words.slice(0, -1);
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

/** Which version it is and of when, and that it was corrected or withdrawn. */
function footOf({ version, publishedAt, correction, retractedAt }: CardFacts, words: ReaderWords): string {
  const day = peopleDay(publishedAt, words);
  const said = words.use.version(
    version,
    correction === null ? day : `${words.lists.changed[correction]} ${day}`,
  );
  return retractedAt === null ? said : `${said} · ${words.use.retractedOn(peopleDay(retractedAt, words))}`;
}

/** What a card shows, for who cannot see it. */
export function cardAlt(facts: CardFacts): string {
  const words = readerWords(facts.speaks);
  const claim = facts.isVerbatim ? words.use.quoted(facts.claim) : facts.claim;
  const said = facts.rating
    ? words.use.picture(facts.rating.label, facts.finding, claim)
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

/** The lines of a text in its room. */
function paragraph(words: string, room: Room, { text }: Drawing, measure: Measure): string[] {
  const { lines, size } = fitted(words, room, measure);
  const { weight, fill } = room;
  return lines.map((line, index) =>
    text(
      margin,
      room.top + size * 1.2 + 4 + index * size * lineHeight,
      { size, weight, family: serif, fill },
      line,
    ),
  );
}

/** A line in plain letters, as large as its width allows and never over `most`. */
function plain(line: string, most: number, fill: string, measure: Measure): Style {
  return { weight: 400, family: sans, fill, size: lineSize(line, most, inner, 400, measure) };
}

const band = { top: 236, height: 56 };

/** What stands beside the rating: a dark band from edge to edge right under it. */
function besideBand(beside: string, { text, box, mark }: Drawing, measure: Measure): string[] {
  const size = lineSize(beside, 32, inner - 52, 700, measure);
  return [
    box(0, band.top, cardSize.width, band.height, ink.ink),
    `<path transform="translate(${mark(margin, 32)} ${band.top + 12}) scale(1.3333)" fill="${ink.paper}" d="${pennant}"/>`,
    text(margin + 48, band.top + 39, { ...bold, size, fill: ink.paper }, beside),
  ];
}

type Drawn = { facts: CardFacts; words: ReaderWords; drawn: Drawing; measure: Measure };

/** Rating, what it means, what stands beside it, and the finding: what is read first. */
function ratedHead(
  rating: NonNullable<CardFacts["rating"]>,
  { facts, words, drawn, measure }: Drawn,
): string[] {
  const { text, box, mark } = drawn;
  const tone = colours[ratingTone(rating)];
  const beside = besideOf(facts, words);
  const top = beside === null ? band.top : band.top + band.height + 4;
  const labelSize = lineSize(rating.label, 60, inner - 84, 700, measure);
  return [
    box(0, 0, cardSize.width, 10, tone),
    `<path transform="translate(${mark(margin, 60)} 116) scale(2.5)" fill="${tone}" fill-rule="evenodd" d="${ratingPath(rating)}"/>`,
    text(margin + 80, 168, { ...bold, size: labelSize, fill: tone }, rating.label),
    text(margin, 216, plain(rating.meaning, 28, ink.soft, measure), rating.meaning),
    ...(beside === null ? [] : besideBand(beside, drawn, measure)),
    ...paragraph(
      facts.finding,
      {
        top,
        height: beside === null ? 170 : 130,
        sizes: [54, 48, 43, 38, 34, 30],
        weight: 700,
        fill: ink.ink,
      },
      drawn,
      measure,
    ),
  ];
}

/** A withdrawn verdict says so across the card, with neither colour nor shape of a rating: that says nothing of its claim. */
function retractedHead({ words: { use }, drawn: { text, box }, measure }: Drawn): string[] {
  const size = lineSize(use.retracted, 112, inner, 700, measure);
  return [
    box(0, 112, cardSize.width, 208, ink.ink),
    text(margin, 232, { ...bold, size, fill: ink.paper }, use.retracted),
    text(margin, 290, plain(use.retractedMeans, 36, ink.paper, measure), use.retractedMeans),
  ];
}

/** Whose claim it is, and its words: never larger than what was found of it. */
function claimLines({ facts, words, drawn, measure }: Drawn): string[] {
  const kicker = facts.claimant === null ? words.use.theClaim : words.use.claimBy(facts.claimant);
  const said = facts.isVerbatim ? words.use.quoted(facts.claim) : facts.claim;
  const [top, most] = facts.rating ? [466, 92] : [372, 178];
  const sizes = facts.rating ? [28, 26, 24] : [43, 38, 34, 30, 27, 24];
  const room = { top, height: most, sizes, weight: 400 as const, fill: ink.soft };
  return [
    drawn.text(margin, top, plain(kicker, 24, ink.quiet, measure), kicker),
    ...paragraph(said, room, drawn, measure),
  ];
}

/**
 * The card of a version as SVG, 1200×630, drawn with Inter and Source Serif 4 at 400 and 700: rating and finding first,
 * then, smaller, the claim, so that it never travels alone; what stands beside the rating has a line of its own.
 */
export function shareCard(facts: CardFacts, faces: CardFaces): string {
  const isRtl = directionOf(facts.language) === "rtl";
  const measure: Measure = (text, family, weight) => layOut(text, { family, weight, isRtl }, faces).width;
  const words = readerWords(facts.speaks);
  const drawn = drawing(isRtl, faces);
  const shared = { facts, words, drawn, measure };
  const foot = `${facts.host} · ${footOf(facts, words)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">`,
    `<rect width="1200" height="630" fill="${ink.paper}"/>`,
    ...topLine(facts, drawn, measure),
    ...(facts.rating ? ratedHead(facts.rating, shared) : retractedHead(shared)),
    ...claimLines(shared),
    drawn.box(margin, 566, inner, 1, ink.rule),
    drawn.text(margin, 600, plain(foot, 24, ink.quiet, measure), foot),
    "</svg>",
  ].join("");
}

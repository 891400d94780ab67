import "server-only";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Resvg, renderAsync } from "@resvg/resvg-js";
import { env } from "../core/env.server";
import type { CardFaces, CardFamily, CardWeight } from "./card-text";
import { codePointsOf, unpackWoff } from "./woff-font";

/** The web fonts by family, each in parts for some scripts, the commonest first. */
const parts: Record<CardFamily | "Arabic" | "Hebrew", { folder: string; parts: string[] }> = {
  "Source Serif 4": {
    folder: "source-serif-4",
    parts: ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"],
  },
  Inter: {
    folder: "inter",
    parts: ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"],
  },
  Arabic: { folder: "noto-sans-arabic", parts: ["arabic"] },
  Hebrew: { folder: "noto-sans-hebrew", parts: ["hebrew"] },
};
const weights: CardWeight[] = [400, 700];

/** What a card is drawn with. `covers` says whether a character has a glyph. */
export type CardFonts = CardFaces & {
  covers: (character: string) => boolean;
  render: (svg: string) => Promise<Uint8Array>;
};

/** One file of a font. Its name is its family name too, so that a text can ask for exactly this one. */
type Face = { name: string; family: string; weight: CardWeight; path: string; points: Set<number> };

const files = Object.entries(parts).flatMap(([family, { folder, parts: scripts }]) =>
  scripts.flatMap((script) =>
    weights.map((weight) => ({ family, weight, folder, name: `${folder}-${script}-${weight}` })),
  ),
);

/** Unpacks the web fonts into a folder, because the renderer reads only files of unpacked ones; again at each start. */
async function unpackAll(home: string): Promise<Face[]> {
  await mkdir(home, { recursive: true });
  return Promise.all(
    files.map(async ({ family, weight, folder, name }) => {
      const woff = join(process.cwd(), "node_modules", "@fontsource", folder, "files", `${name}-normal.woff`);
      const font = unpackWoff(await readFile(woff), name);
      const path = join(home, `${name}.ttf`);
      await writeFile(`${path}.${process.pid}`, font);
      await rename(`${path}.${process.pid}`, path);
      return { name, family, weight, path, points: codePointsOf(font) };
    }),
  );
}

function choiceOf(faces: readonly Face[]): CardFaces["faceOf"] {
  return (character, family, weight) => {
    const point = character.codePointAt(0) ?? 0;
    const able = faces.filter((face) => face.weight === weight && face.points.has(point));
    return (able.find((face) => face.family === family) ?? able[0])?.name ?? null;
  };
}

type FontOptions = { fontFiles: string[]; loadSystemFonts: boolean };

/** Width of the drawn shapes of a text at 100 px: less than how far the next text must keep away. */
function inkWidth(text: string, face: string, font: FontOptions): number {
  const words = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const line = `<text font-size="100" font-family="${face}">${words}</text>`;
  return new Resvg(`<svg xmlns="http://www.w3.org/2000/svg">${line}</svg>`, { font }).getBBox()?.width ?? 0;
}

/**
 * How far a text reaches at 100 px, the room around its first and last character included: what it adds between two
 * others. Letters that join would change shape by such a trick, so that those get a usual room instead.
 */
function advanceOf(text: string, ink: (text: string) => number): number {
  const probe = /\p{Script=Cyrillic}/u.test(text) ? "н" : /\p{Script=Greek}/u.test(text) ? "ν" : "n";
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)) return ink(text) + 3;
  return ink(probe + text + probe) - ink(probe + probe);
}

async function load(): Promise<CardFonts> {
  const faces = await unpackAll(join(env().home, "card-fonts"));
  const font = { fontFiles: faces.map(({ path }) => path), loadSystemFonts: false };
  const faceOf = choiceOf(faces);
  const widths = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    covers: (character) => faceOf(character, "Inter", 400) !== null,
    faceOf,
    widthOf: (text, face) => {
      const key = `${face} ${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      if (widths.size > 5_000) widths.clear();
      const width = advanceOf(text, (words) => inkWidth(words, face, font));
      widths.set(key, width);
      return width;
    },
    // One at a time: a burst of requests for old cards must not take the processor from readers' pages.
    render: (svg) => {
      const next = last.catch(() => undefined).then(async () => (await renderAsync(svg, { font })).asPng());
      last = next;
      return next;
    },
  };
}

const held = globalThis as { countersignCardFonts?: Promise<CardFonts> };

/** The fonts of the cards, unpacked at first use. */
export function cardFonts(): Promise<CardFonts> {
  held.countersignCardFonts ??= load().catch((error: unknown) => {
    held.countersignCardFonts = undefined;
    throw error;
  });
  return held.countersignCardFonts;
}

import "server-only";
import { suggestClaims } from "../claims/suggest-claims";
import { Lru } from "../core/lru";
import { parseFigures } from "../figures/parse-figures";
import type { ArticleDto, CaptureDto } from "./dto";
import { closelyRead, closelyReadRanges } from "./extraction";

/** What machines read in a capture, for people to use or leave. */
export type MachineReading = Pick<ArticleDto, "figures" | "suggestedClaims">;

const dayMs = 86_400_000;
/** A capture never changes, so what is read in it does not either; one is a few kilobytes. */
const readings = new Lru<MachineReading>(500, dayMs);

/** Figures and check-worthy sentences of a capture, read once and kept. */
export function machineReading(capture: CaptureDto, now: Date): MachineReading {
  // Taken out by two people: what was read in it goes too.
  const key = `${capture.id}:${capture.expunged}`;
  const kept = readings.get(key, now.getTime());
  if (kept) return kept;
  const made = {
    figures: parseFigures(closelyRead(capture.text)).map((figure, index) => ({
      id: `${capture.id}:${index}`,
      ...figure,
    })),
    suggestedClaims: suggestClaims(capture.fullText, closelyReadRanges(capture.mainRanges)),
  };
  readings.set(key, made, now.getTime());
  return made;
}

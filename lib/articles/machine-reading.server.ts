import "server-only";
import { suggestClaims } from "../claims/suggest-claims";
import { dayMs } from "../core/durations";
import { Lru } from "../core/lru";
import { registerArticleCache } from "../core/article-caches";
import type { Figure } from "../figures/figure";
import { parseFigures } from "../figures/parse-figures";
import type { ArticleDto, CaptureDto, SuggestedClaimDto } from "./dto";
import { closelyRead, closelyReadRanges } from "./extraction";
import type { Ahead } from "./read-document-apart.server";

/** What machines read in a capture, for people to use or leave. */
export type MachineReading = Pick<ArticleDto, "figures" | "suggestedClaims">;

/** A capture never changes, so what is read in it does not either; one is a few kilobytes. */
const readings = new Lru<MachineReading>(500, dayMs);
/** What is being read elsewhere in a capture that was just made. */
const readAhead = new Lru<Ahead>(20, 60_000);
registerArticleCache(() => {
  readings.clear();
  readAhead.clear();
});

/** Has what another process reads in a new capture taken from there, once somebody asks for it. */
export function keepReading(captureId: string, ahead: Ahead, now: Date): void {
  readAhead.set(captureId, ahead, now.getTime());
}

/** Figures and check-worthy sentences of a capture, read once and kept. */
export async function machineReading(capture: CaptureDto, now: Date): Promise<MachineReading> {
  // Taken out by two people: what was read in it counts no longer.
  const key = `${capture.id}:${capture.expunged}`;
  const kept = readings.get(key, now.getTime());
  if (kept) return kept;
  const ahead = capture.expunged ? undefined : readAhead.get(capture.id, now.getTime());
  const figures = (await ahead?.figures) ?? parseFigures(closelyRead(capture.text));
  const suggested =
    (await ahead?.suggestedClaims) ?? suggestClaims(capture.fullText, closelyReadRanges(capture.mainRanges));
  const made = reading(capture.id, figures, suggested);
  readings.set(key, made, now.getTime());
  readAhead.delete(capture.id);
  return made;
}

function reading(
  captureId: string,
  figures: Omit<Figure, "id">[],
  suggestedClaims: SuggestedClaimDto[],
): MachineReading {
  return {
    figures: figures.map((figure, index) => ({ id: `${captureId}:${index}`, ...figure })),
    suggestedClaims,
  };
}

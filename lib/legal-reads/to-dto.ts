import type { Dossier } from "../claims/dossier";
import { isOpenState } from "../claims/vocabulary";
import type { LegalReadsDto } from "./dto";

type Draft = {
  draftHash: string;
  isWanted: boolean;
  /** Names by account id. */
  names: ReadonlyMap<string, string>;
};

/** The legal reads of a claim for the desk. While nothing is being changed in public, none is called stale. */
export function toLegalReadsDto(dossier: Dossier, { draftHash, isWanted, names }: Draft): LegalReadsDto {
  const isDraft = isOpenState(dossier.claim.state);
  const reads = (dossier.legalReads ?? []).map((read) => ({
    id: read.id,
    kind: read.kind,
    reader: read.reader,
    at: read.at,
    notedBy: names.get(read.notedById) ?? "someone who left",
    isStale: isDraft && read.kind === "read" && read.draftHash !== draftHash,
  }));
  return { draftHash, isWanted, reads: reads.reverse() };
}

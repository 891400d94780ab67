import "server-only";
import { buildRoute } from "../attributions/route-words";
import type { Tx } from "../core/db.server";
import { basisHash } from "../publications/basis-hash";
import { buildRevisionRecord, revisionHash } from "../publications/build-record";
import type { RecordRoute, RevisionRecord } from "../publications/record";
import { loadSettings, publisherOf, type Settings } from "../settings/settings.server";
import type { Dossier } from "./dossier";
import type { ClaimWithAll } from "./dossier-rows";
import { loadDossier } from "./load-dossier.server";

export type CurrentRevision = {
  dossier: Dossier;
  claim: ClaimWithAll;
  settings: Settings;
  route: RecordRoute;
  record: RevisionRecord;
  revision: { number: number; hash: string };
  basisHash: string;
};

/**
 * The claim as it stands now: its dossier, all that would be published of it, and the number and hash of that state.
 * A state that was not seen before gets the next number. Null when there is no such claim.
 */
export async function currentRevision(tx: Tx, claimId: string, now: Date): Promise<CurrentRevision | null> {
  const loaded = await loadDossier(tx, claimId);
  if (!loaded) return null;
  const settings = await loadSettings(tx);
  const route = buildRoute(loaded.dossier, settings.ratings);
  const site = {
    publisher: publisherOf(settings),
    ratings: settings.ratings,
    label: settings.site.label,
    language: loaded.dossier.claim.language,
  };
  const record = buildRevisionRecord(loaded.dossier, site, route);
  const hash = revisionHash(record);
  const number = await numberOf(tx, claimId, hash, now);
  return {
    ...loaded,
    settings,
    route,
    record,
    revision: { number, hash },
    basisHash: basisHash(loaded.dossier),
  };
}

/** The number of a state; two readers who see a new one at once agree on its number. */
async function numberOf(tx: Tx, claimId: string, hash: string, now: Date): Promise<number> {
  for (;;) {
    const latest = await tx.revision.findFirst({ where: { claimId }, orderBy: { number: "desc" } });
    if (latest?.hash === hash) return latest.number;
    const number = (latest?.number ?? 0) + 1;
    const inserted = await tx.$executeRaw`
      INSERT INTO revision ("claimId", number, hash, "createdAt") VALUES (${claimId}, ${number}, ${hash}, ${now}) ON CONFLICT DO NOTHING`;
    if (inserted === 1) return number;
  }
}

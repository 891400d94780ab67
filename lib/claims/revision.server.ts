import "server-only";
import { buildRoute } from "../attributions/route-words";
import type { Tx } from "../core/db.server";
import { basisHash } from "../publications/basis-hash";
import { buildRevisionRecord, revisionHash } from "../publications/build-record";
import { publishedRevision } from "../publications/published-revision.server";
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
  readAt: Date;
  basisHash: string;
  /** The version that is being corrected, while a correction is open. */
  corrected: RevisionRecord | null;
};

/**
 * The claim as it stands now: its dossier, all that would be published of it, and the number and hash of that state.
 * Reads only: a state that nobody signed for is told the number that it would be kept under. Null when there is no such claim.
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
    showsSearches: settings.desk.showsSearches,
  };
  const record = buildRevisionRecord(loaded.dossier, site, route);
  const hash = revisionHash(record);
  const number = await numberOf(tx, claimId, hash);
  return {
    ...loaded,
    settings,
    route,
    record,
    revision: { number, hash },
    readAt: now,
    basisHash: basisHash(loaded.dossier),
    corrected: loaded.dossier.correction ? await publishedRevision(tx, claimId) : null,
  };
}

/**
 * The number of a state: that of the latest one kept when it is the same, else one past it, counted up by every write to
 * the claim and every review, so that a later state has a later number although nobody kept those between.
 */
async function numberOf(tx: Tx, claimId: string, hash: string): Promise<number> {
  const latest = await latestKept(tx, claimId);
  if (latest?.hash === hash) return latest.number;
  const [row] = await tx.$queryRaw<{ writes: number }[]>`
    SELECT ((SELECT count(DISTINCT c.at) FROM contribution c WHERE c."claimId" = ${claimId})
      + (SELECT count(*) FROM review r WHERE r."claimId" = ${claimId}))::int AS writes`;
  return Math.max((latest?.number ?? 0) + 1, 1 + (row?.writes ?? 0));
}

async function latestKept(tx: Tx, claimId: string) {
  return tx.revision.findFirst({ where: { claimId }, orderBy: { number: "desc" } });
}

/** Keeps the number and hash of the state that is about to be signed. The claim's row is locked by the caller. */
export async function keepRevision(tx: Tx, current: CurrentRevision): Promise<void> {
  const { claim, revision, readAt } = current;
  if ((await latestKept(tx, claim.id))?.hash === revision.hash) return;
  await tx.revision.create({ data: { claimId: claim.id, ...revision, createdAt: readAt } });
}

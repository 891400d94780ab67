import "server-only";
import { buildRoute } from "../attributions/route-words";
import { Prisma, rowsOf, type Reader, type Tx } from "../core/db.server";
import { basisHash } from "../publications/basis-hash";
import { buildRevisionRecord, revisionHash } from "../publications/build-record";
import { publishedRevision } from "../publications/published-revision.server";
import type { RecordRoute, RevisionRecord } from "../publications/record";
import { loadSettings, publisherOf, type Settings } from "../settings/settings.server";
import type { Dossier } from "./dossier";
import type { ClaimWithAll } from "./dossier-rows";
import { loadDossiers } from "./load-dossier.server";

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
 * Claims as they stand now, in as many queries as one needs: each with its dossier, all that would be published of it, and
 * the number and hash of that state. Reads only: a state that nobody signed for is told the number that it would be kept
 * under. In the order asked for, without those that are not there.
 */
export async function currentRevisions(
  reader: Reader,
  claimIds: readonly string[],
  now: Date,
): Promise<CurrentRevision[]> {
  const loaded = await loadDossiers(reader, claimIds);
  if (loaded.length === 0) return [];
  const ids = loaded.map(({ claim }) => claim.id);
  const [settings, known] = await Promise.all([loadSettings(reader), knownStates(reader, ids)]);
  return Promise.all(
    loaded.map(async ({ dossier, claim }) => {
      const route = buildRoute(dossier, settings.ratings);
      const site = {
        publisher: publisherOf(settings),
        ratings: settings.ratings,
        label: settings.site.label,
        language: dossier.claim.language,
        showsSearches: settings.desk.showsSearches,
      };
      const record = buildRevisionRecord(dossier, site, route);
      const hash = revisionHash(record);
      return {
        dossier,
        claim,
        settings,
        route,
        record,
        revision: { number: numberOf(known.get(claim.id), hash), hash },
        readAt: now,
        basisHash: basisHash(dossier),
        corrected: dossier.correction ? await publishedRevision(reader, claim.id) : null,
      };
    }),
  );
}

/** The same of one claim; null when there is none. */
export async function currentRevision(
  reader: Reader,
  claimId: string,
  now: Date,
): Promise<CurrentRevision | null> {
  return (await currentRevisions(reader, [claimId], now))[0] ?? null;
}

type KnownState = { claimId: string; number: number | null; hash: string | null; writes: number };

/** The latest state kept of each claim, and how often it was written to or reviewed. */
async function knownStates(reader: Reader, claimIds: readonly string[]): Promise<Map<string, KnownState>> {
  const rows = await rowsOf<KnownState>(
    reader,
    Prisma.sql`
      SELECT c.id AS "claimId", r.number, r.hash,
        ((SELECT count(DISTINCT n.at) FROM contribution n WHERE n."claimId" = c.id)
          + (SELECT count(*) FROM review v WHERE v."claimId" = c.id))::int AS writes
      FROM unnest(${[...claimIds]}::text[]) AS c(id) LEFT JOIN LATERAL (
        SELECT k.number, k.hash FROM revision k WHERE k."claimId" = c.id ORDER BY k.number DESC LIMIT 1) r ON true`,
  );
  return new Map(rows.map((row) => [row.claimId, row]));
}

/**
 * The number of a state: that of the latest one kept when it is the same, else one past it, counted up by every write to
 * the claim and every review, so that a later state has a later number although nobody kept those between.
 */
function numberOf(known: KnownState | undefined, hash: string): number {
  const { number, hash: kept, writes } = known ?? { number: null, hash: null, writes: 0 };
  return number !== null && kept === hash ? number : Math.max((number ?? 0) + 1, 1 + writes);
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

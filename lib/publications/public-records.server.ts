import "server-only";
import { db, Prisma, rowsOf } from "../core/db.server";
import { logger } from "../core/log-problem.server";
import { Lru } from "../core/lru";
import { fail, mapResult, notFound, ok, type Result } from "../core/result";
import { logProofOf, type LogProofDto } from "../log/queries";
import { onPublished } from "./published-notices.server";
import { joinWithheld, withheldColumns } from "./queries";
import type { NoticeRecord, PublicVersion, SignedRecord } from "./record";
import { loadKeySet } from "./signing-key.server";
import { verifiedNotices, verifiedVersions, type StoredVersion } from "./verified-versions";
import { readable } from "./withheld";

/** All that is public at one address: every version, oldest first, and the notices beside them. Each was verified. */
export type PublicVerdict = {
  slug: string;
  versions: PublicVersion[];
  notices: SignedRecord<NoticeRecord>[];
};

/** A missed notification is made good by age, well inside the promised 60 seconds. */
const held = globalThis as { countersignPublic?: Lru<PublicVerdict | null>; countersignGeneration?: number };

function cache(): Lru<PublicVerdict | null> {
  if (!held.countersignPublic) {
    const fresh = new Lru<PublicVerdict | null>(2_000, 20_000);
    held.countersignPublic = fresh;
    onPublished((slug) => {
      held.countersignGeneration = (held.countersignGeneration ?? 0) + 1;
      return slug === "*" ? fresh.clear() : fresh.delete(slug);
    });
  }
  return held.countersignPublic;
}

const unverified = {
  kind: "unavailable" as const,
  code: "not-verified",
  detail: "This page is not shown, because its signature does not match. The newsroom has been told.",
};

/**
 * What is public at a slug. Hash and signature of every record are verified whenever the cache is filled: what does not
 * verify is not shown. `not_found` when nothing was ever published there.
 */
export async function publicVerdict(slug: string): Promise<Result<PublicVerdict>> {
  const nowMs = Date.now();
  const known = cache().get(slug, nowMs);
  if (known) return ok(known);
  if (known === null || !/^[a-z0-9-]{1,120}$/.test(slug)) return fail(notFound("verdict"));
  const generation = held.countersignGeneration;
  const loaded = await load(slug);
  // Something was published while this was being read: serve it, keep nothing.
  if (loaded.ok && generation === held.countersignGeneration) cache().set(slug, loaded.value, nowMs);
  if (!loaded.ok) return loaded;
  return loaded.value ? ok(loaded.value) : fail(notFound("verdict"));
}

/** Every version of a slug, oldest first, with whether it is withheld. */
function versionsQuery(slug: string): Prisma.Sql {
  return Prisma.sql`
    SELECT p."recordText", p.sha256, p.signature, p."keyId", ${withheldColumns}
    FROM publication p ${joinWithheld} WHERE p.slug = ${slug} ORDER BY p.version`;
}

async function load(slug: string): Promise<Result<PublicVerdict | null>> {
  const [rows, noticeRows, keys] = await Promise.all([
    rowsOf<StoredVersion>(db(), versionsQuery(slug)),
    db().notice.findMany({
      where: { slug },
      orderBy: { publishedAt: "asc" },
      select: { recordText: true, sha256: true, signature: true, keyId: true },
    }),
    loadKeySet(),
  ]);
  if (rows.length === 0) return ok(null);
  const versions = verifiedVersions(slug, rows, keys);
  const notices = verifiedNotices(slug, noticeRows, keys);
  if (versions && notices) return ok({ slug, versions, notices });
  logger.error({ slug }, "a published record does not verify");
  return fail(unverified);
}

export type PublicationDto = SignedRecord & { log: LogProofDto | null };

/** One version as the public API serves it; `withheld`, with what stays public of it, where its text is. */
export async function publicationDto(
  slug: string,
  version: number | "latest",
): Promise<Result<PublicationDto>> {
  const found = await publicVerdict(slug);
  if (!found.ok) return found;
  const { versions } = found.value;
  const signed =
    version === "latest" ? versions.at(-1) : versions.find(({ record }) => record.version === version);
  if (!signed) return fail(notFound("version"));
  const log = await logProofOf(signed.sha256);
  return mapResult(readable(signed, log), (told) => ({ ...told, log }));
}

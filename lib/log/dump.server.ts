import "server-only";
import { db, type Tx } from "../core/db.server";
import { loadKeySet } from "../publications/signing-key.server";
import { logOrigin } from "./seal.server";
import { toLogEntry } from "./to-log-entry";

/** One line of a dump: `kind` says what it is; `scripts/verify-log.mjs` reads it and describes each kind. */
export type DumpLine = { kind: string } & Record<string, unknown>;

const pageSize = 1_000;

/** How long one unchanging view of the database is kept for whoever asks over the network. */
const callMs = 600_000;

/**
 * Hands over everything that the log can be verified against, line by line: public keys, states of claims, publications,
 * notices, signed pages, who reviewed, versions of settings, roles, sealed entries, entries that wait for their seal, and signed heads. `withWords` adds the erasable words and
 * the drafts, and the text of what is withheld from readers, for whoever may read the whole database. All of it is of one moment, and is
 * read page by page, for `patienceMs` at most (ten minutes unless said).
 */
export function dumpLog(
  { withWords, patienceMs = callMs }: { withWords: boolean; patienceMs?: number },
  write: (line: DumpLine) => Promise<void>,
): Promise<void> {
  const snapshot = { isolationLevel: "RepeatableRead", maxWait: 5_000, timeout: patienceMs } as const;
  return db().$transaction(async (tx) => {
    const head = await tx.checkpoint.findFirst({ orderBy: { size: "desc" } });
    const origin = head?.note.split("\n")[0] ?? logOrigin();
    await write({ kind: "log", version: 1, origin, withWords });
    await write({ kind: "keys", ...(await loadKeySet()) });
    const parts = [
      claims(tx),
      withWords ? verdicts(tx) : [],
      publications(tx, withWords),
      notices(tx),
      sitePages(tx),
    ];
    for (const name of ["reviews", "settings", "accounts"]) await write({ kind: "rows", of: name });
    parts.push(reviews(tx, withWords), settings(tx, withWords), accounts(tx));
    for (const part of [...parts, sealed(tx, withWords), pending(tx, withWords), checkpoints(tx)])
      for await (const line of part) await write(line);
  }, snapshot);
}

/** Rows page by page, by a key that grows. */
async function* paged<T>(read: (after: T | null) => Promise<T[]>): AsyncGenerator<T> {
  let last: T | null = null;
  for (;;) {
    const rows: T[] = await read(last);
    yield* rows;
    if (rows.length < pageSize) return;
    last = rows.at(-1)!;
  }
}

const afterId = (row: { id: string } | null) => (row ? { id: { gt: row.id } } : {});

async function* claims(tx: Tx): AsyncGenerator<DumpLine> {
  const rows = paged<{ id: string; state: string; slug: string | null }>((last) =>
    tx.claim.findMany({
      where: afterId(last),
      orderBy: { id: "asc" },
      take: pageSize,
      select: { id: true, state: true, slug: true },
    }),
  );
  for await (const row of rows) yield { kind: "claim", ...row };
}

async function* verdicts(tx: Tx): AsyncGenerator<DumpLine> {
  const rows = paged<{ claimId: string }>((last) =>
    tx.verdict.findMany({
      where: last ? { claimId: { gt: last.claimId } } : {},
      orderBy: { claimId: "asc" },
      take: pageSize,
      omit: { updatedById: true, updatedAt: true },
    }),
  );
  for await (const row of rows) yield { kind: "verdict", ...row };
}

/** What is withheld from readers is in a dump with words alone: of the rest of its record no more than they are told. */
async function* publications(tx: Tx, withWords: boolean): AsyncGenerator<DumpLine> {
  const rows = paged((last: { id: string } | null) =>
    tx.publication.findMany({
      where: afterId(last),
      orderBy: { id: "asc" },
      take: pageSize,
      select: {
        id: true,
        claimId: true,
        slug: true,
        version: true,
        recordText: true,
        sha256: true,
        signature: true,
        keyId: true,
        publishedAt: true,
        withholdings: { where: { confirmedAt: { not: null } }, select: { reasonClass: true } },
      },
    }),
  );
  for await (const { withholdings, recordText, ...row } of rows) {
    const withheld = withholdings[0]?.reasonClass;
    const text = withheld !== undefined && !withWords ? { withheld } : { recordText };
    yield { kind: "publication", ...row, ...text };
  }
}

async function* notices(tx: Tx): AsyncGenerator<DumpLine> {
  const rows = paged((last: { id: string } | null) =>
    tx.notice.findMany({
      where: afterId(last),
      orderBy: { id: "asc" },
      take: pageSize,
      select: { id: true, slug: true, recordText: true, sha256: true, signature: true, keyId: true },
    }),
  );
  for await (const row of rows) yield { kind: "notice", ...row };
}

async function* sitePages(tx: Tx): AsyncGenerator<DumpLine> {
  const rows = paged((last: { id: string } | null) =>
    tx.siteVersion.findMany({
      where: afterId(last),
      orderBy: { id: "asc" },
      take: pageSize,
      select: {
        id: true,
        page: true,
        version: true,
        recordText: true,
        sha256: true,
        signature: true,
        keyId: true,
      },
    }),
  );
  for await (const row of rows) yield { kind: "site-page", ...row };
}

async function* sealed(tx: Tx, withWords: boolean): AsyncGenerator<DumpLine> {
  const rows = paged((last: { index: bigint } | null) =>
    tx.logLeaf.findMany({
      where: last ? { index: { gt: last.index } } : {},
      orderBy: { index: "asc" },
      take: pageSize,
      include: { entry: { include: { payload: withWords } } },
    }),
  );
  for await (const { index, leafHash, entry } of rows)
    yield { kind: "entry", leafHash, ...toLogEntry(entry, Number(index)), ...wordsOf(entry, withWords) };
}

/** Who reviewed what and when; marks are words. */
async function* reviews(tx: Tx, withWords: boolean): AsyncGenerator<DumpLine> {
  const select = {
    id: true,
    claimId: true,
    reviewerId: true,
    givenAt: true,
    mark: withWords,
    rating: withWords,
  };
  const rows = paged((last: { id: string } | null) =>
    tx.review.findMany({ where: afterId(last), orderBy: { id: "asc" }, take: pageSize, select }),
  );
  for await (const row of rows) yield { kind: "review", ...row };
}

/** There are a few of each. */
async function* settings(tx: Tx, withWords: boolean): AsyncGenerator<DumpLine> {
  const select = { key: true, version: true, value: withWords };
  for (const row of await tx.setting.findMany({ orderBy: { key: "asc" }, select }))
    yield { kind: "setting", ...row };
}

async function* accounts(tx: Tx): AsyncGenerator<DumpLine> {
  const rows = paged((last: { id: string } | null) =>
    tx.user.findMany({
      where: afterId(last),
      orderBy: { id: "asc" },
      take: pageSize,
      select: { id: true, role: true, deactivatedAt: true },
    }),
  );
  for await (const { id, role, deactivatedAt } of rows)
    yield { kind: "account", id, role, isActive: deactivatedAt === null };
}

/** Entries of the last moments: not in the tree yet, but already what the states of claims come from. */
async function* pending(tx: Tx, withWords: boolean): AsyncGenerator<DumpLine> {
  const rows = paged((last: { id: string } | null) =>
    tx.logEntry.findMany({
      where: { ...afterId(last), leaf: null },
      orderBy: { id: "asc" },
      take: pageSize,
      include: { payload: withWords },
    }),
  );
  for await (const entry of rows) {
    const { seq: _none, ...rest } = toLogEntry(entry, 0);
    yield { kind: "pending", ...rest, ...wordsOf(entry, withWords) };
  }
}

function wordsOf(entry: object, withWords: boolean): { words?: unknown } {
  if (!withWords) return {};
  const { payload } = entry as { payload: { salt: string; body: unknown; erasedAt: Date | null } | null };
  const { salt, body, erasedAt } = payload ?? {};
  return { words: payload && { salt, body, isErased: erasedAt !== null } };
}

async function* checkpoints(tx: Tx): AsyncGenerator<DumpLine> {
  const rows = paged((last: { size: bigint } | null) =>
    tx.checkpoint.findMany({
      where: last ? { size: { gt: last.size } } : {},
      orderBy: { size: "asc" },
      take: pageSize,
    }),
  );
  for await (const { note } of rows) yield { kind: "checkpoint", note };
}

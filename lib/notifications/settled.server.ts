import "server-only";
import { db } from "../core/db.server";
import { publishTimesOf } from "../schedules/queries";
import { daysTakenBack } from "../shelf-life/dated";
import { pageFacts } from "../site-pages/page-facts.server";
import { isSitePageName, type SitePageName } from "../site-pages/pages";
import { switchOf } from "./kinds";

type Told = { kind: string; onceKey: string | null; claimId: string | null; createdAt: Date };

/**
 * What became of the matter of each piece of one reader's news that asked for something, as the words "signed since", by its
 * `onceKey`; what is still to be done, and what asked for nothing, is not in it. The bell and mails go by it alike.
 */
export async function settledNews(
  reader: { role: string },
  rows: readonly Told[],
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all([
    signedPages(rows),
    calledReady(rows),
    resolvedComments(rows),
    answered(rows),
    lookedAtAgain(rows),
  ]);
  // What became of the matter says more than that it is no longer this reader's.
  return new Map([...askedOfEditors(reader, rows), ...found.flat()]);
}

type Settled = [onceKey: string, words: string][];

/** What waited for the signature of somebody who is no editor any more. */
function askedOfEditors({ role }: { role: string }, rows: readonly Told[]): Settled {
  if (role === "editor") return [];
  return rows.flatMap(({ kind, onceKey }): Settled =>
    onceKey && switchOf(kind) === "to-sign" ? [[onceKey, "no longer yours to sign"]] : [],
  );
}

/** The rest of each key that begins so, with its row: "log:" of "log:x" is "x". */
function keyed(rows: readonly Told[], begin: string) {
  return rows.flatMap((row) =>
    row.onceKey?.startsWith(begin)
      ? [{ ...row, onceKey: row.onceKey, rest: row.onceKey.slice(begin.length) }]
      : [],
  );
}

/** Pages of the site that waited for a signature: "site-page:about:3" is of the third draft. */
async function signedPages(rows: readonly Told[]): Promise<Settled> {
  const asked = keyed(rows, "site-page:").flatMap(({ onceKey, rest }) => {
    const [page = "", number] = rest.split(":");
    return isSitePageName(page) ? [{ onceKey, page, number: Number(number) }] : [];
  });
  const pages = [...new Set(asked.map(({ page }) => page))];
  const facts = new Map<SitePageName, Awaited<ReturnType<typeof pageFacts>>>(
    await Promise.all(pages.map(async (page) => [page, await pageFacts(db(), page)] as const)),
  );
  return asked.flatMap(({ onceKey, page, number }): Settled => {
    const { draft, signed } = facts.get(page)!;
    if (signed && signed.draftNumber >= number) return [[onceKey, "signed since"]];
    return draft && draft.number > number ? [[onceKey, "changed since"]] : [];
  });
}

/** Claims that were called ready for an editor, by what became of that: published, fallen back, or signed for later. */
async function calledReady(rows: readonly Told[]): Promise<Settled> {
  const asked = keyed(rows, "log:");
  if (asked.length === 0) return [];
  const events = await db().logEntry.findMany({
    where: { id: { in: asked.map(({ rest }) => rest) }, event: "claim.called-ready" },
    select: { id: true },
  });
  const called = new Set(events.map(({ id }) => id));
  const ready = asked.filter(({ rest }) => called.has(rest));
  const ids = [...new Set(ready.flatMap(({ claimId }) => claimId ?? []))];
  if (ids.length === 0) return [];
  const [ends, scheduled] = await Promise.all([
    db().logEntry.findMany({
      where: { claimId: { in: ids }, fromState: "ready" },
      select: { id: true, claimId: true, event: true },
      orderBy: { id: "asc" },
    }),
    publishTimesOf(ids),
  ]);
  const endsOf = new Map(ids.map((id): [string, typeof ends] => [id, []]));
  for (const entry of ends) endsOf.get(entry.claimId ?? "")?.push(entry);
  return ready.flatMap(({ onceKey, rest, claimId }): Settled => {
    const end = endsOf.get(claimId ?? "")?.find(({ id }) => id > rest);
    if (end ? end.event === "verdict.signed-off" : scheduled.has(claimId ?? ""))
      return [[onceKey, "signed since"]];
    return end ? [[onceKey, "no longer ready"]] : [];
  });
}

async function resolvedComments(rows: readonly Told[]): Promise<Settled> {
  const asked = keyed(rows, "comment:");
  if (asked.length === 0) return [];
  const resolved = await db().comment.findMany({
    where: { id: { in: asked.map(({ rest }) => rest) }, resolvedAt: { not: null } },
    select: { id: true },
  });
  const done = new Set(resolved.map(({ id }) => id));
  return asked.flatMap(({ onceKey, rest }): Settled => (done.has(rest) ? [[onceKey, "resolved since"]] : []));
}

/** Findings whose day to be looked at again had come: the task that was opened with the news is closed, or its day was taken back. */
async function lookedAtAgain(rows: readonly Told[]): Promise<Settled> {
  const asked = keyed(rows, "shelf-life:");
  if (asked.length === 0) return [];
  const closed = await db().task.findMany({
    where: {
      kind: "shelf-life",
      claimId: { in: asked.flatMap(({ claimId }) => claimId ?? []) },
      doneAt: { not: null },
    },
    select: { claimId: true, createdAt: true, doneById: true, note: true },
  });
  const keyOf = (one: { claimId: string | null; createdAt: Date }) =>
    `${one.claimId} ${one.createdAt.getTime()}`;
  const ends = new Map(
    closed.map((task) => {
      const isTakenBack = task.doneById === null && task.note === daysTakenBack;
      return [keyOf(task), isTakenBack ? "no longer due" : "done since"];
    }),
  );
  return asked.flatMap(({ onceKey, ...row }): Settled => {
    const end = ends.get(keyOf(row));
    return end === undefined ? [] : [[onceKey, end]];
  });
}

/** Replies whose deadline was near or over: "reply-due:" and "reply-over:", each with the request's id and its deadline. */
async function answered(rows: readonly Told[]): Promise<Settled> {
  const asked = [...keyed(rows, "reply-due:"), ...keyed(rows, "reply-over:")].map(({ onceKey, rest }) => ({
    onceKey,
    requestId: rest.split(":")[0]!,
  }));
  if (asked.length === 0) return [];
  const settled = await db().replyRequest.findMany({
    where: {
      id: { in: asked.map(({ requestId }) => requestId) },
      OR: [{ outcome: { not: "waiting" } }, { withdrawnAt: { not: null } }],
    },
    select: { id: true },
  });
  const done = new Set(settled.map(({ id }) => id));
  return asked.flatMap(({ onceKey, requestId }): Settled =>
    done.has(requestId) ? [[onceKey, "settled since"]] : [],
  );
}

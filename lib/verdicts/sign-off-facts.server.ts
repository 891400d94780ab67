import "server-only";
import type { CurrentRevision } from "../claims/revision.server";
import { db } from "../core/db.server";
import { revisionOf } from "../publications/build-record";
import { compareRecords } from "../publications/changes";
import type { PublicationRecord } from "../publications/record";

const how = { same: "same", del: "removed", ins: "added" } as const;

/** What differs from the last published version, word by word; null when nothing was published before. */
export async function changesSinceLast(current: CurrentRevision) {
  const latest = await db().publication.findFirst({
    where: { claimId: current.dossier.claim.id, kind: "publication" },
    orderBy: { version: "desc" },
    select: { recordText: true },
  });
  if (!latest) return null;
  const before = revisionOf(JSON.parse(latest.recordText) as PublicationRecord);
  return compareRecords(before, current.record).map(({ label, diff }) => ({
    field: label,
    pieces: diff.map(({ op, text }) => ({ text, how: how[op] })),
  }));
}

const whatWords: [RegExp, string][] = [
  [/^verdict\./, "the verdict"],
  [/^evidence$/, "evidence"],
  [/^claim(\.|$)/, "the claim"],
  [/^part(\.|$)/, "a part of the claim"],
  [/^attribution$/, "where it comes from"],
  [/^article(\.|$)/, "facts about an article"],
  [/^comparison$/, "the comparison of figures"],
  [/^search$/, "a search"],
  [/^reply$/, "a request for a reply"],
];

/** Who wrote what in this revision, and who reviewed it. */
export async function touchesOf(
  current: CurrentRevision,
): Promise<{ name: string; what: string[]; isAuthor: boolean }[]> {
  const { claim, dossier } = current;
  const articleIds = dossier.articles.map(({ id }) => id);
  const rows = await db().contribution.findMany({
    where: {
      userId: { in: dossier.authorIds },
      OR: [{ claimId: claim.id }, { articleId: { in: articleIds } }],
    },
    select: { userId: true, what: true },
    distinct: ["userId", "what"],
  });
  const what = new Map<string, Set<string>>();
  const add = (userId: string, words: string) => what.set(userId, (what.get(userId) ?? new Set()).add(words));
  add(claim.createdById, "the claim");
  for (const row of rows)
    add(row.userId, whatWords.find(([pattern]) => pattern.test(row.what))?.[1] ?? row.what);
  for (const review of dossier.reviews) add(review.reviewerId, "a review");
  const names = await db().user.findMany({
    where: { id: { in: [...what.keys()] } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  return names.map(({ id, name }) => ({
    name,
    what: [...(what.get(id) ?? [])],
    isAuthor: dossier.authorIds.includes(id),
  }));
}

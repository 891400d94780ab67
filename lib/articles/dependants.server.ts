import "server-only";
import type { z } from "zod";
import { claimsSeen, seesClaim } from "../access/sight.server";
import type { Viewer } from "../access/viewer";
import { independence, sideOfRating } from "../attributions/independence";
import { openClaims } from "../claims/queries";
import type { CurrentRevision } from "../claims/revision.server";
import { decodeCursor, encodeCursor } from "../core/cursor";
import { db, Prisma } from "../core/db.server";
import type { Issue } from "../core/result";
import type { PublicationRecord } from "../publications/record";
import { isBlind } from "../reviews/blindness";
import { publishTimesOf } from "../schedules/queries";
import { withoutTelling } from "../verdicts/gate.server";
import { gateIssues } from "../verdicts/requirements";
import { fallenWith, leaningSentences, waysTo, withoutArticles } from "./blast-radius";
import {
  isOver,
  type DependantClaimDto,
  type DependantPublicationDto,
  type DependantsDto,
  type DependantTaskDto,
  type WayDto,
} from "./dependants-dto";
import { downstreamOf, type Downstream } from "./downstream.server";
import { evidenceLeaning } from "./leaning.server";
import type { dependantsSchema } from "./schema";

/**
 * Blast radius: what leans on an article, itself or through others, and whether each verdict would still pass without it;
 * of claims that the viewer sees, `limit` of them at a time.
 */
export async function articleDependants(
  viewer: Viewer,
  articleId: string,
  now: Date,
  { limit, cursor }: z.output<typeof dependantsSchema>,
): Promise<DependantsDto> {
  const downstream = await downstreamOf(db(), articleId);
  const all = await claimsReached(viewer, downstream);
  const after = String(decodeCursor(cursor, 1)?.[0] ?? "");
  const rest = all.filter(({ id }) => id > after);
  const shown = rest.slice(0, limit);
  const shownIds = shown.map(({ id }) => id);
  const claimIds = shown.flatMap(({ id, isLeaning }) => (isLeaning ? [id] : []));
  const opened = await openClaims(claimIds, now);
  const fallen = new Map(
    opened.map(({ claim, dossier }) => [claim.id, fallenWith(articleId, dossier.attributions)]),
  );
  const [publications, publishTimes, tasks] = await Promise.all([
    leaningPublications(downstream, shownIds, fallen),
    publishTimesOf(claimIds),
    reCheckTasks(viewer, articleId, shownIds, cursor === undefined ? all.map(({ id }) => id) : null),
  ]);
  const claims: DependantClaimDto[] = [];
  for (const current of opened) {
    const { id } = current.claim;
    const standing = publications.find(({ dto }) => dto.claimId === id && dto.standing)?.record ?? null;
    const publishAt = publishTimes.get(id) ?? null;
    claims.push({ ...weigh(viewer, current, articleId, standing, now), publishAt });
  }
  return {
    claims,
    publications: publications.map(({ dto }) => dto),
    tasks,
    counts: {
      current: all.filter(({ isLeaning, state }) => isLeaning && !isOver(state)).length,
      over: all.filter(({ isLeaning, state }) => isLeaning && isOver(state)).length,
    },
    nextCursor: rest.length > limit ? encodeCursor([shownIds.at(-1)!]) : null,
  };
}

/**
 * What was asked for when the article's reliability was put down: tasks of the claims that are shown; with the first of them
 * (`reached`: all that are reached) also what is open and no claim's that it reaches, as the way there may be rejected by now.
 */
async function reCheckTasks(
  viewer: Viewer,
  articleId: string,
  shown: string[],
  reached: string[] | null,
): Promise<DependantTaskDto[]> {
  const open = { doneAt: null, claimId: await claimsSeen(viewer) };
  const tasks = await db().task.findMany({
    where: { articleId, kind: "re-check", OR: [{ claimId: { in: shown } }, ...(reached ? [open] : [])] },
    orderBy: { id: "asc" },
  });
  const isShown = new Set(shown);
  const isReached = new Set(reached);
  const listed = tasks.filter(({ claimId }) => claimId && (isShown.has(claimId) || !isReached.has(claimId)));
  const claims = await db().claim.findMany({
    where: { id: { in: listed.flatMap(({ claimId }) => claimId ?? []) } },
    select: { id: true, text: true },
  });
  const texts = new Map(claims.map(({ id, text }) => [id, text]));
  return listed.map(({ id, kind, text, claimId, doneAt, note }) => ({
    id,
    kind,
    text,
    claimId,
    claimText: (claimId && texts.get(claimId)) ?? null,
    done: doneAt !== null,
    note,
  }));
}

type Reached = {
  id: string;
  state: string;
  /** It does in its draft, or in what stands for readers; else only in a version that was replaced, if in any. */
  isLeaning: boolean;
};

/**
 * The claims that ever had evidence from these articles, by their id, of those that the viewer sees. However many they are,
 * only their ids are read; the record too where the draft has dropped all of it.
 */
async function claimsReached(viewer: Viewer, { articleIds, reaches }: Downstream): Promise<Reached[]> {
  const rows = await db().$queryRaw<{ id: string; state: string; articleId: string; isInDraft: boolean }[]>`
    SELECT c.id, c.state, e."articleId", bool_or(e."removedAt" IS NULL) AS "isInDraft"
    FROM evidence e JOIN claim c ON c.id = e."claimId"
    WHERE e."articleId" = ANY (${articleIds}::text[]) AND ${seesClaim(viewer, Prisma.sql`e."claimId"`)}
    GROUP BY c.id, c.state, e."articleId" ORDER BY c.id`;
  const reached = rows.filter(({ id, articleId }) => reaches(id, articleId));
  const inDraft = new Set(reached.flatMap(({ id, isInDraft }) => (isInDraft ? [id] : [])));
  const dropped = reached.flatMap(({ id }) => (inDraft.has(id) ? [] : [id]));
  const uses = await evidenceLeaning(db(), { articleId: { in: articleIds }, claimId: { in: dropped } });
  const printed = uses.flatMap(({ claim, articleId }) => (reaches(claim.id, articleId) ? [claim.id] : []));
  const leaning = new Set([...inDraft, ...printed]);
  const states = new Map(reached.map(({ id, state }) => [id, state]));
  return [...states].map(([id, state]) => ({ id, state, isLeaning: leaning.has(id) }));
}

type LeaningPublication = { dto: DependantPublicationDto; record: PublicationRecord };

/** Every published version of these claims that shows or describes evidence from the articles, whatever the draft has become since. */
async function leaningPublications(
  { articleIds, reaches }: Downstream,
  claimIds: string[],
  /** By claim, the articles that fall with the source. */
  fallen: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<LeaningPublication[]> {
  const rowsOfAll = await db().evidence.findMany({
    where: { articleId: { in: articleIds }, claimId: { in: claimIds } },
    select: { id: true, claimId: true, articleId: true, disclosure: true, removedAt: true },
  });
  const evidence = rowsOfAll.filter(({ claimId, articleId }) => reaches(claimId, articleId));
  const ids = new Set(evidence.map(({ id }) => id));
  const falls = ({ claimId, articleId }: { claimId: string; articleId: string }) =>
    fallen.get(claimId)?.has(articleId) ?? true;
  const falling = new Set(evidence.filter(falls).map(({ id }) => id));
  // A record lists what it withholds only as commitments: whose they are is known from the draft.
  const withheld = new Set(
    evidence
      .filter(({ disclosure, removedAt }) => disclosure === "withheld" && removedAt === null)
      .map(({ claimId }) => claimId),
  );
  const rows = await db().publication.findMany({
    where: { claimId: { in: evidence.map(({ claimId }) => claimId) } },
    orderBy: [{ slug: "asc" }, { version: "asc" }],
    select: { slug: true, version: true, kind: true, claimId: true, publishedAt: true, recordText: true },
  });
  const latest = new Map(rows.map((row) => [row.slug, row]));
  return rows.flatMap((row) => {
    if (row.kind !== "publication") return [];
    const record = JSON.parse(row.recordText) as PublicationRecord;
    const evidenceIds = record.evidence.map(({ id }) => id).filter((id) => ids.has(id));
    const isWithheld = withheld.has(row.claimId) && record.withheld.length > 0;
    if (evidenceIds.length === 0 && !isWithheld) return [];
    const dto = {
      slug: row.slug,
      version: row.version,
      kind: "publication" as const,
      claimId: row.claimId,
      publishedAt: row.publishedAt.toISOString(),
      standing: latest.get(row.slug) === row,
      retracted: latest.get(row.slug)?.kind === "retraction",
      evidenceIds,
      sentences: leaningSentences(record, ids, falling),
    };
    return [{ dto, record }];
  });
}

function weigh(
  viewer: Viewer,
  current: CurrentRevision,
  articleId: string,
  standing: PublicationRecord | null,
  now: Date,
): Omit<DependantClaimDto, "publishAt"> {
  const { dossier } = current;
  const ways = waysTo(articleId, dossier.attributions);
  const evidence = dossier.evidence.filter((item) => ways.has(item.articleId));
  const evidenceIds = evidence.map(({ id }) => id);
  const fallen = fallenWith(articleId, dossier.attributions);
  const fallingIds = evidence.filter((item) => fallen.has(item.articleId)).map(({ id }) => id);
  const { issues, newIssues } = weighedIssues(current, fallen, standing, now);
  const blind = isBlind(viewer, dossier);
  return {
    id: dossier.claim.id,
    text: dossier.claim.text,
    state: dossier.claim.state,
    evidenceIds,
    direct: evidence.some((item) => item.articleId === articleId),
    ways: [...new Set(evidence.map((item) => item.articleId))]
      .filter((id) => id !== articleId)
      .map((id) => wayDto(ways.get(id)!, current)),
    sentences: blind
      ? { hidden: true }
      : leaningSentences(dossier.verdict, new Set(evidenceIds), new Set(fallingIds)),
    gateWithout: blind
      ? { hidden: true, passes: null, issues: withoutTelling(issues), newIssues: withoutTelling(newIssues) }
      : { passes: issues.length === 0, issues, newIssues },
  };
}

function wayDto(way: string[], { dossier }: CurrentRevision): WayDto {
  const articles = new Map(dossier.articles.map((article) => [article.id, article]));
  return way.map((id) => ({
    articleId: id,
    outlet: articles.get(id)?.outlet ?? null,
    title: articles.get(id)?.title ?? null,
  }));
}

/** Lines of which a claim has one at most, whose words tell how much is there. */
const toldByAmount = new Set(["origins-too-few", "other-side-not-searched"]);

/** What an issue says is missing: the place of a sentence may shift, and amounts may be told anew, without anything being lost. */
function whatIsMissing({ code, message }: Issue): string {
  return toldByAmount.has(code) ? code : `${code}\n${message}`;
}

/**
 * The gate without the article and what falls with it; `newIssues` are what would be lost by it, and nothing that is missing
 * with it too. The reviews are held against what they were about: losing the article is weighed, not that it changed the
 * basis. What an editor overrode when signing still counts as overridden, as long as the line is the same with the article
 * and without.
 */
function weighedIssues(
  current: CurrentRevision,
  fallen: ReadonlySet<string>,
  standing: PublicationRecord | null,
  now: Date,
): { issues: Issue[]; newIssues: Issue[] } {
  const { dossier, settings, basisHash } = current;
  const options = {
    ratings: settings.ratings,
    // It is about the draft as a whole, whatever it rests on.
    settings: { ...settings.gate, legalRead: "off" as const },
    signerId: null,
    basisHash,
    now: now.toISOString(),
  };
  const smaller = withoutArticles(dossier, fallen);
  const side = sideOfRating(dossier.verdict.rating, settings.ratings);
  const losesOrigins = independence({ ...smaller, side }).count < independence({ ...dossier, side }).count;
  const before = new Set(gateIssues(dossier, options).map(whatIsMissing));
  const isNew = (issue: Issue) =>
    !before.has(whatIsMissing(issue)) || (issue.code === "origins-too-few" && losesOrigins);
  const without = gateIssues(smaller, options);
  const overridden = new Set(standing?.overrides.map(({ code }) => code) ?? []);
  return {
    issues: without.flatMap((issue) =>
      isNew(issue) ? [asLost(issue)] : overridden.has(issue.code) ? [] : [issue],
    ),
    newIssues: without.filter(isNew).map(asLost),
  };
}

/** The gate's words of a sentence that would lose its evidence: it does cite some, and nothing is to be done about it yet. */
function asLost(issue: Issue): Issue {
  if (issue.code !== "sentence-uncovered") return issue;
  return {
    ...issue,
    message: issue.message.replace(/ cites no evidence\. .*$/u, " would cite nothing."),
  };
}

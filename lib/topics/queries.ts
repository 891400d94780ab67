import "server-only";
import { seesClaim } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import { db, Prisma, type Tx } from "../core/db.server";
import { loadSettings } from "../settings/settings.server";

export type TopicRow = {
  name: string;
  claims: number;
  /** Claims that are being worked on. */
  open: number;
  isRetired: boolean;
  /** What it was called before. */
  before: string[];
};

/** Every topic that a claim has or that was retired, by name; for who sees not all claims, of theirs and of what is public. */
export async function listTopics(viewer: Sight): Promise<TopicRow[]> {
  const [rows, { topics }] = await Promise.all([
    db().$queryRaw<{ name: string; claims: number; open: number }[]>`
      SELECT t.name, count(*)::int AS claims,
        count(*) FILTER (WHERE c.state IN ('new', 'researching', 'in-review', 'ready'))::int AS open
      FROM claim c, unnest(c.topics) AS t(name)
      WHERE ${seesClaim(viewer, Prisma.sql`c.id`)} OR c.state IN ('published', 'retracted') GROUP BY t.name`,
    loadSettings(),
  ]);
  const unused = topics.retired.filter((name) => !rows.some((row) => row.name === name));
  return [...rows, ...unused.map((name) => ({ name, claims: 0, open: 0 }))]
    .map((row) => ({
      ...row,
      isRetired: topics.retired.includes(row.name),
      before: topics.moved.filter(({ to }) => to === row.name).map(({ from }) => from),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Every topic that a claim has, by name, for a setting that names some. */
export async function topicsOfClaims(viewer: Sight): Promise<string[]> {
  return (await listTopics(viewer)).filter(({ claims }) => claims > 0).map(({ name }) => name);
}

/** So many claims are looked at for what to offer: as quick in a newsroom of a million claims as in one of a thousand. */
const offeredFrom = 2_000;

/** Topics to offer where one is typed: of the newest claims that the person sees, not retired, the most used first. */
export async function offeredTopics(viewer: Sight): Promise<string[]> {
  const [rows, { topics }] = await Promise.all([
    db().$queryRaw<{ name: string }[]>`
      SELECT t.name FROM (
        SELECT c.topics FROM ${claimsForTopics(viewer)} c ORDER BY c.id DESC LIMIT ${offeredFrom}
      ) newest, unnest(newest.topics) AS t(name)
      GROUP BY t.name ORDER BY count(*) DESC, t.name LIMIT 200`,
    loadSettings(),
  ]);
  return rows
    .map(({ name }) => name)
    .filter((name) => !topics.retired.includes(name))
    .slice(0, 100);
}

/** The claims whose topics are offered to who sees all, or their own and what is public, each kind from its own index. */
function claimsForTopics(viewer: Sight): Prisma.Sql {
  if (viewer.sees === "everything") return Prisma.sql`claim`;
  const inState = (state: string) => Prisma.sql`(
    SELECT p.id, p.topics FROM claim p WHERE p.state = ${state} ORDER BY p.id DESC LIMIT ${offeredFrom})`;
  return Prisma.sql`(
    ${inState("published")} UNION ALL ${inState("retracted")} UNION ALL
    SELECT w.id, w.topics FROM own_claims(${viewer.id}) o JOIN claim w ON w.id = o.id
    WHERE w.state NOT IN ('published', 'retracted'))`;
}

/** Whether any claim has the topic. */
export async function isTopicUsed(tx: Tx, name: string): Promise<boolean> {
  return (await tx.claim.count({ where: { topics: { has: name } }, take: 1 })) > 0;
}

import "server-only";
import { can } from "../access/can";
import { claimsSeen, mayNameId } from "../access/sight.server";
import type { Sight, Viewer } from "../access/viewer";
import { decodeCursor, page } from "../core/cursor";
import { db, type Prisma } from "../core/db.server";
import type { TipDto } from "./dto";
import { tipStates, type ListTipsInput, type TipState } from "./schema";

const select = {
  id: true,
  text: true,
  url: true,
  contact: true,
  state: true,
  reason: true,
  note: true,
  claimId: true,
  createdAt: true,
  decidedAt: true,
  decidedById: true,
} satisfies Prisma.TipSelect;

/** More tips than this say the same as one claim, or wait, only in an organised campaign. */
const mostCounted = 1_000;

type TipRow = Prisma.TipGetPayload<{ select: typeof select }>;

async function tipDtos(rows: TipRow[]): Promise<TipDto[]> {
  const ids = [...new Set(rows.flatMap(({ decidedById }) => decidedById ?? []))];
  const people =
    ids.length === 0
      ? []
      : await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const byId = new Map(people.map((person) => [person.id, person]));
  return rows.map(({ decidedById, ...row }) => ({
    ...row,
    state: row.state as TipState,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: (decidedById && byId.get(decidedById)) || null,
  }));
}

/** The inbox is for who sees the whole desk; others see tips that they decided about, or whose claim is theirs. */
async function tipsSeen(viewer: Sight): Promise<Prisma.TipWhereInput> {
  if (viewer.sees === "everything") return {};
  const claimId = await claimsSeen(viewer);
  return { OR: [{ decidedById: viewer.id }, { state: "chosen", claimId }] };
}

/** Tips that hold what was typed, as it was typed, in small or capital letters. */
function holding(q: string | undefined): Prisma.TipWhereInput {
  const words = q?.trim();
  if (!words) return {};
  // To the database these are signs for any letters.
  const here = { contains: words.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
  return { OR: [{ text: here }, { url: here }, { contact: here }, { note: here }] };
}

/** How many tips there are in each state that hold `q`, each counted up to 1,000; none for who may not read the desk. */
export async function countTips(viewer: Viewer, q?: string): Promise<Record<TipState, number>> {
  const where = can(viewer, "desk.read") ? { AND: [await tipsSeen(viewer), holding(q)] } : null;
  const counted = await Promise.all(
    tipStates.map(async (state) => {
      const count = where ? await db().tip.count({ where: { ...where, state }, take: mostCounted }) : 0;
      return [state, count] as const;
    }),
  );
  return Object.fromEntries(counted) as Record<TipState, number>;
}

/** One page of tips, newest first; nothing for who may not read the desk. A cursor that is not ours is the beginning. */
export async function listTips(
  viewer: Viewer,
  input: ListTipsInput,
): Promise<{ items: TipDto[]; nextCursor: string | null }> {
  if (!can(viewer, "desk.read")) return { items: [], nextCursor: null };
  const [at, id] = decodeCursor(input.cursor, 2) ?? [];
  const from =
    typeof at === "string" && typeof id === "string" && !Number.isNaN(Date.parse(at))
      ? { at: new Date(at), id }
      : null;
  const rows = await db().tip.findMany({
    where: {
      AND: [await tipsSeen(viewer), holding(input.q)],
      ...(input.state ? { state: input.state } : {}),
      ...(from ? { OR: [{ createdAt: { lt: from.at } }, { createdAt: from.at, id: { lt: from.id } }] } : {}),
    },
    select,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: input.limit + 1,
  });
  const shown = page(rows, input.limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { items: await tipDtos(shown.items), nextCursor: shown.nextCursor };
}

/** One tip; null when there is none or the viewer may not see it. */
export async function getTip(viewer: Viewer, tipId: string): Promise<TipDto | null> {
  if (!can(viewer, "desk.read")) return null;
  const row = await db().tip.findUnique({ where: { id: tipId }, select });
  return row && (await mayNameId(viewer, tipId)) ? ((await tipDtos([row]))[0] ?? null) : null;
}

/** The tip that a claim was made of, and how many others say the same; null for a claim of the desk's own that nobody sent. */
export async function tipsOfClaim(
  viewer: Viewer,
  claimId: string,
): Promise<{ from: Pick<TipDto, "id" | "text" | "url" | "createdAt"> | null; others: number } | null> {
  if (!can(viewer, "desk.read")) return null;
  const rows = await db().tip.findMany({
    where: { AND: await tipsSeen(viewer), claimId },
    select: { id: true, text: true, url: true, createdAt: true, state: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: mostCounted,
  });
  if (rows.length === 0) return null;
  const first = rows.find(({ state }) => state === "chosen");
  const from = first && {
    id: first.id,
    text: first.text,
    url: first.url,
    createdAt: first.createdAt.toISOString(),
  };
  return { from: from ?? null, others: rows.length - (from ? 1 : 0) };
}

/** How many tips wait for a decision. */
export async function countNewTips(viewer: Sight): Promise<number> {
  return viewer.sees === "own" ? 0 : db().tip.count({ where: { state: "new" } });
}

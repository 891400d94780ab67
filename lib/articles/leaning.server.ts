import "server-only";
import type { Prisma, Reader } from "../core/db.server";
import type { PublicationRecord } from "../publications/record";

/** One use of a passage by a claim: as evidence, in the draft or in what is published, or as the place where it appeared. */
export type Leaning = {
  claim: { id: string; text: string; state: string; slug: string | null };
  evidenceId: string | null;
  quoteId: string;
  articleId: string;
  use: "evidence" | "appearance";
  /** It stands in the draft; what was removed may still stand in the publication. */
  isInDraft: boolean;
  /** How the standing publication shows it; null when it does not, or nothing stands. */
  published: "public" | "described" | "withheld" | null;
};

const claimOf = {
  id: true,
  text: true,
  state: true,
  slug: true,
  publications: {
    orderBy: { version: "desc" },
    take: 1,
    select: { kind: true, recordText: true },
  },
} satisfies Prisma.ClaimSelect;

type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimOf }>;

/** The record that stands for readers now; null when nothing does. */
function standingRecord(claim: Pick<ClaimRow, "publications">): PublicationRecord | null {
  const latest = claim.publications[0];
  return latest?.kind === "publication" ? (JSON.parse(latest.recordText) as PublicationRecord) : null;
}

/** Every use of passages as evidence, by drafts and by standing publications. */
export async function evidenceLeaning(reader: Reader, where: Prisma.EvidenceWhereInput): Promise<Leaning[]> {
  const rows = await reader.evidence.findMany({
    where,
    orderBy: [{ claimId: "asc" }, { addedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      quoteId: true,
      articleId: true,
      removedAt: true,
      disclosure: true,
      claim: { select: claimOf },
    },
  });
  const records = new Map(rows.map(({ claim }) => [claim.id, standingRecord(claim)]));
  return rows.flatMap(({ claim, id, quoteId, articleId, removedAt, disclosure }) => {
    const record = records.get(claim.id) ?? null;
    const printed = record?.evidence.find((item) => item.id === id)?.disclosure ?? null;
    const isWithheld =
      record !== null &&
      printed === null &&
      removedAt === null &&
      disclosure === "withheld" &&
      record.withheld.length > 0;
    const published = printed ?? (isWithheld ? ("withheld" as const) : null);
    if (removedAt !== null && published === null) return [];
    const { publications: _p, ...plain } = claim;
    const use = { claim: plain, evidenceId: id, quoteId, articleId, use: "evidence" as const };
    return [{ ...use, isInDraft: removedAt === null, published }];
  });
}

/** Claims whose own words were found in these passages. */
export async function appearanceLeaning(reader: Reader, quoteIds: readonly string[]): Promise<Leaning[]> {
  const rows = await reader.claim.findMany({
    where: { appearanceQuoteId: { in: [...quoteIds] } },
    orderBy: { id: "asc" },
    select: { ...claimOf, appearance: { select: { id: true, articleId: true } } },
  });
  return rows.flatMap(({ appearance, publications, ...claim }) =>
    appearance
      ? [
          {
            claim,
            evidenceId: null,
            quoteId: appearance.id,
            articleId: appearance.articleId,
            use: "appearance" as const,
            isInDraft: true,
            published: standingRecord({ publications }) ? ("public" as const) : null,
          },
        ]
      : [],
  );
}

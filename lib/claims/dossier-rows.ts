import type { Prisma } from "../../prisma/client";
import { wordOutcomes } from "../articles/standing-drift";

/** What is read of a claim, and the shapes of its rows. */
export const dossierInclude = {
  figures: { orderBy: { start: "asc" } },
  appearance: true,
  evidence: {
    where: { removedAt: null },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    include: {
      quote: {
        include: {
          figures: { orderBy: { start: "asc" } },
          capture: { select: { id: true, sha256: true, method: true, capturedAt: true, contentType: true } },
          // That nobody could look last time takes nothing back.
          checks: {
            where: { outcome: { in: [...wordOutcomes] } },
            orderBy: [{ checkedAt: "desc" }, { id: "desc" }],
            take: 1,
          },
        },
      },
    },
  },
  reviews: {
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
    include: { reviewer: { select: { name: true } } },
  },
  verdict: true,
  comparisons: { orderBy: { id: "asc" } },
  disagreements: { where: { status: { not: "withdrawn" } }, orderBy: { id: "asc" } },
  searches: { where: { withdrawnAt: null }, orderBy: { id: "asc" } },
  replies: {
    where: { withdrawnAt: null },
    orderBy: { id: "asc" },
    include: {
      reminders: { where: { withdrawnAt: null }, orderBy: [{ sentAt: "asc" }, { id: "asc" }] },
      capture: { select: { id: true, sha256: true, capturedAt: true } },
    },
  },
  legalReads: {
    where: { kind: { not: "withdrawn" }, withdrawal: null },
    orderBy: [{ notedAt: "asc" }, { id: "asc" }],
  },
  corrections: { where: { closedAt: null } },
  publications: {
    orderBy: { version: "asc" },
    select: {
      version: true,
      kind: true,
      publishedAt: true,
      sha256: true,
      correctionClass: true,
      correctionReason: true,
      slug: true,
    },
  },
  parts: {
    include: {
      verdict: { select: { rating: true } },
      publications: {
        orderBy: { version: "desc" },
        take: 1,
        select: { slug: true, version: true, sha256: true, kind: true, claimText: true, rating: true },
      },
    },
    orderBy: { id: "asc" },
  },
} satisfies Prisma.ClaimInclude;

export type ClaimWithAll = Prisma.ClaimGetPayload<{ include: typeof dossierInclude }>;
export type ArticleWithOutlet = Prisma.ArticleGetPayload<{ include: { outlet: true; conversation: true } }>;
export type AttributionWithOrigin = Prisma.AttributionGetPayload<{ include: { toOrigin: true } }>;

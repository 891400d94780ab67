import "server-only";
import type { CorrectionClass } from "../claims/dossier";
import type { ClaimState } from "../claims/vocabulary";
import { db } from "../core/db.server";
import type { DeskState } from "./desk-state";
import type { NoticeRecord } from "./record";
import { standingAmong } from "./standing-notices";

type Version = {
  version: number;
  kind: string;
  class: CorrectionClass | null;
  publishedAt: string;
  isFirstFindings: boolean;
  isWithheld: boolean;
};

type Row = {
  claimId: string;
  state: ClaimState;
  correction: CorrectionClass | null;
  publishAt: Date | null;
  /** By version. */
  versions: Version[];
  notices: Pick<NoticeRecord, "kind" | "publishedAt">[];
  isNoticePrepared: boolean;
  isWithholdingAsked: boolean;
};

/** How what is public of these claims stands, by claim; a claim of which nothing was published is not in it. Reads nothing blind. */
export async function deskStatesOf(claimIds: readonly string[]): Promise<Map<string, DeskState>> {
  if (claimIds.length === 0) return new Map();
  const rows = await db().$queryRaw<Row[]>`
    SELECT c.id AS "claimId", c.state, k.class AS correction, p.versions, n.notices,
      (SELECT w."publishAt" FROM schedule w WHERE w."claimId" = c.id AND w.state = 'waiting') AS "publishAt",
      EXISTS (SELECT 1 FROM prepared_notice n WHERE n."claimId" = c.id AND n.state = 'waiting') AS "isNoticePrepared",
      EXISTS (SELECT 1 FROM withholding w WHERE w."claimId" = c.id AND w."confirmedAt" IS NULL AND NOT EXISTS
        (SELECT 1 FROM withholding done WHERE done.slug = w.slug AND done.version = w.version
          AND done."confirmedAt" IS NOT NULL)) AS "isWithholdingAsked"
    FROM claim c
    JOIN LATERAL (
      SELECT json_agg(json_build_object('version', v.version, 'kind', v.kind, 'class', v."correctionClass",
        'publishedAt', v."publishedAt", 'isFirstFindings', (v."recordText"::jsonb) -> 'provisional' <> 'null'::jsonb,
        'isWithheld', EXISTS (SELECT 1 FROM withholding w
          WHERE w.slug = v.slug AND w.version = v.version AND w."confirmedAt" IS NOT NULL))
        ORDER BY v.version) AS versions
      FROM publication v WHERE v."claimId" = c.id) p ON p.versions IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('kind', o.kind, 'publishedAt', o."publishedAt")), '[]') AS notices
      FROM notice o WHERE o."claimId" = c.id) n
    LEFT JOIN correction k ON k."claimId" = c.id AND k."closedAt" IS NULL
    WHERE c.id = ANY(${[...claimIds]})`;
  return new Map(rows.map((row) => [row.claimId, stateOf(row)]));
}

function stateOf(row: Row): DeskState {
  const { state, correction, publishAt, versions, notices, isNoticePrepared, isWithholdingAsked } = row;
  const current = versions.at(-1)!;
  const isRetracted = current.kind === "retraction";
  const hasNone = isRetracted || current.isWithheld;
  const own = current.isFirstFindings
    ? [{ kind: "first-findings" as const, publishedAt: current.publishedAt }]
    : [];
  return {
    version: current.version,
    isRetracted,
    correction: correction && {
      class: correction,
      state,
      publishAt: publishAt?.toISOString() ?? null,
    },
    notices: hasNone ? [] : standingAmong(notices, own, versions).map(({ kind }) => kind),
    isNoticePrepared: isNoticePrepared && !isRetracted,
    isWithheld: current.isWithheld,
    isWithholdingAsked,
  };
}

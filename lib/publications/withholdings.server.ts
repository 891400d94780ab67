import "server-only";
import { db } from "../core/db.server";
import type { AnyRecord, WithholdingReason } from "./record";

/** One request to withhold a version; times are ISO 8601, `confirmed` is `null` while it waits. */
export type WithholdingDto = {
  reasonClass: WithholdingReason;
  askedBy: { id: string; name: string };
  askedRole: string;
  askedAt: string;
  confirmed: { by: string; at: string } | null;
};

/** A published version as the desk withholds it, with its words, which stay for the desk. */
export type VersionToWithholdDto = {
  version: number;
  kind: AnyRecord["kind"];
  publishedAt: string;
  claim: string;
  /** Empty of a retraction. */
  finding: string;
  withholdings: WithholdingDto[];
};

/** Every published version of a claim, newest first, with who asked to withhold it and who confirmed. For editors and admins. */
export async function versionsToWithhold(claimId: string): Promise<VersionToWithholdDto[]> {
  const rows = await db().publication.findMany({
    where: { claimId },
    orderBy: { version: "desc" },
    select: {
      version: true,
      kind: true,
      publishedAt: true,
      claimText: true,
      finding: true,
      withholdings: { orderBy: { requestedAt: "asc" } },
    },
  });
  const ids = rows.flatMap(({ withholdings }) =>
    withholdings.flatMap((one) => [one.requestedById, one.confirmedById ?? []].flat()),
  );
  const people =
    ids.length === 0
      ? []
      : await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? "somebody";
  return rows.map(({ kind, publishedAt, claimText, withholdings, ...row }) => ({
    ...row,
    kind: kind as AnyRecord["kind"],
    publishedAt: publishedAt.toISOString(),
    claim: claimText,
    withholdings: withholdings.map((one) => ({
      reasonClass: one.reasonClass as WithholdingReason,
      askedBy: { id: one.requestedById, name: nameOf(one.requestedById) },
      askedRole: one.requestedRole,
      askedAt: one.requestedAt.toISOString(),
      confirmed:
        one.confirmedById && one.confirmedAt
          ? { by: nameOf(one.confirmedById), at: one.confirmedAt.toISOString() }
          : null,
    })),
  }));
}

/** The published versions of a claim whose text is withheld from readers, in order. */
export async function withheldVersionsOf(claimId: string): Promise<number[]> {
  const rows = await db().withholding.findMany({
    where: { claimId, confirmedAt: { not: null } },
    distinct: ["version"],
    orderBy: { version: "asc" },
    select: { version: true },
  });
  return rows.map(({ version }) => version);
}

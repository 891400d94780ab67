import "server-only";
import { db, type Prisma } from "../core/db.server";
import type { TemplateDto } from "./dto";
import type { OfferedTemplate, TemplateKind } from "./template";

type Row = Prisma.TemplateGetPayload<object>;

function toTemplateDto({ id, kind, name, body, version, retiredAt, updatedAt }: Row): TemplateDto {
  return {
    id,
    kind: kind as TemplateKind,
    name,
    body,
    version,
    isRetired: retiredAt !== null,
    updatedAt: updatedAt.toISOString(),
  };
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

/** Every template, retired ones too, by name. */
export async function listTemplates(): Promise<TemplateDto[]> {
  return (await db().template.findMany()).map(toTemplateDto).sort(byName);
}

/** One template; null when there is none of that id. */
export async function getTemplate(id: string): Promise<TemplateDto | null> {
  const row = await db().template.findUnique({ where: { id } });
  return row && toTemplateDto(row);
}

/** The templates of these kinds that are not retired, by name. */
export async function offeredTemplates(kinds: readonly TemplateKind[]): Promise<OfferedTemplate[]> {
  const rows = await db().template.findMany({
    where: { kind: { in: [...kinds] }, retiredAt: null },
    select: { id: true, kind: true, name: true, body: true },
  });
  return rows.map((row) => ({ ...row, kind: row.kind as TemplateKind })).sort(byName);
}

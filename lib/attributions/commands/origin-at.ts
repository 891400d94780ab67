import "server-only";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";

/** The id of an origin: of the one known under that name and kind where it is named, otherwise of a new one. */
export async function originAt(
  tx: Tx,
  origin: { name: string; kind: string; primary: boolean; naming: string },
): Promise<string> {
  const { kind, primary, naming } = origin;
  const name = origin.name.trim();
  if (naming === "named") {
    const known = await tx.origin.findFirst({ where: { name, naming, kind }, select: { id: true } });
    if (known) return known.id;
  }
  const id = newId();
  await tx.origin.create({ data: { id, name, kind, primary, naming } });
  return id;
}

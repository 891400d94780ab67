import "server-only";
import { db } from "../core/db.server";
import { shortName } from "../core/short-name";
import { cleanText } from "../core/text-input";

/** The first words of a claim, at most 70 characters, to tell windows apart by; null when there is no such claim. */
export async function claimName(claimId: string): Promise<string | null> {
  const row = await db().claim.findUnique({ where: { id: cleanText(claimId) }, select: { text: true } });
  return row && shortName(row.text, 70);
}

import type { Conversation, DossierRegion, TableCell } from "./dossier";
import type { ArticleWithOutlet, ClaimWithAll } from "./dossier-rows";

/** Our own note of a call or meeting, as the dossier holds it. */
export function toConversation(row: NonNullable<ArticleWithOutlet["conversation"]>): Conversation {
  const { who, heldAt, how, notesBy } = row;
  return { who, heldAt, how, notesBy };
}

/** A place with its description, words and cell; `null` for a passage. */
export function toRegion({
  region,
  description,
  words,
  cell,
  confirmedById,
}: Pick<
  ClaimWithAll["evidence"][number]["quote"],
  "region" | "description" | "words" | "cell" | "confirmedById"
>): DossierRegion | null {
  if (region === null) return null;
  return {
    fragment: region,
    description: description ?? "",
    words,
    cell: cell as TableCell | null,
    confirmedById,
  };
}

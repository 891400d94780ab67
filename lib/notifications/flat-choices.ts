import type { SaveChoicesInput } from "./schema";
import { newsKinds, type NewsKind, type NewsWay } from "./kinds";

/** What a person chose, each choice by a name of its own, as in "mention.byMail": so each is compared and put back apart. */
export type FlatChoices = Record<string, string | number | boolean>;

/** The choices by name. */
export function flatChoices({ ways, rhythm, hour }: SaveChoicesInput): FlatChoices {
  const flat = newsKinds.flatMap((kind) => [
    [`${kind}.inApp`, ways[kind].inApp] as const,
    [`${kind}.byMail`, ways[kind].byMail] as const,
  ]);
  return { ...Object.fromEntries(flat), rhythm, hour };
}

/** The choices with some of them as their names say; what is not named stays. */
export function withChoices(kept: SaveChoicesInput, named: Partial<FlatChoices>): SaveChoicesInput {
  const flat = { ...flatChoices(kept), ...named };
  const ways = newsKinds.map((kind): [NewsKind, NewsWay] => [
    kind,
    { inApp: flat[`${kind}.inApp`] === true, byMail: flat[`${kind}.byMail`] === true },
  ]);
  return {
    ways: Object.fromEntries(ways) as Record<NewsKind, NewsWay>,
    rhythm: flat.rhythm as SaveChoicesInput["rhythm"],
    hour: Number(flat.hour),
  };
}

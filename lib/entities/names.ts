/** A name without case, accents and punctuation, for telling whether two may be one; legal forms of firms are left out. */
export function entityKey(name: string): string {
  const folded = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const short = folded.replace(
    /(?: (?:ltd|limited|llc|inc|plc|gmbh|ag|sa|srl|co|corp|corporation|company|group|holdings?))+$/u,
    "",
  );
  return short === "" ? folded : short;
}

type Named = { id: string; name: string; otherNames: readonly string[] };

/** Which of the others bear one of this entity's names, and the name by which they are found. */
export function namesakes(entity: Named, others: readonly Named[]): { id: string; shared: string }[] {
  const own = new Map([entity.name, ...entity.otherNames].map((name) => [entityKey(name), name]));
  return others.flatMap((other) => {
    if (other.id === entity.id) return [];
    const shared = [other.name, ...other.otherNames].find((name) => own.has(entityKey(name)));
    return shared === undefined ? [] : [{ id: other.id, shared }];
  });
}

type Said = Record<"told" | "untold" | "opened" | "unclear", readonly string[]>;

const sees = (names: readonly string[]) =>
  names.length === 1 ? "is an intern and sees" : "are interns and see";

/** What became of the names in a comment, for whoever wrote it; undefined where it names nobody. */
export function toldWords({ told, untold, opened, unclear }: Said): string | undefined {
  const sentences = [
    told.length > 0 ? `Said, and told to ${told.join(", ")}.` : "Said.",
    opened.length > 0 ? `${opened.join(", ")} ${sees(opened)} this claim from now on.` : null,
    untold.length > 0
      ? `Not told to ${untold.join(", ")}, who wants no news of mentions: ask them another way.`
      : null,
    unclear.length > 0
      ? `More than one person is called ${unclear.join(", ")}, so nobody was told by that name: write the whole name.`
      : null,
  ].filter((sentence) => sentence !== null);
  return sentences.length > 1 || told.length > 0 ? sentences.join(" ") : undefined;
}

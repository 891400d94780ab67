type Said = Record<"told" | "untold" | "opened" | "afterReview" | "unclear", readonly string[]>;

const sees = (names: readonly string[]) =>
  names.length === 1 ? "is an intern and sees" : "are interns and see";

/** What became of the names in a comment, for whoever wrote it; undefined where it names nobody. */
export function toldWords({ told, untold, opened, afterReview, unclear }: Said): string | undefined {
  const asked = told.filter((name) => afterReview.includes(name));
  const sentences = [
    told.length > 0 ? `Said, and told to ${told.join(", ")}.` : "Said.",
    opened.length > 0 ? `${opened.join(", ")} ${sees(opened)} this claim from now on.` : null,
    asked.length > 0
      ? `${asked.join(", ")} ${asked.length === 1 ? "reads" : "read"} that you ask them to look, and your words once they have reviewed.`
      : null,
    untold.length > 0
      ? `Not told to ${untold.join(", ")}, who wants no news of mentions: ask them another way.`
      : null,
    unclear.length > 0
      ? `More than one person is called ${unclear.join(", ")}, so nobody was told by that name: write the whole name.`
      : null,
  ].filter((sentence) => sentence !== null);
  return sentences.length > 1 || told.length > 0 ? sentences.join(" ") : undefined;
}

import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { wordDiff } from "@/lib/publications/word-diff";
import { joinChanges } from "./join-changes";
import { VersionChanges } from "./version-changes";

const how = { same: "same", del: "removed", ins: "added" } as const;
const pieces = (was: string, is: string) => wordDiff(was, is).map(({ op, text }) => ({ text, how: how[op] }));
const shown = (was: string, is: string) =>
  joinChanges(pieces(was, is)).map(
    (piece) => `${{ same: "=", removed: "-", added: "+" }[piece.how]}${piece.text}`,
  );

describe("what changed since the last version", () => {
  const was = "We name the people behind it. We check claims that many read, and ask for proof.";
  const is =
    "We name the people behind it. The harbour desk looks at ships and cargo, for each port on the coast.";

  it("shows a sentence of which little survives as replaced", () => {
    expect(shown(was, is)).toEqual([
      "=We name the people behind it. ",
      "-We check claims that many read, and ask for proof",
      "+The harbour desk looks at ships and cargo, for each port on the coast",
      "=.",
    ]);
  });

  it("keeps what is worth seeing between small changes, and never joins two sentences", () => {
    expect(shown("It paid $42 million in May.", "It paid $43 million in June.")).toEqual([
      "=It paid ",
      "-$42",
      "+$43",
      "= million in ",
      "-May",
      "+June",
      "=.",
    ]);
    const two = shown(`${was} No. It had 42.`, `${is} No. It had 43.`);
    expect(two.slice(-4)).toEqual(["=. No. It had ", "-42", "+43", "=."]);
  });

  it("loses nothing of either text", () => {
    const joined = (skip: string) =>
      joinChanges(pieces(was, is))
        .filter((piece) => piece.how !== skip)
        .map(({ text }) => text)
        .join("");
    expect(joined("added")).toBe(was);
    expect(joined("removed")).toBe(is);
  });

  it("puts a blank between what was taken out and what was put in", () => {
    const html = renderToStaticMarkup(
      <VersionChanges changes={[{ field: "Text", pieces: pieces(was, is) }]} />,
    );
    expect(html).toMatch(/<\/del> <ins/);
  });

  it("marks a wholly new paragraph at its side, and underlines words that were put into one", () => {
    const html = (now: string) =>
      renderToStaticMarkup(
        <VersionChanges changes={[{ field: "Text", pieces: pieces("One.\n\nTwo.", now) }]} />,
      );
    const ins = (now: string) =>
      html(now)
        .match(/<ins[^>]*>/g)!
        .map((tag) => (tag.includes("border-l-4") ? "side" : "underlined"));
    expect(ins("One.\n\nAll of this is new.\n\nTwo.")).toEqual(["side"]);
    expect(ins("One.\n\nTwo.\n\nAll of this is new.")).toEqual(["side"]);
    expect(ins("One.\n\nNearly two.")).toEqual(["underlined"]);
    expect(ins("One.\n\nThree.")).toEqual(["underlined"]);
    expect(ins("One and a half.\n\nAll of this is new.\n\nTwo.")).toEqual(["underlined", "side"]);
    expect(ins("Then One.\n\nTwo.")).toEqual(["underlined"]);
    expect(ins("Nearly one.\n\nTwo.")).toEqual(["underlined"]);
  });

  it("marks nothing at its side that is a word in the place of another", () => {
    const html = renderToStaticMarkup(
      <VersionChanges changes={[{ field: "Rating", pieces: pieces("Disputed", "Misleading") }]} />,
    );
    expect(html).not.toContain("border-l-4");
  });
});

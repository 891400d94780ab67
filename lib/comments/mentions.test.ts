import { describe, expect, it } from "vitest";
import { mentionsIn } from "./mentions";

const people = [
  { id: "iryna", name: "Iryna Koval", handle: "ikoval" },
  { id: "marko", name: "Marko Lind", handle: "marko.lind" },
  { id: "other", name: "Marko Lindberg", handle: "mlb" },
  { id: "zoe", name: "Zoë Ünal", handle: "zoe" },
  { id: "olena", name: "Олена Гнатюк", handle: "olena.h" },
  { id: "single", name: "Prince", handle: "prince" },
];
const ids = (text: string) => mentionsIn(text, people).found.map(({ id }) => id);

describe("a comment names", () => {
  it.each([
    ["@Iryna Koval, look at this", ["iryna"]],
    ["Please, @iryna koval.", ["iryna"]],
    ["@Iryna  Koval", ["iryna"]],
    ["@iryna can you?", ["iryna"]],
    ["(@ikoval)", ["iryna"]],
    ["@marko.lind has it", ["marko"]],
    ["@Marko Lind and @Marko Lindberg", ["marko", "other"]],
    ["@Marko Lindberg", ["other"]],
    ["@Zoe\u0308 U\u0308nal", ["zoe"]],
    ["@Олена, подивись", ["olena"]],
    ["@Олена Гнатюк", ["olena"]],
    ["@prince", ["single"]],
    ["@iryna @iryna", ["iryna", "iryna"]],
    ["First line\n@Iryna Koval", ["iryna"]],
  ])("%j: %j", (text, expected) => expect(ids(text)).toEqual(expected));

  it.each([
    ["nobody in an e-mail address", "write to desk@iryna.example or x@ikoval"],
    ["nobody inside a longer word", "@irynaX and @ikovalenko"],
    ["nobody when nobody is called so", "@Petra, @ everyone, @@, @"],
    ["nobody without the @", "Iryna Koval"],
    ["nobody over a line's end", "@Marko\nLind"],
  ])("%s", (_what, text) => expect(mentionsIn(text, people).found).toEqual([]));

  it("nobody by a first name that two people have, and says which", () => {
    expect(mentionsIn("@Marko, and again @marko", people)).toEqual({
      found: [],
      unclear: ["Marko", "marko"],
    });
  });

  it("at offsets that give the words back", () => {
    const text = "Ask @Iryna Koval, then @prince.";
    const said = mentionsIn(text, people).found.map(({ start, end }) => text.slice(start, end));
    expect(said).toEqual(["@Iryna Koval", "@prince"]);
  });

  it("in time that grows with the text alone", () => {
    expect(mentionsIn("@".repeat(5_000) + "@Iryna ".repeat(500), people).found.length).toBe(500);
  });
});

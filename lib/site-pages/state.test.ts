import { describe, expect, it, test } from "vitest";
import { defaultRatings } from "../settings/ratings";
import { contentOf } from "./pages";
import { pageState, whyNotSign, type PageFacts } from "./state";
import { pageChanges } from "./versions";

const draft = (number: number, text: string, forSignature = true) => ({
  number,
  content: { text },
  forSignature,
});
const signed = (draftNumber: number, text: string) => ({ version: 1, draftNumber, content: { text } });

describe("where a page stands", () => {
  test.each<[string, PageFacts, string]>([
    ["nothing written", { draft: null, signed: null }, "empty"],
    ["a first draft", { draft: draft(1, "a", false), signed: null }, "draft"],
    ["a finished one", { draft: draft(1, "a"), signed: null }, "waiting"],
    ["the signed draft", { draft: draft(1, "a"), signed: signed(1, "a") }, "published"],
    ["a newer draft", { draft: draft(2, "b", false), signed: signed(1, "a") }, "draft"],
    ["a newer finished one", { draft: draft(2, "b"), signed: signed(1, "a") }, "waiting"],
    ["the old words again", { draft: draft(3, "a"), signed: signed(1, "a") }, "published"],
  ])("%s", (_, facts, state) => expect(pageState(facts)).toBe(state));
});

describe("why somebody cannot sign", () => {
  const waiting = { draft: draft(2, "b"), signed: signed(1, "a") };
  test.each([
    ["wrote nothing", "other", false, null],
    ["wrote part of it", "author", false, "four-eyes"],
    ["wrote part of it, alone at the desk", "author", true, null],
  ] as const)("who %s", (_, viewerId, isOnePersonDesk, code) => {
    const reason = whyNotSign(waiting, viewerId, { authorIds: ["author"], isOnePersonDesk });
    expect(reason?.code ?? null).toBe(code);
  });

  it("says first that there is nothing to sign, or that it is not finished", () => {
    const context = { authorIds: ["author"], isOnePersonDesk: false };
    const same = { draft: draft(1, "a"), signed: signed(1, "a") };
    expect(whyNotSign(same, "author", context)?.code).toBe("nothing-to-sign");
    const open = { draft: draft(1, "a", false), signed: null };
    expect(whyNotSign(open, "author", context)?.code).toBe("not-finished");
  });
});

describe("what is kept of a page", () => {
  const scale = [...defaultRatings];
  it("is the scale with the ratings alone, and the codes with the contact alone, in one order", () => {
    const given = { text: "x", scale, signatoryOf: ["efcsn" as const, "ifcn" as const] };
    expect(contentOf("about", given)).toEqual({ text: "x" });
    expect(Object.keys(contentOf("ratings", given))).toEqual(["text", "scale"]);
    expect(contentOf("contact", given)).toEqual({ text: "x", signatoryOf: ["ifcn", "efcsn"] });
  });

  it("differs word by word, in the scale and the codes too, and in nothing that is equal", () => {
    const words = {
      text: "Text",
      scale: "Scale",
      signatoryOf: "Codes",
      codes: { ifcn: "IFCN", efcsn: "EFCSN" },
    };
    const other = scale.map((rating) =>
      rating.code === "disputed" ? { ...rating, label: "Wrong" } : rating,
    );
    const changes = pageChanges(
      { text: "We read one original.", scale, signatoryOf: [] },
      { text: "We read one original.", scale: other, signatoryOf: ["ifcn"] },
      words,
    );
    expect(changes.map(({ label }) => label)).toEqual(["Scale", "Codes"]);
    expect(changes[0]!.diff.filter(({ op }) => op !== "same").map(({ text }) => text)).toEqual([
      "Disputed",
      "Wrong",
    ]);
  });

  it("shows a text as readers see it, and marks of Markdown only where nothing else differs", () => {
    const words = { text: "Text", scale: "Scale", signatoryOf: "Codes", codes: { ifcn: "", efcsn: "" } };
    const added = (was: string, is: string) =>
      pageChanges({ text: was }, { text: is }, words)[0]!
        .diff.filter(({ op }) => op === "ins")
        .map(({ text }) => text.trim());
    expect(added("We check.", "We check.\n\n## Who we are")).toEqual(["Who we are"]);
    expect(added("Who we are", "## Who we are").join("")).toContain("##");
  });
});

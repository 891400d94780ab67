import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldInWords } from "./field-words";
import { issueInForm, saysWhich } from "./issue-field";
import { parseInput } from "./parse-input";
import { text } from "./text-input";

const place = z.strictObject({ region: text({ max: 20 }), description: text({ max: 20 }) });
const schema = z.strictObject({
  shows: text({ max: 20 }).optional(),
  decisive: z.strictObject({ reason: text({ max: 20 }) }).optional(),
  quote: z.union([z.strictObject({ exact: text({ max: 9 }) }), place]).optional(),
  topics: z.array(text({ max: 5 })).optional(),
  overrides: z.array(z.strictObject({ code: z.enum(["a", "b"]), reason: text({ max: 5 }) })).optional(),
  parts: z
    .array(z.strictObject({ places: z.array(place), origin: z.strictObject({ fullName: text({ max: 5 }) }) }))
    .optional(),
  reach: z.number().int().min(0).optional(),
});

function refusal(input: unknown) {
  const read = parseInput(schema, input);
  if (read.ok) throw new Error("This was taken.");
  return read.error;
}

describe("a refusal says which field it is about, in the words of its form", () => {
  it.each([
    ["a field", { shows: " " }, "What it shows: Write something here."],
    ["an object in an object", { decisive: { reason: "" } }, "Decisive, because: Write something here."],
    [
      "a row",
      { topics: ["a", "b", "longer"] },
      "Topics, row 3: Too long: 5 characters at most, and this has 6 characters.",
    ],
    [
      "an object in a row",
      { overrides: [{ code: "a", reason: "" }] },
      "Overrides, row 1, reason: Write something here.",
    ],
    [
      "a choice in a row",
      {
        overrides: [
          { code: "a", reason: "x" },
          { code: "c", reason: "x" },
        ],
      },
      "Overrides, row 2, code: This is one of: a, b.",
    ],
    [
      "a row in a row",
      { parts: [{ places: [{ region: "x", description: "" }], origin: { fullName: "x" } }] },
      "Parts, row 1, places, row 1, description: Write something here.",
    ],
    [
      "objects in a row",
      { parts: [{ places: [], origin: { fullName: "" } }] },
      "Parts, row 1, origin, full name: Write something here.",
    ],
    ["one of two ways", { quote: { exact: "" } }, "Quote: Write something here."],
    [
      "the other of two ways",
      { quote: { region: "page=1", description: "" } },
      "Quote, description: Write something here.",
    ],
    ["neither of two ways", { quote: { what: 1 } }, "Quote: This is given in none of the ways it can be."],
    ["something missing", { decisive: {} }, "Decisive, because: This is missing."],
    ["another kind of thing", { topics: "a" }, "Topics: Give this as a list."],
    ["a number out of bounds", { reach: -1 }, "Reach: Write 0 or more."],
    ["an unknown field", { decisive: { reason: "x", who: "y" } }, 'Decisive: There is no field "who" here.'],
    ["nothing in particular", "x", "Give this as an object with named fields."],
  ])("%s", (_what, input, says) => {
    expect(refusal(input).detail).toBe(says);
    expect(saysWhich(refusal(input).issues![0]!)).toBe(says);
  });

  it("keeps the path for machines, and the message without the name for the place beside the field", () => {
    expect(refusal({ topics: ["a", "longer"] }).issues).toEqual([
      {
        code: "not-valid",
        field: "topics.1",
        message: "Too long: 5 characters at most, and this has 6 characters.",
        label: "Topics, row 2",
      },
    ]);
  });

  it("counts rows from 1 and says nothing of the whole", () => {
    expect([fieldInWords([]), fieldInWords([0]), fieldInWords(["notesBy"])]).toEqual([
      "",
      "Row 1",
      "Notes by",
    ]);
  });
});

describe("in a form a refusal stands at the form's own field, under the form's own label", () => {
  const form = new FormData();
  for (const [name, label] of [
    ["exact", "Paste the words"],
    ["decisiveReason", "Decisive, because"],
    ["translation", "Our translation"],
    ["translator", "Translated by"],
    ["originName", "Name"],
    ["topics", "Topics of it"],
    ["summary.1", "Point 2"],
    ["cell", "Cell"],
    ["table", "Name of the table"],
  ] as const) {
    form.append(name, "x");
    form.append(`$label:${name}`, label);
  }
  form.append("$label:stance", "It");

  it.each([
    ["input.quote.exact", "exact", "Paste the words"],
    ["from.quote.exact", "exact", "Paste the words"],
    ["input.decisive.reason", "decisiveReason", "Decisive, because"],
    ["translation.text", "translation", "Our translation"],
    ["input.translation.translator", "translator", "Translated by"],
    ["input.to.origin.name", "originName", "Name"],
    ["input.topics.3", "topics", "Topics of it, row 4"],
    ["input.summary.1", "summary.1", "Point 2"],
    ["input.quote.cell.table", "table", "Name of the table"],
    ["input.stance", "stance", "It"],
    ["input.nowhere.else", "nowhere.else", "Nowhere, else"],
    ["input", "input", "Nowhere, else"],
  ])("%s is the field %s, called %s", (path, field, label) => {
    const issue = issueInForm({ code: "c", field: path, message: "No.", label: "Nowhere, else" }, form);
    expect([issue.field, saysWhich(issue)]).toEqual([field, `${label}: No.`]);
  });

  it("what the form has a field for leads to it, also where nothing of that was sent", () => {
    const at = (field: string) => issueInForm({ code: "c", field, message: "No." }, form).isOfField;
    expect([at("input.stance"), at("input.nowhere")]).toEqual([true, undefined]);
  });

  it("a refusal of a rule keeps its own words where the form has no such field", () => {
    expect(issueInForm({ code: "c", field: "evidence", message: "Two origins are needed." }, form)).toEqual({
      code: "c",
      field: "evidence",
      message: "Two origins are needed.",
    });
  });
});

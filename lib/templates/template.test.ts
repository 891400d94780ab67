import { describe, expect, it } from "vitest";
import { fieldToBegin, fillField, type OfferedTemplates } from "./fill-field";
import { addTemplateSchema } from "./schema";
import { expandTemplate, placeholders, type TemplateKind, type TemplateValues } from "./template";
import { claimValues, newsroomValues, sayDeadline } from "./values";

const values: TemplateValues = {
  claim: "Seven boats were ordered",
  claimant: "The yard",
  finding: "It was two.",
  deadline: "2 March 2031 at 12:00 UTC",
  newsroom: "The Example Desk",
  today: "1 March 2031",
};
const none = Object.fromEntries(placeholders.map((name) => [name, null])) as TemplateValues;

const expansions: [what: string, kind: TemplateKind, body: string, values: TemplateValues, text: string][] = [
  [
    "fills every placeholder, each time",
    "notice",
    "{claim}: {claim}",
    values,
    `${values.claim}: ${values.claim}`,
  ],
  [
    "knows all of them",
    "notice",
    placeholders.map((p) => `{${p}}`).join("|"),
    values,
    Object.values(values).join("|"),
  ],
  ["leaves a gap that is seen", "reply-letter", "Dear {claimant},", none, "Dear [claimant],"],
  ["takes an empty value for none", "notice", "{finding}", { ...none, finding: "  " }, "[finding]"],
  [
    "expands no value again",
    "notice",
    "{claim}",
    { ...values, claim: "{claimant} $& $1" },
    "{claimant} $& $1",
  ],
  ["leaves other braces alone", "notice", "{ } {Claim} {", values, "{ } {Claim} {"],
  ["keeps a value on one line", "correction", "{claim}.", { ...none, claim: " a\n\n# b\tc " }, "a # b c."],
  [
    "makes no HTML and takes none away",
    "notice",
    "<b>{claim}</b>",
    { ...none, claim: "<i>&" },
    "<b><i>&</b>",
  ],
  [
    "lets no value be Markdown",
    "write-up",
    "{claim}",
    { ...none, claim: "*a* _b_ [^1] [c](d) `e`" },
    "\\*a\\* \\_b\\_ \\[^1\\] \\[c\\](d) \\`e\\`",
  ],
  [
    "lets no value begin a list or heading",
    "write-up",
    "{claim}\n{finding}",
    { ...none, claim: "# a", finding: "1. b" },
    "\\# a\n1\\. b",
  ],
  [
    "keeps the template's own Markdown",
    "write-up",
    "## **{newsroom}** [^1]",
    values,
    "## **The Example Desk** [^1]",
  ],
  ["changes nothing in plain text", "decline", "{claim}", { ...none, claim: "*a* [b]" }, "*a* [b]"],
];

describe("a template", () => {
  it.each(expansions)("%s", (_what, kind, body, given, text) => {
    expect(expandTemplate({ kind, body }, given).text).toBe(text);
  });

  it("names its gaps once, in order", () => {
    const body = "{finding} {claim} {finding} {deadline}";
    expect(expandTemplate({ kind: "notice", body }, { ...none, claim: "x" }).gaps).toEqual([
      "finding",
      "deadline",
    ]);
  });
});

describe("what may be written into a template", () => {
  const problem = (body: string) => {
    const read = addTemplateSchema.safeParse({ kind: "notice", name: "A", body });
    return read.success ? null : read.error.issues[0]!.message;
  };

  it.each(["{claimants}", "{Claim}", "{ claim }", "{}", "{the claim}"])(
    "%s is refused in words that list the known ones",
    (unknown) => {
      expect(problem(`Dear {claimant}, ${unknown}`)).toBe(
        `“${unknown}” is none of the placeholders. They are: {claim}, {claimant}, {finding}, {deadline}, {newsroom}, {today}.`,
      );
    },
  );

  it.each(["Nothing to fill in.", "{claim} and {today}", "a lone { is a letter", "} {"])(
    "“%s” is taken",
    (body) => {
      expect(problem(body)).toBeNull();
    },
  );

  it("is kept without the spaces around it, its name on one line", () => {
    const given = { kind: "notice", name: "  To   the yard ", body: "\r\n a\r\nb \n" };
    expect(addTemplateSchema.parse(given)).toEqual({ kind: "notice", name: "To the yard", body: "a\nb" });
  });
});

describe("a field", () => {
  const template = {
    id: "t1",
    kind: "notice",
    name: "Under review",
    body: "{newsroom} looks at {claimant}.",
  } as const;
  const offered: OfferedTemplates = {
    items: [template],
    values: { ...values, claimant: null },
    language: "en",
    address: "/x",
  };

  it("that is empty is filled, and says what is still to be written", () => {
    expect(fieldToBegin("notice", " \n", { ...offered, chosen: "t1" })).toEqual({
      value: "The Example Desk looks at [claimant].",
      said: "Filled from “Under review”. Still to be written: [claimant].",
    });
    expect(fillField("", template, values).said).toBe("Filled from “Under review”.");
  });

  it("that has words keeps them, and says so", () => {
    expect(fieldToBegin("notice", "Mine.", { ...offered, chosen: "t1" })).toEqual({
      value: "Mine.",
      said: "There are words in the field already, so “Under review” was not used. Empty the field first.",
    });
  });

  it("is as stored when no template of its kind was chosen", () => {
    const stored = { value: "Mine.", said: null };
    expect(fieldToBegin("notice", "Mine.", offered)).toEqual(stored);
    expect(fieldToBegin("correction", "Mine.", { ...offered, chosen: "t1" })).toEqual(stored);
    expect(fieldToBegin("notice", "Mine.", { ...offered, chosen: "t2" })).toEqual(stored);
    expect(fieldToBegin("notice", null)).toEqual({ value: "", said: null });
  });
});

describe("what stands for a placeholder", () => {
  const site = { name: "The Example Desk", language: "en", timeZone: "Pacific/Auckland" };
  const now = new Date("2031-02-28T20:00:00Z");
  const asked = (deadlineAt: string | null) =>
    ({ deadlineAt }) as Parameters<typeof claimValues>[0]["replies"][number];
  const claim = {
    text: "Seven boats",
    claimant: null,
    verdict: { hidden: true, version: 2 },
    replies: [asked("2031-03-02T12:00:00Z"), asked(null), asked("2031-03-02T11:00:00+02:00")],
  } as const;

  it("is what this person sees of the claim: a hidden finding is a gap", () => {
    expect(claimValues({ ...claim, replies: [...claim.replies] }, site, now)).toEqual({
      claim: "Seven boats",
      claimant: null,
      finding: null,
      deadline: "3 March 2031 at 01:00 (Pacific/Auckland)",
      newsroom: "The Example Desk",
      today: "1 March 2031",
    });
  });

  it.each([
    ["uk", "2 березня 2031 р. о 12:00 UTC"],
    ["not a language", "2 March 2031 at 12:00 UTC"],
  ])("is said in the newsroom's language: %s", (language, words) => {
    expect(sayDeadline("2031-03-02T12:00:00Z", { language, timeZone: "UTC" })).toBe(words);
    expect(sayDeadline("soon", { language, timeZone: "UTC" })).toBeNull();
  });

  it("is of no claim where there is none", () => {
    expect(newsroomValues(site, now)).toEqual({ ...none, newsroom: site.name, today: "1 March 2031" });
  });
});

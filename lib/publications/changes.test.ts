import { describe, expect, it } from "vitest";
import { changedKinds, compareRecords, correctionClassProblem } from "./changes";
import { readerLanguages, readerWords } from "../words/reader";
import { aurusRevision } from "./fixtures/aurus-dossier";
import { printedFields } from "./printed-fields";
import type { RevisionRecord } from "./record";

/** A revision with everything filled in, so that each printed leaf can be changed. */
function full(): RevisionRecord {
  const record = aurusRevision({
    writeUp: "Teh report by Reuters counted $34 million. It said “at least” on 28 June 2024.[^e-reuters]",
    searches: [
      {
        where: "UN Comtrade",
        query: "8703",
        found: "nothing",
        note: "no rows",
        searchedAt: "2024-07-01T09:00:00Z",
      },
    ],
    replies: [
      {
        asked: "Aurus LLC",
        role: "criticised",
        how: "email",
        askedAt: "2024-06-30T09:00:00Z",
        deadlineAt: "2024-07-01T09:00:00Z",
        outcome: "replied",
        reply: "No comment.",
      },
    ],
    notObtained: [{ name: "Customs ledger", reason: "not public" }],
    parts: [{ text: "Aurus imported parts", central: true, rating: "confirmed" }],
    provisional: { nextUpdateAt: "2024-07-02T18:00:00Z" },
    withheld: [{ commitment: "c".repeat(64), stance: "supports" }],
    label: "Demonstration, not a finding",
  });
  record.evidence[0]!.translation = { text: "Importe", translator: "Kim Ha" };
  record.evidence[0]!.decisive = { reason: "It is the named original." };
  record.evidence[1]!.region = { fragment: "page=3", description: "Table 2" };
  return record;
}

function edited(change: (record: RevisionRecord) => void): RevisionRecord {
  const record = full();
  change(record);
  return record;
}

type Leaf = { path: string; set: (value: unknown) => void; value: unknown };

function leaves(node: unknown, path: string, set: Leaf["set"] = () => undefined): Leaf[] {
  if (node === null || typeof node !== "object") return [{ path, set, value: node }];
  const holder = node as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) =>
    leaves(holder[key], `${path}.${key}`.replace(/\.\d+/g, "[]"), (value) => (holder[key] = value)),
  );
}

/** Not words of the page: the envelope, a rating's code (its label and meaning are printed), ids and numbers that only tie things together, a quote's position; and objects
 * that happen to be null. */
const notPrinted =
  /^\$\.(type|schema|previous|correction|rating\.code)|\.(articleId|prefix|suffix|start|end|figureId)$|\.id$|edges\[\]\.(from|to)$|evidence\[\]\.(number|decisive|translation)$/;

describe("compareRecords", () => {
  it("finds nothing between equal records", () => {
    expect(compareRecords(full(), full())).toEqual([]);
  });

  it.each(readerLanguages)("finds a change of any printed leaf in %s", (language) => {
    const words = readerWords(language);
    const missed = leaves(full(), "$")
      .map(({ path, value }, index) => {
        const record = full();
        leaves(record, "$")[index]!.set(
          typeof value === "number" || /\.(low|high)$/.test(path)
            ? Number(value) + 1
            : typeof value === "boolean"
              ? !value
              : `${value ?? ""} changed`,
        );
        return { path, found: compareRecords(full(), record, words).length > 0 };
      })
      .filter(({ path, found }) => !found && !notPrinted.test(path));
    expect(missed).toEqual([]);
  });

  it("names the field, both texts and the words that changed", () => {
    const after = edited((record) => (record.notEstablished = "Which parts are in the car given to him."));
    expect(compareRecords(full(), after)).toEqual([
      {
        field: "notEstablished",
        label: "What we could not establish",
        before: "Which parts are in the car given to Kim.",
        after: "Which parts are in the car given to him.",
        diff: [
          { op: "same", text: "Which parts are in the car given to " },
          { op: "del", text: "Kim" },
          { op: "ins", text: "him" },
          { op: "same", text: "." },
        ],
      },
    ]);
  });

  it("shows what is written in Markdown as the words that readers see, and its marks only where nothing else changed", () => {
    const written = (writeUp: string) => edited((record) => (record.writeUp = writeUp));
    const diffOf = (before: string, after: string) =>
      compareRecords(written(before), written(after))[0]?.diff;
    expect(diffOf("## A title\n\nIt is **not** so.", "## A title\n\nIt is **now** so.")).toEqual([
      { op: "same", text: "A title\n\nIt is " },
      { op: "del", text: "not" },
      { op: "ins", text: "now" },
      { op: "same", text: " so." },
    ]);
    expect(diffOf("It is so.", "It is *so*.")).toContainEqual({ op: "ins", text: "*" });
  });

  it("shows citations as numbers and does not call a renumbered citation a change", () => {
    const after = edited((record) => record.evidence.forEach((item) => (item.number = 3 - item.number)));
    expect(compareRecords(full(), after).map(({ field }) => field)).not.toContain("writeUp");
    const other = edited((record) => (record.writeUp = record.writeUp.replace("e-reuters", "e-relay")));
    expect(compareRecords(full(), other)[0]?.diff).toContainEqual({ op: "ins", text: "[2]" });
  });

  it("shows evidence that came and evidence that went", () => {
    const after = edited((record) => (record.evidence = record.evidence.slice(0, 1)));
    const gone = compareRecords(full(), after).filter(({ field }) => field.startsWith("evidence.e-relay"));
    expect(gone.length).toBeGreaterThan(3);
    expect(gone.every((change) => change.after === "")).toBe(true);
  });
});

describe("printed fields", () => {
  const printed = new Map(printedFields(full()).map(({ field, text }) => [field, text]));

  it("says what was asked and searched in sentences, with dates as people say them", () => {
    expect(printed.get("replies")).toBe(
      "Aurus LLC (criticised) was asked on 30 June 2024, 09:00 UTC (email). " +
        "An answer was asked for by 1 July 2024, 09:00 UTC. Outcome: replied. “No comment.”",
    );
    expect(printed.get("searches")).toBe(
      "UN Comtrade was searched for “8703” on 1 July 2024, 09:00 UTC. Found: nothing. no rows.",
    );
  });

  it("is in Ukrainian said with the same facts, and names stay as they are", () => {
    const said = new Map(printedFields(full(), readerWords("uk")).map(({ field, text }) => [field, text]));
    expect(said.get("replies")).toBe(
      "Aurus LLC (згадано у висновку): запит надіслано 30 червня 2024 р., 09:00 UTC (email). " +
        "Відповісти просили до 1 липня 2024 р., 09:00 UTC. Наслідок: відповідь надано. «No comment.»",
    );
    expect(said.get("searches")).toBe(
      "UN Comtrade: пошук «8703», 1 липня 2024 р., 09:00 UTC. Знайдено: нічого. no rows.",
    );
    expect(said.get("parts")).toBe("Aurus imported parts: підтверджено, головне");
    expect(said.get("withheld")).toBe(`підтверджує: ${"c".repeat(64)}`);
    expect([...said.keys()]).toEqual([...printed.keys()]);
  });

  it("holds no time as machines write it", () => {
    expect([...printed.values()].join("\n")).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });
});

describe("changedKinds", () => {
  it.each<[string, (r: RevisionRecord) => void, string[]]>([
    ["nothing", () => undefined, []],
    ["a misspelt first word", (r) => void (r.writeUp = r.writeUp.replace("Teh", "The")), []],
    ["a misspelt word", (r) => void (r.writeUp = r.writeUp.replace("counted", "counnted")), []],
    ["a comma", (r) => void (r.notEstablished = "Which parts are in the car, given to Kim."), []],
    ["a citation", (r) => void (r.writeUp = r.writeUp.replace("e-reuters", "e-relay")), []],
    ["other reviewers", (r) => void (r.reviews[0]!.name = "Someone Else"), []],
    ["a later look at the source", (r) => void (r.evidence[0]!.sameWordsAt = "2025-01-01T00:00:00Z"), []],
    [
      "a pronoun for a known name",
      (r) => void (r.writeUp = r.writeUp.replace("It said", "Reuters said")),
      [],
    ],
    ["an amount", (r) => void (r.writeUp = r.writeUp.replace("$34", "$43")), ["figure"]],
    ["a currency", (r) => void (r.writeUp = r.writeUp.replace("$34", "€34")), ["figure"]],
    ["a bound", (r) => void (r.writeUp = r.writeUp.replace("$34", "almost $34")), ["figure"]],
    ["a number word", (r) => void (r.summary = ["Reuters counted imports from two countries."]), ["figure"]],
    ["a parsed figure", (r) => void (r.claim.figures[0]!.low = 35_000_000), ["figure"]],
    ["a comparison", (r) => void (r.comparisons[0]!.class = "equal"), ["figure"]],
    ["a name", (r) => void (r.writeUp = r.writeUp.replace("Reuters", "Bloomberg")), ["name"]],
    [
      "a name at a sentence's start",
      (r) => void (r.summary = ["Routers counted imports from all countries."]),
      ["name"],
    ],
    [
      "one known name for another",
      (r) => void (r.summary = ["Kim counted imports from all countries."]),
      ["name"],
    ],
    [
      "a name in Korean",
      (r) => void (r.notEstablished = "Which parts are in the car given to Kim 김정은."),
      ["name"],
    ],
    ["an outlet", (r) => void (r.evidence[0]!.source!.outlet = "AP"), ["name"]],
    ["the claimant", (r) => void (r.claim.claimant = "KBS"), ["name"]],
    ["a quote", (r) => void (r.evidence[0]!.quote!.exact = "else"), ["quotation", "finding"]],
    ["the verbatim claim", (r) => void (r.claim.verbatim = "else"), ["quotation"]],
    [
      "quoted words in the write-up",
      (r) => void (r.writeUp = r.writeUp.replace("at least", "at last")),
      ["quotation"],
    ],
    ["a withheld item", (r) => void (r.withheld = []), ["quotation"]],
    ["a date in words", (r) => void (r.writeUp = r.writeUp.replace("28 June", "29 June")), ["date"]],
    ["when it was said", (r) => void (r.claim.saidAt = "2024-06-29"), ["date"]],
    ["the next update", (r) => void (r.provisional = null), ["date"]],
    ["the rating", (r) => void (r.rating.code = "misleading"), ["rating"]],
    ["what the rating means", (r) => void (r.rating.meaning = "else"), ["rating"]],
    ["a part's rating", (r) => void (r.parts[0]!.rating = null), ["rating"]],
    ["a letter of the finding", (r) => void (r.finding = r.finding.replace("covers", "cover")), ["finding"]],
    ["a stance", (r) => void (r.evidence[0]!.stance = "context"), ["finding"]],
  ])("for %s", (_name, change, kinds) => {
    expect(changedKinds(full(), edited(change))).toEqual(kinds);
  });

  it("sees two amounts that changed places", () => {
    const before = { ...full(), writeUp: "Imports were $34 million, of which $15.5 million from Korea." };
    const after = { ...full(), writeUp: "Imports were $15.5 million, of which $34 million from Korea." };
    expect(changedKinds(before, after)).toEqual(["figure"]);
  });
});

describe("correctionClassProblem", () => {
  const wrong = edited((record) => (record.rating.code = "misleading"));

  it("refuses typo and clarification for a changed rating, and nothing heavier", () => {
    for (const light of ["typo", "clarification"] as const) {
      expect(correctionClassProblem(light, full(), wrong)).toMatchObject({
        code: "class-too-light",
        field: "class",
        overridable: false,
      });
    }
    for (const heavy of ["update", "correction", "verdict-change"] as const) {
      expect(correctionClassProblem(heavy, full(), wrong)).toBeNull();
    }
  });

  it("lets a real typo and a rewording pass", () => {
    const typo = edited((record) => (record.writeUp = record.writeUp.replace("Teh", "The")));
    expect(correctionClassProblem("typo", full(), typo)).toBeNull();
    const clearer = edited(
      (record) => (record.notEstablished = "We do not know which parts are in the car given to Kim."),
    );
    expect(correctionClassProblem("clarification", full(), clearer)).toBeNull();
  });

  it("never takes a lost negation for a typo", () => {
    const before = edited((record) => (record.summary = ["The imports did not break sanctions."]));
    const after = edited((record) => (record.summary = ["The imports did break sanctions."]));
    expect(correctionClassProblem("typo", before, after)?.code).toBe("class-too-light");
  });

  it("says what changed and what to choose", () => {
    const message = correctionClassProblem("typo", full(), wrong)?.message;
    expect(message).toContain("rating");
    expect(message).toContain("verdict-change");
  });
});

import { describe, expect, it } from "vitest";
import { carryColumns, guessColumns, type Mapping } from "./columns";
import { isHeader } from "./header-words";

describe("guessColumns", () => {
  it.each([
    [
      "Claim|Who said it|Date|Where|URL|Quote|Stance|Notes",
      "text claimant saidAt place url quote stance note",
    ],
    [
      "Statement|Claimant|Source|Source URL|Topic|Priority|Due date",
      "text claimant source url topics importance deadlineAt",
    ],
    ["#|CLAIM |What was said|Link", "- text verbatim url"],
    ["Claim to check (short)|Evidence link|Evidence", "text url quote"],
    ["Date|Date", "saidAt -"],
    ["Foo|Bar", "- -"],
    ["Claim date|Claim", "saidAt text"],
    ["Claim|Status", "text sheetSaid"],
    ["Claim|Rating|Checked by|Date checked|Date", "text sheetSaid sheetSaid sheetSaid saidAt"],
    ["Claim status|Claim", "sheetSaid text"],
    ["Claim verdict|Claim to check (short)", "sheetSaid text"],
    ["Checked claim|Link", "text url"],
    ["Claim status|Link", "sheetSaid url"],
    ["Statement|Stance|Verdict|Verdict of source", "text stance sheetSaid sheetSaid"],
    ["Claim|Verdict of source|Fact-check result", "text stance sheetSaid"],
    [
      "Твердження|Хто сказав|Дата|Посилання|Цитата|Примітка|Вердикт|Хто перевірив",
      "text claimant saidAt url quote note sheetSaid sheetSaid",
    ],
    ["Заява|Статус|Результат перевірки|Джерело|Посилання на джерело", "text sheetSaid sheetSaid source url"],
  ])("reads the headers %s", (headers, fields) => {
    expect(
      guessColumns(headers.split("|"))
        .map((field) => field ?? "-")
        .join(" "),
    ).toBe(fields);
  });

  it("takes a first row without known names for a claim", () => {
    expect(isHeader(["The mayor bought six buses", "https://a.example"])).toBe(false);
    expect(isHeader(["Nr.", "claim"])).toBe(true);
    expect(isHeader(["№", "Вердикт"])).toBe(true);
    expect(isHeader(["The mayor bought six buses", "Verified"])).toBe(false);
    expect(isHeader(["Мер купив шість автобусів", "Підтверджено"])).toBe(false);
  });
});

describe("carryColumns", () => {
  const sheet = (header: string, mapping: Mapping, hasHeader = true) => ({
    header: header.split("|"),
    hasHeader,
    mapping,
  });
  it.each([
    ["the same names", sheet("A|B", ["text", "note"]), sheet("a |B", [null, null]), ["text", "note"]],
    ["other places", sheet("A|B|C", ["text", "note", null]), sheet("C|A", [null, null]), [null, "text"]],
    [
      "a column of its own, whose field is free",
      sheet("A|B", ["text", "note"]),
      sheet("A|Where", [null, "place"]),
      ["text", "place"],
    ],
    [
      "a column of its own, whose field is carried to another",
      sheet("A", ["text"]),
      sheet("A|Claim", [null, "text"]),
      ["text", null],
    ],
    ["a name that stands twice", sheet("A|B", ["text", null]), sheet("A|A", [null, null]), ["text", null]],
    [
      "nothing that would leave it without a claim",
      sheet("A|B", [null, "text"]),
      sheet("A|Claim", [null, "text"]),
      [null, "text"],
    ],
    [
      "what the sheet said, in columns of both",
      sheet("A|B", ["text", "sheetSaid"]),
      sheet("A|B|Status", [null, null, "sheetSaid"]),
      ["text", "sheetSaid", "sheetSaid"],
    ],
    [
      "no names, and as wide",
      sheet("x|y", ["note", "text"], false),
      sheet("z|w", ["text", null], false),
      ["note", "text"],
    ],
    ["no names, and wider", sheet("x|y", ["note", "text"], false), sheet("z", ["text"], false), ["text"]],
  ])("keeps what was mapped: %s", (_name, from, to, mapping) => {
    expect(carryColumns(from, to).mapping).toEqual(mapping);
  });
});

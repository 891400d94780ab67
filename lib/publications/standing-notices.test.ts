import { describe, expect, test } from "vitest";
import { exampleNotice } from "../../components/reader/fixtures/example-page";
import { exampleRecord } from "../../components/reader/fixtures/example-record";
import type { CorrectionClass } from "../claims/dossier";
import { verdictEntry } from "./feed-entries";
import type { NoticeRecord, PublicVersion, PublicationRecord } from "./record";
import { standingNotices } from "./standing-notices";

const hash = (digit: number) => String(digit).repeat(64);
const day = (number: number) => `2024-07-0${number}T10:00:00.000Z`;

/** A version that was published on a day of July, corrected as `given`. */
function version(number: number, on: number, given?: CorrectionClass, more: Partial<PublicationRecord> = {}) {
  const correction = given ? { class: given, reason: "A reason." } : null;
  const record = { ...exampleRecord, version: number, publishedAt: day(on), correction, ...more };
  return { record, sha256: hash(number), signature: "s", keyId: "k" };
}

const notice = (on: number, kind: NoticeRecord["kind"] = "under-review"): NoticeRecord => ({
  ...exampleNotice,
  id: `n${on}`,
  kind,
  text: `Said on day ${on}.`,
  publishedAt: day(on),
});

const kinds = (versions: PublicVersion[], notices: NoticeRecord[]) =>
  standingNotices(versions, notices).map(({ kind, at }) => `${kind} ${at.slice(8, 10)}`);

describe("a signed notice", () => {
  test("stands until a later version finds something out", () => {
    expect(kinds([version(1, 1)], [notice(2)])).toEqual(["under-review 02"]);
    for (const ends of ["update", "correction", "verdict-change"] as const)
      expect(kinds([version(1, 1), version(2, 3, ends)], [notice(2)]), ends).toEqual([]);
  });

  test("stands on after a typing error was put right, and where what changed is withheld", () => {
    for (const keeps of ["typo", "clarification"] as const)
      expect(kinds([version(1, 1), version(2, 3, keeps)], [notice(2)]), keeps).toEqual(["under-review 02"]);
    const { slug, language } = exampleRecord;
    const place = { kind: "withheld" as const, of: "publication" as const, slug, version: 2, language };
    const withheld = { ...place, publishedAt: day(3), reasonClass: "safety" as const, since: day(4) };
    const bare = { record: withheld, sha256: hash(2), signature: "s", keyId: "k" };
    expect(kinds([version(1, 1), bare, version(3, 5, "typo")], [notice(2)])).toEqual(["under-review 02"]);
  });

  test("that was signed after the correction stands", () => {
    expect(kinds([version(1, 1), version(2, 3, "correction")], [notice(2), notice(4)])).toEqual([
      "under-review 04",
    ]);
  });

  test("is told once a kind, the newest first", () => {
    const signed = [notice(2), notice(3, "source-changed"), notice(4)];
    expect(kinds([version(1, 1)], signed)).toEqual(["under-review 04", "source-changed 03"]);
  });

  test("stands beside no verdict that was retracted or is withheld", () => {
    expect(standingNotices([], [notice(2)])).toEqual([]);
  });
});

test("first findings are told as such, by the record itself and once", () => {
  const first = version(1, 1, undefined, { provisional: { nextUpdateAt: null } });
  expect(standingNotices([first], [])).toEqual([{ kind: "first-findings", at: day(1), text: null }]);
  expect(kinds([first], [notice(2, "first-findings")])).toEqual(["first-findings 02"]);
});

test("a feed's entry says it in title and text, and is newer by it", () => {
  const site = { url: "https://desk.example", speaks: "en" } as const;
  const plain = verdictEntry([version(1, 1, undefined, { label: null })], [], site)!;
  const entry = verdictEntry([version(1, 1, undefined, { label: null })], [notice(2)], site)!;
  expect(plain.title.startsWith(`${exampleRecord.rating.label}: `)).toBe(true);
  expect(entry.title).toBe(`[Under review] ${plain.title}`);
  expect(entry.html).toContain("<p><strong>Under review:</strong> Said on day 2.</p>");
  expect([plain.updatedAt, entry.updatedAt]).toEqual([day(1), day(2)]);
  expect([entry.id, entry.publishedAt]).toEqual([plain.id, plain.publishedAt]);
});

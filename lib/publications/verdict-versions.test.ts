import { describe, expect, test } from "vitest";
import { exampleRecord } from "../../components/reader/fixtures/example-record";
import { retractionRecord } from "./statement-records";
import type { PublicationRecord, PublicVersion, SignedRecord } from "./record";
import { currentClaimReview } from "./claim-review-feed";
import { exportRow } from "./export-rows";
import { correctionFeedEntry, verdictEntry } from "./feed-entries";
import { correctionEntry, verdictListItem, verdictVersions } from "./verdict-versions";

const site = { url: "https://desk.example", speaks: "en" } as const;

const hash = (digit: number) => String(digit).repeat(64);

function signed<T>(record: T, digit: number): SignedRecord<T> {
  return { record, sha256: hash(digit), signature: "s", keyId: "k" };
}

const first: PublicationRecord = {
  ...exampleRecord,
  version: 1,
  publishedAt: "2024-06-28T16:20:00.000Z",
  finding: "Sold about 100 cars",
  correction: null,
  previous: null,
};
const second: PublicationRecord = {
  ...first,
  version: 2,
  publishedAt: "2024-06-29T08:00:00.000Z",
  finding: "Sold 107 cars",
  correction: { class: "correction", reason: "The count is 107." },
  previous: { version: 1, sha256: hash(1) },
};
const retraction = retractionRecord(
  { record: second, sha256: hash(2) },
  {
    reason: "The count was for another year.",
    publishedAt: "2024-06-30T08:00:00.000Z",
    signer: { name: "Editor", selfSigned: null, byToken: false },
  },
);
const two = [signed(first, 1), signed(second, 2)];
const three: SignedRecord[] = [...two, signed(retraction, 3)];

describe("versions", () => {
  test("come newest first, each with class, reason, address and what changed word by word", () => {
    const versions = verdictVersions(three);
    expect(versions.map(({ version, kind, class: kindOfChange }) => [version, kind, kindOfChange])).toEqual([
      [3, "retraction", null],
      [2, "publication", "correction"],
      [1, "publication", null],
    ]);
    expect(versions[0]).toMatchObject({ reason: "The count was for another year.", changes: [] });
    expect(versions[1]!.changes).toEqual([
      {
        field: "finding",
        label: "Finding",
        diff: [
          { op: "same", text: "Sold " },
          { op: "del", text: "about 100 " },
          { op: "ins", text: "107 " },
          { op: "same", text: "cars" },
        ],
      },
    ]);
    expect(versions[2]).toMatchObject({ changes: [], url: `/verdicts/${first.slug}/v/1`, sha256: hash(1) });
  });

  test("a list shows when the verdict was first published and when it was changed", () => {
    expect(verdictListItem(two, [])).toMatchObject({
      finding: "Sold 107 cars",
      publishedAt: first.publishedAt,
      changed: { class: "correction", at: second.publishedAt },
    });
    expect(verdictListItem([], [])).toBeNull();
  });
});

describe("a version that is withheld", () => {
  const withheld = (version: number, of: "publication" | "retraction" = "publication"): PublicVersion => {
    const { slug, language, publishedAt } = first;
    const place = { kind: "withheld" as const, of, slug, version, language, publishedAt };
    return signed({ ...place, reasonClass: "safety", since: "2024-07-01T08:00:00.000Z" }, version);
  };

  test("is one bare line, and no change beside it tells its words", () => {
    const versions = verdictVersions([withheld(1), signed(second, 2)]);
    expect(versions[0]!.changes).toEqual([]);
    expect(versions[1]).toMatchObject({
      sha256: hash(1),
      class: null,
      reason: null,
      changes: [],
      withheld: { reasonClass: "safety", since: "2024-07-01T08:00:00.000Z" },
    });
    const gap = verdictVersions([signed(first, 1), withheld(2), signed({ ...second, version: 3 }, 3)]);
    expect(gap.flatMap(({ changes }) => changes)).toEqual([]);
  });

  test("is in no feed, list or corrections log, and no older version stands in for it", () => {
    const versions = [signed(first, 1), withheld(2)];
    expect(verdictEntry(versions, [], site)).toBeNull();
    expect(correctionEntry(versions, 2)).toBeNull();
    expect(correctionFeedEntry(versions, 2, site)).toBeNull();
    expect(currentClaimReview(versions, site.url)).toBeNull();
    expect(exportRow(versions, 2, site.url)).toBeNull();
    expect(exportRow(versions, 1, site.url)).toMatchObject({ status: "superseded" });
    expect(exportRow([signed(first, 1), withheld(2, "retraction")], 1, site.url)).toMatchObject({
      status: "retracted",
    });
  });
});

describe("the corrections log", () => {
  test("names the finding as it stands, and no finding once the verdict is withdrawn", () => {
    expect(correctionEntry(two, 2)).toMatchObject({ class: "correction", title: "Sold 107 cars" });
    expect(correctionEntry(three, 2)).toMatchObject({ class: "correction", title: first.claim.text });
    expect(correctionEntry(three, 3)).toMatchObject({ class: "retraction", title: first.claim.text });
    expect(correctionEntry(two, 1)).toBeNull();
    expect(correctionEntry(two, 9)).toBeNull();
  });
});

describe("feed entries", () => {
  test("keep one id from first publication to retraction, and move `updated`", () => {
    const entries = [1, 2, 3].map((length) => verdictEntry(three.slice(0, length), [], site)!);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(1);
    expect(entries.map(({ updatedAt }) => updatedAt)).toEqual([
      first.publishedAt,
      second.publishedAt,
      retraction.publishedAt,
    ]);
    expect(entries[2]!.title).toContain("Retracted:");
    expect(entries[2]!.html).not.toContain(second.rating.label);
    expect(entries[2]!.html).not.toContain(second.finding);
    expect(verdictEntry([], [], site)).toBeNull();
  });

  test("each correction is an entry of its own, with the words that changed", () => {
    const entry = correctionFeedEntry(two, 2, site)!;
    expect(entry.html).toContain("<p>Finding: Sold <del>about 100 </del><ins>107 </ins>cars</p>");
    expect(entry.id).not.toBe(verdictEntry(two, [], site)!.id);
    expect(correctionFeedEntry(two, 1, site)).toBeNull();
  });
});

import { expect, test } from "vitest";
import { bundleFiles } from "./bundle-files";
import { buildRevisionRecord, completeRecord } from "./build-record";
import { recordSha256 } from "./canonical";
import { aurusDossier, aurusRecord, aurusRoute, testEvidence, testSite } from "./fixtures/aurus-dossier";
import type { AnyRecord } from "./record";
import { namedCaptures, staffFiles } from "./staff-files";
import { retractionRecord } from "./statement-records";

function filesOf(record: AnyRecord): Map<string, string> {
  const signed = { record, sha256: recordSha256(record), signature: "c2ln", keyId: "k" };
  const files = bundleFiles({ signed, keys: { keys: [] }, log: null, siteUrl: "https://desk.example" });
  return new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
}

test("described and withheld evidence leaves no word, source or capture in any file", () => {
  const dossier = aurusDossier();
  const secret = (id: string, disclosure: "described" | "withheld") =>
    testEvidence(id, `hidden-${id}`, `SECRET WORDS ${id}`, {
      disclosure,
      capture: {
        id: `c-${id}`,
        sha256: "5e".repeat(32),
        method: "uploaded",
        capturedAt: "2024-06-30T08:00:00Z",
      },
    });
  dossier.evidence.push(secret("one", "described"), secret("two", "withheld"));
  const articles = ["one", "two"].map((id) => ({
    ...dossier.articles[0]!,
    id: `hidden-${id}`,
    outlet: "SECRET OUTLET",
    url: "https://secret.example/x",
  }));
  dossier.articles.push(...articles);
  const record = completeRecord(buildRevisionRecord(dossier, testSite, aurusRoute), {
    version: 1,
    publishedAt: "2024-07-03T12:00:00Z",
    signer: { name: "Ed", selfSigned: null, byToken: false },
    overrides: [],
  });
  const all = [...filesOf(record).values()].join("\n");
  expect(all).not.toMatch(/SECRET|secret\.example|5e5e5e/);
  expect(all).toContain(record.withheld[0]!.commitment);
  expect(JSON.parse(filesOf(record).get("quotes.json")!)).toHaveLength(2);
  // The newsroom's own bundle holds no copy of it either: it says by number and count that there is more.
  expect(namedCaptures(record).map(({ sha256 }) => sha256)).not.toContain("5e".repeat(32));
  const [list] = staffFiles(record, []);
  const { notIncluded } = JSON.parse(new TextDecoder().decode(list!.bytes)) as { notIncluded: object };
  expect(notIncluded).toEqual({ described: [3], withheld: 1 });
});

test("a retraction has no quotes, and is not in the log before it is sealed", () => {
  const record = retractionRecord(
    { record: aurusRecord(), sha256: "ab".repeat(32) },
    { publishedAt: "2024-07-04T12:00:00Z", signer: aurusRecord().signer, reason: "Forged." },
  );
  const files = filesOf(record);
  expect(files.get("quotes.json")).toBe("[]");
  expect([...files.keys()].sort()).toEqual([
    "README.txt",
    "addresses.json",
    "keys.json",
    "quotes.json",
    "record.json",
    "signature.json",
  ]);
});

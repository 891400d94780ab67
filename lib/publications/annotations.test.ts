import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { annotationProblem } from "../../scripts/test/web-annotation";
import { annotationCollection } from "./annotations";
import { recordSha256 } from "./canonical";
import { aurusRecord } from "./fixtures/aurus-dossier";
import type { AnyRecord, PublicationRecord } from "./record";

type Item = {
  id: string;
  body: { purpose: string; value?: string }[];
  target: { source: string; selector: Record<string, string>; state?: { sourceDate: string } };
};
const options = { siteUrl: "https://desk.example", isRetracted: false };
const signedOf = (record: AnyRecord) => ({
  record,
  sha256: recordSha256(record),
  signature: "c2ln",
  keyId: "k",
});
const itemsOf = (record: PublicationRecord, more = options) =>
  (annotationCollection(signedOf(record), more) as { total: number; first: { items: Item[] } }).first.items;

describe("a version's annotations", () => {
  test("are a collection of the W3C data model, the claim's passage first, then each quote where it stands", () => {
    const record = aurusRecord();
    expect(annotationProblem(annotationCollection(signedOf(record), options))).toBeNull();
    const [claim, first] = itemsOf(record) as [Item, Item];
    expect(claim.target).toMatchObject({
      source: "https://relay.example/aurus",
      selector: { type: "TextQuoteSelector", exact: "$34 million in South Korean parts" },
    });
    expect(claim.body[0]).toMatchObject({
      purpose: "assessing",
      value: `${record.rating.label}: ${record.finding}`,
    });
    expect(first.target.selector).toEqual({
      type: "TextQuoteSelector",
      exact: record.evidence[0]!.quote!.exact,
    });
    expect(first.target.state?.sourceDate).toBe(record.evidence[0]!.capture!.capturedAt);
  });

  test("name a copy without an address by its hash, show regions by their fragment, and leave out what is described", () => {
    const record = aurusRecord();
    const [a, b] = record.evidence as [PublicationRecord["evidence"][0], PublicationRecord["evidence"][0]];
    a.source!.url = null;
    Object.assign(b, { quote: null, region: { fragment: "page=3", description: "The table." } });
    record.evidence.push({
      ...b,
      number: 3,
      disclosure: "described",
      region: null,
      source: null,
      capture: null,
    });
    const items = itemsOf(record);
    expect(items.map(({ target }) => target.source)).toEqual([
      "https://relay.example/aurus",
      expect.stringMatching(/^ni:\/\/\/sha-256;[\w-]{43}$/),
      "https://relay.example/aurus",
    ]);
    expect(items[2]!.target.selector).toMatchObject({ type: "FragmentSelector", value: "page=3" });
    expect(annotationProblem(annotationCollection(signedOf(record), options))).toBeNull();
  });

  test("of a retracted verdict are none", () => {
    const collection = annotationCollection(signedOf(aurusRecord()), { ...options, isRetracted: true });
    expect(collection).toMatchObject({ total: 0, first: { items: [] } });
    expect(annotationProblem(collection)).toBeNull();
  });
});

const samples = `${process.env.BENCH_DATA_DIR ?? "../shared/data"}/annotations`;

/** A document of the samples; `undefined` when it is no JSON at all. */
function sample(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

test("the check of these tests accepts what is right and refuses what is wrong, where samples lie beside the project", () => {
  if (!existsSync(samples)) return;
  const named = (kind: string) =>
    readdirSync(`${samples}/${kind}`).map((name) => `${samples}/${kind}/${name}`);
  const refused = named("correct").filter((path) => annotationProblem(sample(path)) !== null);
  const accepted = named("incorrect").filter((path) => {
    const document = sample(path);
    return document !== undefined && annotationProblem(document) === null;
  });
  expect({ refused, accepted }).toEqual({ refused: [], accepted: [] });
});

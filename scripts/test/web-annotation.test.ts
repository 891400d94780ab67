import { describe, expect, it } from "vitest";
import { annotationSchema, selectorsOf } from "./web-annotation";

const base = {
  "@context": "http://www.w3.org/ns/anno.jsonld",
  id: "https://desk.example/a/1",
  type: "Annotation",
  target: "https://news.example/story",
};
const quote = { type: "TextQuoteSelector", exact: "12 boats", prefix: "sold ", suffix: " in May" };
const on = (selector: unknown) => ({ ...base, target: { source: "https://news.example/story", selector } });
const accepts = (value: unknown) => annotationSchema.safeParse(value).success;

describe("annotationSchema", () => {
  it.each<[string, unknown]>([
    ["a bare target", base],
    [
      "several contexts",
      { ...base, "@context": ["http://www.w3.org/ns/anno.jsonld", "https://x.example/c"] },
    ],
    ["a quote", on(quote)],
    ["a quote with its place", on([quote, { type: "TextPositionSelector", start: 4, end: 12 }])],
    [
      "a region",
      on({ type: "FragmentSelector", value: "page=3", conformsTo: "http://tools.ietf.org/rfc/rfc3778" }),
    ],
    ["a range", on({ type: "RangeSelector", startSelector: quote, endSelector: quote })],
    ["a refined selector", on({ type: "CssSelector", value: "p", refinedBy: quote })],
    ["a note in words", { ...base, body: { type: "TextualBody", value: "So it says.", language: "en" } }],
    ["a body value", { ...base, bodyValue: "So it says." }],
    [
      "a choice",
      { ...base, body: { type: "Choice", items: ["https://x.example/1", "https://x.example/2"] } },
    ],
    ["a person", { ...base, creator: { type: "Person", name: "Ann" }, created: "2024-06-28T10:00:00Z" }],
    [
      "a page of annotations",
      {
        "@context": base["@context"],
        id: "https://desk.example/p",
        type: "AnnotationPage",
        items: [{ ...base }],
      },
    ],
  ])("accepts %s", (_, value) => {
    expect(accepts(value)).toBe(true);
  });

  it.each<[string, unknown]>([
    ["no context", { ...base, "@context": undefined }],
    ["another context", { ...base, "@context": ["https://x.example/c"] }],
    ["two ids", { ...base, id: ["https://x.example/1", "https://x.example/2"] }],
    ["an id that is no IRI", { ...base, id: "one two" }],
    ["another type", { ...base, type: "Note" }],
    ["no target", { ...base, target: undefined }],
    ["a number as target", { ...base, target: 9 }],
    ["a body that is no IRI", { ...base, body: "words" }],
    ["body and bodyValue", { ...base, body: "https://x.example/b", bodyValue: "words" }],
    ["words without a value", { ...base, body: { type: "TextualBody", format: "text/plain" } }],
    ["several values", { ...base, body: { type: "TextualBody", value: ["a", "b"] } }],
    ["items without a kind of set", { ...base, body: { items: ["https://x.example/1"] } }],
    ["two kinds of set", { ...base, body: { type: ["Choice", "List"], items: ["https://x.example/1"] } }],
    ["a source that is missing", { ...base, target: { type: "SpecificResource" } }],
    ["a quote without words", on({ type: "TextQuoteSelector", prefix: "sold " })],
    ["a place that ends before it starts", on({ type: "TextPositionSelector", start: 9, end: 4 })],
    ["a fragment without a value", on({ type: "FragmentSelector" })],
    ["a fragment with two values", on({ type: "FragmentSelector", value: ["a", "b"] })],
    ["two directions", { ...base, body: { id: "https://x.example/b", textDirection: ["ltr", "rtl"] } }],
    [
      "two processing languages",
      { ...base, body: { id: "https://x.example/b", processingLanguage: ["en", "de"] } },
    ],
    ["a format that is a number", { ...base, body: { id: "https://x.example/b", format: 6 } }],
    ["a time in words", { ...base, created: "yesterday" }],
    ["two times", { ...base, modified: ["2024-06-28T10:00:00Z", "2024-06-28T11:00:00Z"] }],
    ["rights that are no IRI", { ...base, rights: "all of them" }],
    ["a creator that is a number", { ...base, creator: 6 }],
  ])("refuses %s", (_, value) => {
    expect(accepts(value)).toBe(false);
  });
});

describe("selectorsOf", () => {
  it("gives a quote with its context and place", () => {
    expect(selectorsOf(on([{ type: "TextPositionSelector", start: 4, end: 12 }, quote]))).toEqual([
      {
        source: "https://news.example/story",
        quote: { exact: "12 boats", prefix: "sold ", suffix: " in May", start: 4, end: 12 },
      },
    ]);
  });

  it("gives a region as a media fragment, and nothing for selectors that Countersign cannot hold", () => {
    expect(selectorsOf(on({ type: "FragmentSelector", value: "xywh=1,2,3,4" }))).toEqual([
      { source: "https://news.example/story", region: "xywh=1,2,3,4" },
    ]);
    expect(selectorsOf(on({ type: "CssSelector", value: "p" }))).toEqual([]);
    expect(selectorsOf(base)).toEqual([]);
  });
});

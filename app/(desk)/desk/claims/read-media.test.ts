import { describe, expect, it } from "vitest";
import { Refusal } from "@/lib/core/result";
import { readMediaEvidence } from "./read-media";

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ description: "A stamp", ...fields })) form.set(name, value);
  return form;
};
const quoteOf = (fields: Record<string, string>) => readMediaEvidence(formOf(fields)).quote;
const fieldRefused = (fields: Record<string, string>) => {
  try {
    return readMediaEvidence(formOf(fields));
  } catch (error) {
    return error instanceof Refusal ? error.failure.issues?.[0]?.field : error;
  }
};

describe("a place in a picture", () => {
  it.each([
    [{}, "xywh=percent:0,0,100,100"],
    [{ width: "20", height: "10" }, "xywh=percent:0,0,20,10"],
    [{ x: "79.5", y: "10", width: "20.5", height: "90" }, "xywh=percent:79.5,10,20.5,90"],
  ])("%j is %s", (frame, region) => {
    expect(quoteOf({ mediaKind: "picture", ...frame })).toMatchObject({ region });
  });

  it.each([
    [{ x: "10", y: "10", width: "20" }, "height"],
    [{ x: "10", y: "10" }, "width"],
    [{ x: "10", y: "10", width: "0", height: "20" }, "width"],
    [{ x: "90", y: "10", width: "20", height: "20" }, "width"],
    [{ x: "10", y: "90", width: "20", height: "20" }, "height"],
    [{ x: "-5", y: "10", width: "20", height: "20" }, "width"],
  ])("%j is never taken for all of it, but refused at its %s", (frame, field) => {
    expect(fieldRefused({ mediaKind: "picture", ...frame })).toBe(field);
    expect(fieldRefused({ mediaKind: "page", page: "2", ...frame })).toBe(field);
  });
});

describe("a page", () => {
  const page = { mediaKind: "page", page: "2" };

  it("is described, with or without a frame, or quoted", () => {
    expect(quoteOf(page)).toMatchObject({ region: "page=2", description: "A stamp" });
    expect(quoteOf({ ...page, width: "50", height: "50" })).toMatchObject({
      region: "page=2&xywh=percent:0,0,50,50",
    });
    expect(quoteOf({ ...page, description: "", exact: "Four cranes" })).toEqual({
      exact: "Four cranes",
      page: 2,
    });
  });

  it("is not described and quoted at once: one of the two would be lost", () => {
    expect(fieldRefused({ ...page, exact: "Four cranes" })).toBe("exact");
    expect(fieldRefused({ ...page, description: "", exact: "Four cranes", width: "5", height: "5" })).toBe(
      "exact",
    );
  });
});

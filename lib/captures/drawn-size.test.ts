import { describe, expect, it } from "vitest";
import { drawnSize } from "./drawn-size";

const inch = 72;

describe("how large a page is drawn", () => {
  it.each([
    ["A4", 595.28, 841.89, { width: 1240, height: 1753 }],
    ["letter, lying", 11 * inch, 8.5 * inch, { width: 1650, height: 1275 }],
    ["a visiting card", 3.5 * inch, 2 * inch, { width: 525, height: 300 }],
    ["a poster, of three million pixels at most", 2384, 3370, { width: 1456, height: 2059 }],
    ["the largest page of a PDF", 14_400, 14_400, { width: 1732, height: 1732 }],
    ["a till roll, as long as a side may be", 100, 14_400, { width: 28, height: 4096 }],
    ["a line, of one pixel at least", 14_400, 0.1, { width: 4096, height: 1 }],
  ])("%s", (_, width, height, drawn) => {
    expect(drawnSize({ width, height })).toEqual(drawn);
  });

  it.each([0, -10, NaN, Infinity])("is nothing for a page that is %s wide", (width) => {
    expect(drawnSize({ width, height: 100 })).toBeNull();
    expect(drawnSize({ width: 100, height: width })).toBeNull();
  });
});

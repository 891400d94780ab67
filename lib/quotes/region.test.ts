import { describe, expect, it } from "vitest";
import { pageAt, readClock, readRegion, regionFragment, regionInWords } from "./region";

describe("a region", () => {
  it.each([
    ["page=3", "page 3"],
    ["page=3&xywh=percent:10,20,30,15", "page 3, a part of it"],
    ["xywh=percent:10,20,30,15", "a part of the picture"],
    ["xywh=10,20,300,80", "a part of the picture"],
    ["xywh=percent:0,0,100,100", "the whole picture"],
    ["t=62,75", "from 1:02 to 1:15"],
    ["t=,75", "from 0:00 to 1:15"],
    ["t=3725", "from 1:02:05"],
    ["cell=B7", "cell B7"],
    ["row=Selby%20%26%20York&col=2023", "row Selby & York, column 2023"],
  ])("%s is %s in words", (fragment, words) => {
    expect(readRegion(fragment)).not.toBeNull();
    expect(regionInWords(fragment)).toBe(words);
  });

  it.each([
    "",
    "here",
    "page=0",
    "page=x",
    "xywh=percent:90,20,30,15",
    "xywh=percent:10,20,0,15",
    "xywh=percent:-1,0,5,5",
    "t=75,62",
    "t=",
    "cell=",
    "style=x",
  ])("%j is none that can be held", (fragment) => {
    expect(readRegion(fragment)).toBeNull();
  });

  it("is read back from what is written", () => {
    const box = { x: 10.1, y: 20, width: 30.6, height: 15 };
    expect(readRegion(regionFragment({ page: 2, box }))).toMatchObject({ page: 2, box });
    const [row, column] = ["A & B=C", "31 %"];
    expect(readRegion(regionFragment({ row, column }))).toMatchObject({ row, column });
    expect(regionFragment({})).toBe("");
  });
});

it.each([
  ["75", 75],
  ["1:15", 75],
  ["1:02:15.5", 3735.5],
  ["90:30", 5430],
  ["1:75", null],
  ["99:99", null],
  ["1:75:10", null],
  ["", null],
  ["soon", null],
  ["-1:00", null],
])("the time %j is %j seconds", (text, seconds) => {
  expect(readClock(text)).toBe(seconds);
});

it("a page is where its words begin; an empty page holds nothing", () => {
  const starts = [0, 10, 10, 30];
  expect([0, 9, 10, 29, 30, 99].map((at) => pageAt(starts, at))).toEqual([1, 1, 3, 3, 4, 4]);
  expect(pageAt([], 5)).toBeNull();
});

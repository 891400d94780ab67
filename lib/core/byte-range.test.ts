import { expect, test } from "vitest";
import { readByteRange } from "./byte-range";

const part = (first: number, last: number) => ({ kind: "part", first, last });
const [whole, none] = [{ kind: "whole" }, { kind: "none" }];

test.each([
  [null, whole],
  ["bytes=0-", part(0, 99)],
  ["bytes=0-0", part(0, 0)],
  ["bytes=10-19", part(10, 19)],
  ["bytes=90-500", part(90, 99)],
  ["bytes=-10", part(90, 99)],
  ["bytes=-500", part(0, 99)],
  ["bytes=100-", none],
  ["bytes=-0", none],
  ["bytes=20-10", whole],
  ["bytes=0-1,5-6", whole],
  ["items=0-1", whole],
  ["bytes=-", whole],
  ["bytes=a-b", whole],
])("of 100 bytes %s is %j", (header, range) => {
  expect(readByteRange(header, 100)).toEqual(range);
});

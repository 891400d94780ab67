import { expect, test } from "vitest";
import { readAskedRecord } from "./asked-record";

const site = "https://checks.example";

test.each([
  ["aurus-parts", "", null],
  ["  Aurus-Parts ", "2", 2],
  ["aurus-parts/v/1", "", 1],
  ["/verdicts/aurus-parts", "", null],
  ["https://checks.example/verdicts/aurus-parts", "", null],
  ["HTTPS://Checks.Example/verdicts/Aurus-Parts#e1", "3", 3],
  ["https://checks.example/verdicts/aurus-parts/v/2?from=mail", "1", 2],
  ["https://checks.example/api/v1/publications/aurus-parts/4/bundle.zip", "", 4],
  ["https://checks.example/cards/aurus-parts/2.png", "", 2],
])("“%s”, version “%s” asks for the verdict, version %s", (slug, version, asked) => {
  expect(readAskedRecord(slug, version, site)).toEqual({ slug: "aurus-parts", version: asked });
});

test.each([
  ["two words", "", { problem: "name" }],
  ["https://checks.example/corrections", "", { problem: "name" }],
  ['\u0000">', "", { problem: "name" }],
  ["аурус", "", { problem: "name" }],
  ["aurus-parts", "0", { problem: "version" }],
  ["aurus-parts", "-1", { problem: "version" }],
  ["aurus-parts", "two", { problem: "version" }],
  ["aurus-parts/v/last", "", { problem: "version" }],
  ["https://other.example/verdicts/aurus-parts", "", { problem: "elsewhere", host: "other.example" }],
  ["https://checks.example@other.example/verdicts/x", "", { problem: "elsewhere", host: "other.example" }],
])("“%s”, version “%s” cannot be read, and what is wrong is told apart", (slug, version, problem) => {
  expect(readAskedRecord(slug, version, site)).toMatchObject({ outcome: "unreadable", ...problem });
});

import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isStaffPage } from "../lib/core/refuse-request";
import { readerLanguages } from "../lib/words/reader";
import config from "../next.config.js";

type Rewrite = { source: string; destination: string };

const spoken = ((await config.rewrites!()) as Rewrite[]).filter(({ source }) =>
  source.startsWith("/:speaks"),
);

test("pages of words have an address in each language of the interface", () => {
  const languages = new Set(spoken.map(({ source }) => /^\/:speaks\(([^)]*)\)/.exec(source)?.[1]));
  expect([...languages]).toEqual([readerLanguages.join("|")]);
});

test("each leads to a readers' page, and none to a verdict, to staff, to data or to files", () => {
  expect(spoken.length).toBeGreaterThan(1);
  for (const { destination } of spoken) {
    const page = destination.split("/")[1] ?? "";
    expect(isStaffPage(destination), destination).toBe(false);
    expect(page, destination).not.toMatch(/^(verdicts|embed|cards|feeds|api|oembed|preview|fonts|:)/);
    expect(existsSync(join("app", "(public)", page)), destination).toBe(true);
  }
});

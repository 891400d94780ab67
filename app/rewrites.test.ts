import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isStaffPage } from "../lib/core/refuse-request";
import { readerLanguages } from "../lib/words/reader";

type Rewrite = { source: string; destination: string };

type Config = { default: { rewrites: () => Promise<Rewrite[]> } };

// Plain JavaScript without types: by a name that the compiler does not follow.
const configFile = "../next.config.js";
const { default: config } = (await import(configFile)) as Config;
const spoken = (await config.rewrites()).filter(({ source }) => source.startsWith("/:speaks"));

test("pages of words have an address in each language of the interface", () => {
  const languages = new Set(spoken.map(({ source }) => /^\/:speaks\(([^)]*)\)/.exec(source)?.[1]));
  expect([...languages]).toEqual([readerLanguages.join("|")]);
});

test("each leads to a readers' page, and none to a verdict, to staff, to data or to files", () => {
  expect(spoken.length).toBeGreaterThan(1);
  const pages = spoken.flatMap(({ source }) => /\/:page\(([^)]*)\)/.exec(source)?.[1]?.split("|") ?? []);
  expect(pages).toContain("search");
  for (const page of pages) {
    expect(isStaffPage(`/${page}`), page).toBe(false);
    expect(page).not.toMatch(/^(verdicts|embed|cards|feeds|api|oembed|preview|fonts)/);
    expect(existsSync(join("app", "(public)", page)), page).toBe(true);
  }
});

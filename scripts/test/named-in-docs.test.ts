import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { experiments } from "../faults/experiments";
import { programs } from "../standalone/parts";

const inFolder = (folder: string, ending: RegExp) =>
  readdirSync(folder)
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));
const pages = [
  "README.md",
  "bench/README.md",
  ...inFolder("docs", /\.md$/),
  ...inFolder("docs/adr", /\.md$/),
];
const shipped = inFolder("deploy", /./);
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

/** What stands between backticks, and the lines of blocks of code. */
function codeOf(page: string): string[] {
  const text = readFileSync(page, "utf8");
  const blocks = [...text.matchAll(/^```[^\n]*\n(.*?)^```/gms)].map(([, block]) => block!);
  return [...blocks, ...[...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!)];
}

const findings = (files: string[], find: (code: string) => string[]) =>
  files.flatMap((file) =>
    codeOf(file)
      .flatMap(find)
      .map((what) => `${file}: ${what}`),
  );

it("each npm script that a page names is there", () => {
  const missing = (code: string) =>
    [...code.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, name]) => name!).filter((name) => !scripts[name]);
  expect(findings(pages, missing)).toEqual([]);
});

it("each file and folder of the project that a page names is there", () => {
  const path = /(?<![\w@./-])(?:app|bench|components|deploy|docs|e2e|lib|prisma|scripts)\/[\w./()[\]-]+/g;
  const missing = (code: string) =>
    // A star or a word in angle brackets stands for many.
    /[*<]/.test(code)
      ? []
      : [...code.matchAll(path)]
          .map(([found]) => found.replace(/[.,]$/, ""))
          .filter((found) => !existsSync(found));
  expect(findings(pages, missing)).toEqual([]);
});

it("each experiment that a page runs is there", () => {
  const known = new Set(Object.keys(experiments));
  const missing = (code: string) =>
    [...code.matchAll(/npm run faults -- ((?:[A-Z]+\d*[ ,]?)+)/g)]
      .flatMap(([, names]) => names!.trim().split(/[ ,]+/))
      .filter((name) => !known.has(name));
  expect(findings(pages, missing)).toEqual([]);
});

it("each command that an operator or a container runs is part of the tree that is shipped", () => {
  const ofDeploy = shipped.flatMap(
    (file) => readFileSync(file, "utf8").match(/scripts\/[\w/-]+\.m?[jt]s/g) ?? [],
  );
  const ofPage = codeOf("docs/operations.md").flatMap((code) => [
    ...(code.match(/scripts\/[\w/-]+\.m?[jt]s/g) ?? []),
    ...[...code.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].flatMap(
      ([, name]) => scripts[name!]?.match(/scripts\/[\w/-]+\.ts/) ?? [],
    ),
  ]);
  // These make or try a tree, and need the sources.
  const fromSources = ["build", "standalone", "check-standalone", "check-edge", "faults"].map(
    (name) => `scripts/${name}.ts`,
  );
  const asked = new Set([...ofDeploy, ...ofPage].filter((file) => !fromSources.includes(file)));
  expect([...asked].filter((file) => !(programs as readonly string[]).includes(file))).toEqual([]);
  expect(asked.size).toBeGreaterThan(6);
});

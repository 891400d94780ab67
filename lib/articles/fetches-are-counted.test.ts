import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const files = ["lib", "app"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name) && !name.startsWith("jobs/"))
    .map((name) => join(root, name)),
);

/** What sends this server to somebody's address. Jobs, which pace themselves, are left out. */
const goes = ["beginFetch", "lookAtSource", "fetchPage"];
const counts = "await hit(`fetch:${viewer.id}`, fetchLimit, now);\n  if (!allowed.ok) return allowed;";
/** Where these are; robots' rules are read for a look that a job made. */
const within = [
  "lib/articles/begin-fetch.server.ts",
  "lib/articles/fetch-page.server.ts",
  "lib/articles/host-visits.server.ts",
  "lib/articles/look-at-source.server.ts",
];

type Part = { name: string; text: string };

/** The functions of a file, each with what it says up to the next one. */
const functionsOf = (text: string): Part[] =>
  text
    .split(/^(?=(?:export )?async function )/m)
    .slice(1)
    .map((part) => ({ name: /function (\w+)/.exec(part)![1]!, text: part }));

/** Those that fetch, by themselves or by a step that they hand their transaction to: the commands that people give. */
function fetchingCommands(functions: readonly Part[]): Part[] {
  const fetching = new Set(goes);
  const fetches = ({ name, text }: Part) =>
    [...fetching].some((one) => one !== name && new RegExp(`\\b${one}\\(`).test(text));
  const isStep = ({ text }: Part) => /^[^{]*\btx: Tx\b/.test(text);
  for (let before = 0; before < fetching.size;) {
    before = fetching.size;
    for (const part of functions) if (isStep(part) && fetches(part)) fetching.add(part.name);
  }
  return functions.filter((part) => !isStep(part) && fetches(part));
}

test("ASVS 2.4.1: whatever a person has fetched is counted first, in each command that fetches", () => {
  const commands = files
    .filter((file) => !within.includes(file))
    .flatMap((file) => fetchingCommands(functionsOf(readFileSync(file, "utf8"))));
  expect(commands.map(({ name }) => name).sort()).toEqual([
    "captureAgain",
    "fetchLater",
    "fetchOriginal",
    "retryFetch",
  ]);
  for (const { name, text } of commands) expect(text, name).toContain(counts);
});

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const files = ["lib", "app"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name) && !name.startsWith("jobs/"))
    .map((name) => join(root, name)),
);

/** What sends this server to somebody's address; the functions themselves and jobs, which pace themselves, are left out. */
const goes = /enqueue\(\s*\w+,\s*"fetch-article"|(?<!function )\blookAtSource\(|(?<!function )\bfetchPage\(/g;
const counts = "await hit(`fetch:${viewer.id}`, fetchLimit, now);\n  if (!allowed.ok) return allowed;";
/** Robots' rules are read for a look that a job made, and a look is what `lookAtSource` is. */
const within = ["lib/articles/host-visits.server.ts", "lib/articles/look-at-source.server.ts"];

test("ASVS 2.4.1: whatever a person has fetched is counted first, in each command that fetches", () => {
  const found = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const fetches = text.match(goes)?.length ?? 0;
    return fetches === 0 || within.includes(file)
      ? []
      : [{ file, fetches, counted: text.split(counts).length - 1 }];
  });
  expect(found.length).toBeGreaterThan(2);
  for (const { file, fetches, counted } of found) expect(counted, file).toBeGreaterThanOrEqual(fetches);
});

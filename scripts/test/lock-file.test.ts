import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Lock = { packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }> };

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const versionOf = (name: string) => lock.packages[`node_modules/${name}`]?.version ?? "0.0.0";

function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split("-")[0]!.split(".").map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (a![index] ?? 0) - (b![index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

describe("package-lock.json", () => {
  it("holds the optional packages of every platform, so that npm ci takes it anywhere (node scripts/complete-lock.mjs)", () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !lock.packages[`${path}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ["next-auth", "4.24.15", "a critical flaw before"],
    ["next", "16.4.6", "the version this was built on"],
    ["dompurify", "3.4.0", "bypasses before"],
    ["undici", "7.0.0", "its dispatcher interface"],
  ])("has %s at %s or later: %s", (name, floor) => {
    expect(isAtLeast(versionOf(name), floor)).toBe(true);
  });
});

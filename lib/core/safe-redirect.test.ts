import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeReturnPath } from "./safe-redirect";

const list = join(
  process.env.PAYLOADS_DIR ?? "../shared/payloads",
  "Open_Redirect_Intruder_Open-Redirect-payloads.txt",
);
const site = "https://desk.example";

function staysHere(path: string): boolean {
  const once = new URL(path, site);
  return path.startsWith("/") && once.origin === site && new URL(once.pathname, site).origin === site;
}

describe("ASVS 3.7.2: safeReturnPath", () => {
  it.each([
    ["/", "/"],
    ["/claims/abc", "/claims/abc"],
    ["/queue?state=in-review&q=a%2Fb#x", "/queue?state=in-review&q=a%2Fb#x"],
    ["/queue?next=https://evil.example/", "/queue?next=https://evil.example/"],
    ["/search/süd", "/search/s%C3%BCd"],
    ["/a/../b", "/b"],
  ])("keeps %s", (input, path) => expect(safeReturnPath(input)).toBe(path));

  it.each([
    "",
    "desk",
    "//evil.example",
    "///evil.example",
    "//name@same-site.invalid/a",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/ /evil.example",
    " //evil.example",
    "/%09/evil.example",
    "/%2f/evil.example",
    "/%2Fevil.example",
    "/%5cevil.example",
    "/%252fevil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "/%2e//evil.example",
    "/x//y",
    "https://evil.example",
    "http:evil.example",
    "javascript:alert(1)",
    "/desk\r\nSet-Cookie: a=b",
    "/desk%0d%0aSet-Cookie:a=b",
    `/${"a".repeat(2048)}`,
    null,
    undefined,
    7,
    ["/desk"],
    { toString: () => "/x" },
  ])("answers %j with the fallback", (input) => {
    expect(safeReturnPath(input)).toBe("/desk");
    expect(safeReturnPath(input, "/sign-in")).toBe("/sign-in");
  });

  it("whatever comes in, what goes out stays on this site, and stays the same when checked again", () => {
    const nasty = fc.string({
      unit: fc.constantFrom("/", "\\", ".", "%2f", "%5c", "@", ":", "?", "#", "\t", "e", "a"),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          nasty,
          nasty.map((s) => `/${s}`),
          fc.webUrl(),
        ),
        (input) => {
          const path = safeReturnPath(input);
          return staysHere(path) && safeReturnPath(path) === path;
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.runIf(existsSync(list))("no line of the public open-redirect list leaves the site", () => {
    const lines = readFileSync(list, "utf8").split(/\r?\n/).filter(Boolean);
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect([line, staysHere(safeReturnPath(line))]).toEqual([line, true]);
  });
});

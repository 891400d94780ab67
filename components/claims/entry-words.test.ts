import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entryWords } from "./entry-words";

/** What an entry that names a claim is about. */
const nouns =
  "attribution bundle claim comment comparison correction disagreement evidence legal-read notice prepared-notice quote reply review schedule search shelf-life task verdict";
const ofClaim = new RegExp(`^(?:${nouns.replaceAll(" ", "|")})\\.`);

/** Events whose last word is put together where they are recorded. */
const composed = [
  ...["confirmed", "rejected", "confirmed-here", "rejected-here"].map((what) => `attribution.${what}`),
  ...["research-started", "submitted", "returned", "called-ready", "declined", "reopened"].map(
    (what) => `claim.${what}`,
  ),
  ...["resolved", "dismissed"].map((what) => `disagreement.${what}`),
  ...["edited", "dismissed"].map((what) => `prepared-notice.${what}`),
  ...["search", "reply"].flatMap((what) => [`${what}.withdrawn`, `${what}.restored`]),
  "tip.chosen",
];

function recorded(): string[] {
  const files = readdirSync("lib", { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith(".ts") && !name.includes(".test."))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));
  return files.flatMap((source) =>
    [...source.matchAll(/\bevent: ([^,}]*)/g)].flatMap(([, given]) =>
      [...given!.matchAll(/"([a-z-]+\.[a-z-]+)"/g)].map(([, event]) => event!),
    ),
  );
}

/** Events recorded with the articles of which they change what is printed: entries of each claim that prints those. */
function recordedOnClaims(): string[] {
  const files = readdirSync("lib", { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith(".ts") && !name.includes(".test."))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));
  return files.flatMap((source) =>
    source
      .split("recordEvent(")
      .slice(1)
      .filter((call) => call.slice(0, call.indexOf("});")).includes("articleIds:"))
      .flatMap((call) =>
        [...(/event: ([^,}]*)/.exec(call)?.[1] ?? "").matchAll(/"([a-z-]+\.[a-z-]+)"/g)].map(
          ([, event]) => event!,
        ),
      ),
  );
}

test("whatever changes what a claim prints of its articles has words in its history", () => {
  const events = [...new Set(recordedOnClaims())];
  expect(events).toEqual(expect.arrayContaining(["article.edited", "outlet.merged", "article.captured"]));
  expect(events.filter((event) => entryWords(event).startsWith("did: "))).toEqual([]);
});

test("whatever is recorded of a claim has words in its history", () => {
  const events = [...new Set([...recorded().filter((event) => ofClaim.test(event)), ...composed])];
  expect(events.length).toBeGreaterThan(40);
  expect(events.filter((event) => entryWords(event).startsWith("did: "))).toEqual([]);
});

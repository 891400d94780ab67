import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** But for what counts on paper only. */
const sheets = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".css") && !file.endsWith("print.css"))
    .map((file) => join(folder, file)),
);

/** What stands before each block, without comments. */
const preludesOf = (css: string) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .split(/[{};]/)
    .map((prelude) => prelude.trim().replace(/\s+/g, " "));

/** Classes of components that say their selector themselves, as the selector that is made of them. */
const writtenOut = (source: string) =>
  (source.match(/\[[^\s"'`]*:has\([^\s"'`]*\]:/g) ?? []).map((variant) =>
    variant.slice(1, variant.lastIndexOf("]:")).replaceAll("_", " "),
  );

const components = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => join(folder, file)),
);

/** What a selector asks of elements behind the one that `:has()` is said of. */
function behindHas(selector: string): string {
  const at = selector.lastIndexOf(":has(");
  if (at < 0) return "";
  let depth = 0;
  for (let place = at + ":has".length; place < selector.length; place += 1) {
    if (selector[place] === "(") depth += 1;
    else if (selector[place] === ")" && (depth -= 1) === 0) return selector.slice(place + 1);
  }
  return selector.slice(at);
}

/** A browser cannot narrow these down by class or name: it styles all descendants whenever an element comes or goes. */
const isDear = (behind: string) => /::|\[class|(^|[\s>+~])(\*|:(?!is\(|where\())/.test(behind);

it("no rule has the whole page styled anew whenever an element comes or goes", () => {
  expect(sheets.length).toBeGreaterThan(3);
  const selectors = [
    ...sheets.map((file) => ({ file, selectors: preludesOf(readFileSync(file, "utf8")) })),
    ...components.map((file) => ({ file, selectors: writtenOut(readFileSync(file, "utf8")) })),
  ];
  const dear = selectors.flatMap(({ file, selectors: all }) =>
    all.filter((selector) => isDear(behindHas(selector))).map((selector) => `${file}: ${selector}`),
  );
  expect(dear).toEqual([]);
});

it("such a rule is found", () => {
  expect(isDear(behindHas('details:has([role="alert"])::details-content'))).toBe(true);
  expect(isDear(behindHas('html:has(.word > p) main [class~="desk:top-6"]'))).toBe(true);
  expect(isDear(behindHas("html:has(.word > p) main .top-6"))).toBe(false);
  // In one piece it would be a class of this file, and a rule of the style sheet.
  const [written] = writtenOut(`"flex ${["[&:has(>", "b)>", ":not(i)]:invisible"].join("")}"`);
  expect(written).toBe("&:has(>b)>:not(i)");
  expect(isDear(behindHas(written!))).toBe(true);
  expect(isDear(behindHas("&:has(>b)>.under-tools"))).toBe(false);
});

it("no box to tick is laid out in a way in which its mark has no size", () => {
  const boxes = components.flatMap((file) =>
    (
      readFileSync(file, "utf8").match(
        /<input\b(?:(?!\/>)[^])*type="(?:checkbox|radio)"(?:(?!\/>)[^])*\/>/g,
      ) ?? []
    ).map((box) => ({
      file,
      laidOut: /className="(?:[^"]* )?(block|inline|inline-block|contents)[ "]/.exec(box)?.[1],
    })),
  );
  expect(boxes.length).toBeGreaterThan(5);
  expect(boxes.filter(({ laidOut }) => laidOut !== undefined)).toEqual([]);
});

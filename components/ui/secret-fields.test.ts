import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isSecretField, secretFields, secretPurposes } from "@/lib/core/secret-field";

/** Every field of the source: what its tag says. Hidden ones hold what the page knows already. */
const fields = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx"))
    .flatMap((name) => {
      const file = join(folder, name);
      const tags = readFileSync(file, "utf8").matchAll(/<(?:input|\w+Field)\b([^]*?[^=])>/g);
      return [...tags].map(([, props = ""]) => ({
        file,
        props,
        name: /\bname="([^"]*)"/.exec(props)?.[1],
      }));
    }),
);

const isMarked = (props: string) =>
  props.includes('type="password"') ||
  secretPurposes.some((purpose) => props.toLowerCase().includes(`autocomplete="${purpose}"`));

/** Asks once more for what was left out as a secret: its name is one of those. */
const asksAgain = "components/reader/held-form-page.tsx";

describe("a field in which somebody types a secret", () => {
  const marked = fields.filter(({ props, file }) => isMarked(props) && file !== asksAgain);

  it("has a name under which nothing is given back or kept", () => {
    const forgotten = marked.filter(({ name }) => name === undefined || !isSecretField(name));
    expect(forgotten.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it("is marked for browsers, too", () => {
    const unmarked = fields.filter(
      ({ name, props }) =>
        name !== undefined &&
        !isMarked(props) &&
        !props.includes('type="hidden"') &&
        (isSecretField(name) || /passw|passphrase|secret|code$|token|\bpin\b/i.test(name)),
    );
    expect(unmarked.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it("is there for each of the names", () => {
    expect(secretFields.filter((name) => !marked.some((field) => field.name === name))).toEqual([]);
  });
});

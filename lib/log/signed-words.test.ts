import { expect, it } from "vitest";
import { signedWords } from "./signed-words";

it("names each line of the gate that was overridden as the gate does, with its reason", () => {
  const overrides = [
    { code: "origins-too-few", reason: "One route only." },
    { code: "reply-not-asked", reason: "The yard is closed." },
  ];
  expect(signedWords({ version: 2, overrides })).toBe(
    "version 2 · overridden, too few independent origins: “One route only.” · overridden, a reply is missing: “The yard is closed.”",
  );
});

it.each([
  [{ version: 1, overrides: [] }, "version 1"],
  [{ version: 1 }, "version 1"],
  [{ version: 1, overrides: [{ code: "of-old", reason: "So." }] }, "version 1 · overridden, of-old: “So.”"],
  [{}, null],
  [null, null],
])("%j: %s", (body, words) => expect(signedWords(body)).toBe(words));

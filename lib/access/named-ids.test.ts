import { describe, expect, it } from "vitest";
import { idsIn, withoutIds } from "./named-ids";

const one = "01a219e7-6898-7000-b033-b0a047c7f257";
const other = "01a219e7-6b12-7000-8cc2-f46078ab35c0";

describe("ids that something names", () => {
  it.each([
    ["a text that is one", one, [one]],
    ["in a field of any name, however deep", { a: { b: [{ c: one }] }, d: other }, [one, other]],
    ["each once", [one, one], [one]],
    ["no word of a longer text: what people write stays", { text: `see /desk/claims/${one}` }, []],
    ["no number, time, nothing or bytes", { n: 1, at: new Date(0), no: null, b: Buffer.from(one) }, []],
  ])("are found: %s", (_, given, found) => expect(idsIn(given)).toEqual(found));

  it("become others that name nothing, different ones stay different, and all else stays as it is", () => {
    const at = new Date(0);
    const given = { id: one, list: [other, "text"], at, none: undefined };
    const made = withoutIds(given, new Set([one, other]));
    expect(made).toEqual({
      id: "00000000-0000-7000-b033-b0a047c7f257",
      list: ["00000000-0000-7000-8cc2-f46078ab35c0", "text"],
      at,
      none: undefined,
    });
    expect(made.at).toBe(at);
    expect(withoutIds(given, new Set())).toBe(given);
    expect(withoutIds(given, new Set([other])).id).toBe(one);
  });
});

import { describe, expect, it } from "vitest";
import { parseRows } from "./paste-rows";

describe("parseRows", () => {
  it("reads address, quote and note of each line", () => {
    const rows = parseRows("https://a.example/1\tfirst words\ta note\nhttps://a.example/2\tsecond words\t");
    expect(rows.map(({ url, quote, note }) => [url, quote, note])).toEqual([
      ["https://a.example/1", "first words", "a note"],
      ["https://a.example/2", "second words", ""],
    ]);
  });

  it("keeps line breaks and quotation marks inside a quoted cell", () => {
    const [row] = parseRows('https://a.example\t"He said ""no""\nand left"\tnote');
    expect(row?.quote).toBe('He said "no"\nand left');
  });

  it("keeps one line break where a form sends two characters for it", () => {
    expect(parseRows('https://a.example\twords\t"From the budget.\r\nSee page 12."\r\n')).toMatchObject([
      { quote: "words", note: "From the budget.\nSee page 12." },
    ]);
  });

  it("leaves a quotation mark that belongs to the words", () => {
    expect(parseRows('https://a.example\t"No" he said\tnote')[0]?.quote).toBe('"No" he said');
  });

  it("passes over empty lines and says which line a row stood on", () => {
    expect(parseRows("\n\nhttps://a.example\twords").map(({ line }) => line)).toEqual([3]);
  });
});

import { describe, expect, it } from "vitest";
import { textFragmentUrl } from "./text-fragment";

describe("textFragmentUrl", () => {
  it.each([
    ["https://news.example/a", "https://news.example/a#:~:text=two%20words"],
    ["https://news.example/a#part", "https://news.example/a#part:~:text=two%20words"],
    ["https://news.example/a?q=1#:~:text=old", "https://news.example/a?q=1#:~:text=two%20words"],
  ])("adds the words to %s", (url, expected) => {
    expect(textFragmentUrl(url, { exact: "two words" })).toBe(expected);
  });

  it("encodes what the directive uses as syntax", () => {
    expect(
      textFragmentUrl("https://n.example/", { exact: "well-known, R&D", prefix: "a ", suffix: " c" }),
    ).toBe("https://n.example/#:~:text=a-,well%2Dknown%2C%20R%26D,-c");
  });

  it("gives whole words of context only", () => {
    const quote = {
      exact: "four",
      prefix: "rought across the border were in ",
      suffix: " lorries that nobody had ever se",
    };
    expect(textFragmentUrl("https://n.example/", quote)).toContain(
      "the%20border%20were%20in-,four,-lorries%20that%20nobody%20had",
    );
  });

  it("names a long passage, or one over several lines, by both ends", () => {
    const exact = "one two three four five six seven\neight nine ten eleven twelve";
    expect(textFragmentUrl("https://n.example/", { exact })).toContain(
      "text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve",
    );
    expect(textFragmentUrl("https://n.example/", { exact: "One\ntwo three four five six seven" })).toContain(
      "text=One,three%20four%20five%20six%20seven",
    );
  });

  it("takes more of the end where its last words stand in the passage before", () => {
    const again = "and so it was said on that day";
    const exact = `It began in May ${again}, then came June ${again}, and the summer passed until it ended ${again}`;
    expect(textFragmentUrl("https://n.example/", { exact })).toContain(
      "ended%20and%20so%20it%20was%20said%20on%20that%20day",
    );
  });

  it("leaves out the neighbours of a passage long enough to stand once, unless it cuts a word", () => {
    const exact = "one two three four five six seven eight";
    expect(textFragmentUrl("https://n.example/", { exact, prefix: "and ", suffix: " too" })).not.toContain(
      "-",
    );
    expect(textFragmentUrl("https://n.example/", { exact, prefix: "and ", suffix: "h too" })).toContain(
      "eight,-h%20too",
    );
  });

  it.each(["javascript:alert(1)", "mailto:a@b.example", "nonsense", ""])("refuses %j", (url) => {
    expect(textFragmentUrl(url, { exact: "words" })).toBeNull();
  });

  it("refuses words that cannot be encoded", () => {
    expect(textFragmentUrl("https://n.example/", { exact: "\ud83d" })).toBeNull();
    expect(textFragmentUrl("https://n.example/", { exact: " " })).toBeNull();
  });
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WordsChanged } from "./words-changed";

const shown = (method: "fetched" | "pasted", is: string | null = "It sold 170 cars.") =>
  renderToStaticMarkup(
    <WordsChanged
      outcome={is === null ? "gone" : "altered"}
      was="It sold 107 cars."
      is={is}
      method={method}
      checkedAt="2024-06-28T12:00:00.000Z"
    />,
  );

test("what was fetched since is what stands there now", () => {
  expect(shown("fetched")).toMatch(/Quoted.*<del>107<\/del>.*Now.*<ins[^>]*>170<\/ins>/s);
});

test("of a copy that we were given it is not said which words came first", () => {
  for (const html of [shown("pasted"), shown("pasted", null)]) {
    expect(html).toContain("In the pasted copy");
    expect(html).not.toMatch(/<del|<ins|>Now<|any more/);
  }
  expect(shown("pasted")).toMatch(/<mark[^>]*>107<\/mark>.*<mark[^>]*>170<\/mark>/s);
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readerWords } from "@/lib/words/reader";
import { Altered } from "./integrity";
import { readerStyles } from "./styles";

test("a hash and a signature are copied whole: no space is in them, and a press takes all of one", () => {
  const hash = "0123456789abcdef".repeat(4);
  const html = renderToStaticMarkup(<Altered sha256={hash} links={[]} shows="" words={readerWords("en")} />);
  expect(html).toContain(`<code class="hash">${hash}</code>`);
  // Breaks anywhere: at its hyphens alone a base64url signature looks like words that are cut.
  expect(readerStyles).toContain("dd code,.hash{word-break:break-all;-webkit-user-select:all}");
});

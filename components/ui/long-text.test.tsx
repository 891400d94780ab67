import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LongText } from "./long-text";

const shown = (text: string) => renderToStaticMarkup(<LongText text={text}>{text}</LongText>);

it("leaves a text that is not long as it is", () => {
  const html = shown("Seven ferries sail.");
  expect(html).toContain("Seven ferries sail.");
  expect(html).not.toContain("<details");
});

it("holds every word of a long text, and a way to see them without scripts", () => {
  const text = "Seven ferries sail every morning. ".repeat(300);
  const html = shown(text);
  expect(html).toContain(text);
  expect(html).toMatch(/<details><summary[^>]*>.*Show all of it/);
});

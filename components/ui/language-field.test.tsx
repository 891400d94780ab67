import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { isLanguage } from "@/lib/settings/site-choices";
import { LanguageField } from "./language-field";

it("offers the languages of a source by name, each with a code that is one, and takes any other", () => {
  const html = renderToStaticMarkup(<LanguageField defaultValue="xx" />);
  const [, list] = /<input[^>]* list="([^"]+)"/.exec(html)!;
  expect(html).toContain(`<datalist id="${list}">`);
  expect(html).toContain('<option value="uk">Ukrainian</option>');
  expect(html).toContain('value="xx"');
  const codes = [...html.matchAll(/<option value="([^"]+)"/g)].map(([, code]) => code!);
  expect(codes.filter((code) => !isLanguage(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});

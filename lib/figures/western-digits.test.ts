import { expect, test } from "vitest";
import { westernDigits } from "./western-digits";

test.each([
  ["٤٢ مليون", "42 مليون"],
  ["۱۹۷۹", "1979"],
  ["٤٢٫٥ و ١٬٢٠٠", "42.5 و 1,200"],
  ["०१२३४५६७८९", "0123456789"],
  ["෦෧෨෩෪෫෬෭෮෯", "0123456789"],
  ["４２", "42"],
  ["$42, ½, Ⅷ, ٪", "$42, ½, Ⅷ, ٪"],
])("the digits of %j are read as %j", (written, read) => {
  expect(westernDigits(written)).toBe(read);
});

test("every place in the text stays where it was", () => {
  for (let code = 0; code < 0x1_1000; code += 1) {
    const text = `a${String.fromCodePoint(code)}b`;
    expect(westernDigits(text)).toHaveLength(text.length);
    if (code < 0x1_0000 && /\p{Nd}/u.test(text)) expect(westernDigits(text)).toMatch(/^a\db$/);
  }
});

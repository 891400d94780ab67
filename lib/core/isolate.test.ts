import { expect, it } from "vitest";
import { isolated } from "./isolate";

it.each([
  ["ليندفيك 2024", true],
  ["The Herald says שלום", true],
  ["Громада замовила пороми", false],
  ["The board ordered 7 ferries", false],
  ["", false],
])("sets %j apart from what stands beside it: %s", (text, isSetApart) =>
  expect(isolated(text)).toBe(isSetApart ? `\u2068${text}\u2069` : text),
);

import { expect, test } from "vitest";
import { changesOnce } from "./changes-once";
import type { ChangedQuoteDto } from "./source-history-dto";

const changed = (quoteId: string, was: string, is: string | null, more: Partial<ChangedQuoteDto> = {}) => ({
  quoteId,
  outcome: is === null ? ("gone" as const) : ("altered" as const),
  was,
  is,
  method: "fetched" as const,
  checkedAt: "2024-06-28T12:00:00.000Z",
  claims: [{ id: `claim-${quoteId}`, text: quoteId }],
  ...more,
});
const told = (quotes: ChangedQuoteDto[]) =>
  changesOnce(quotes).map(({ quoteId, claims }) => [quoteId, claims.map(({ id }) => id)]);

test("one change is told once, by the longest quote of it, with every claim that leans on it", () => {
  const quotes = [
    changed("part", "107 cars", "170 cars"),
    changed("whole", "It sold 107 cars in 2023.", "It sold 170 cars in 2023."),
    changed("again", "It sold 107 cars in 2023.", "It sold 170 cars in 2023."),
  ];
  expect(told(quotes)).toEqual([["whole", ["claim-part", "claim-whole", "claim-again"]]]);
});

test("what differs in another look, another way or other words is another change", () => {
  const quotes = [
    changed("a", "107 cars", "170 cars"),
    changed("b", "107 cars", "170 cars", { checkedAt: "2024-06-29T12:00:00.000Z" }),
    changed("c", "107 cars", "170 cars", { method: "pasted" }),
    changed("d", "107 cars", null),
    changed("e", "It sold 107 cars.", "It sold some cars."),
  ];
  expect(told(quotes).map(([id]) => id)).toEqual(["a", "b", "c", "d", "e"]);
});

import { expect, it } from "vitest";
import { carriedBy } from "./carried-by";

const piece = (stance: "supports" | "disputes" | "context", reason: string | null) => ({
  stance,
  decisive: reason === null ? null : { reason },
});
const ruling = piece("supports", "It is the ruling itself.");
const side = "supports" as const;

it("names what stands for the number of origins: decisive, with its reason, on the side the rating rests on", () => {
  const evidence = [
    piece("supports", null),
    ruling,
    piece("supports", " "),
    piece("disputes", "A ruling."),
    piece("context", "A ruling."),
  ];
  expect(carriedBy({ side, count: 0 }, evidence, 2)).toEqual([ruling]);
  expect(carriedBy({ side: null, count: 0 }, evidence, 2)).toEqual([]);
});

it("names nothing where as many origins are known as the newsroom asks for", () => {
  expect(carriedBy({ side, count: 1 }, [ruling], 2)).toEqual([ruling]);
  expect(carriedBy({ side, count: 2 }, [ruling], 2)).toEqual([]);
  expect(carriedBy({ side, count: 2 }, [ruling], 3)).toEqual([ruling]);
  expect(carriedBy({ side, count: 1 }, [ruling], 1)).toEqual([]);
});

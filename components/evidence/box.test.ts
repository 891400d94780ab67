import { expect, it } from "vitest";
import { boxBetween, movedBox } from "./box";

it("a frame is drawn from any corner and ends at the edge of the picture", () => {
  const box = { x: 10, y: 20, width: 90, height: 30 };
  expect(boxBetween({ x: 10, y: 50 }, { x: 140, y: 20 })).toEqual(box);
  expect(boxBetween({ x: 140, y: 20 }, { x: 10, y: 50 })).toEqual(box);
});

it("arrow keys begin in the middle, move, size, and never leave the picture", () => {
  const first = movedBox(null, "ArrowLeft", false)!;
  expect(first).toEqual({ x: 40, y: 40, width: 20, height: 20 });
  expect(movedBox(first, "ArrowLeft", false)).toMatchObject({ x: 39 });
  expect(movedBox(first, "ArrowDown", true)).toMatchObject({ height: 21 });
  const edge = { x: 80, y: 0, width: 20, height: 1 };
  expect(movedBox(edge, "ArrowRight", false)).toEqual(edge);
  expect(movedBox(edge, "ArrowRight", true)).toEqual(edge);
  expect(movedBox(edge, "ArrowUp", true)).toEqual(edge);
  expect(movedBox(edge, "Enter", false)).toBeNull();
});

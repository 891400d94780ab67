/** Percent of width and height, from the top left corner. */
export type Box = { x: number; y: number; width: number; height: number };

export const sizes = ["x", "y", "width", "height"] as const;

const tenth = (value: number) => Math.round(value * 10) / 10;
const within = (value: number, most = 100) => tenth(Math.min(most, Math.max(0, value)));

/** The box between two points, cut at the edges of the picture. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): Box {
  const [left, right] = [within(Math.min(a.x, b.x)), within(Math.max(a.x, b.x))];
  const [top, bottom] = [within(Math.min(a.y, b.y)), within(Math.max(a.y, b.y))];
  return { x: left, y: top, width: tenth(right - left), height: tenth(bottom - top) };
}

const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The box after an arrow key: moved by one percent, or sized with Shift; the first key puts one in the middle. `null` for other keys. */
export function movedBox(box: Box | null, key: string, isSized: boolean): Box | null {
  const step = steps[key];
  if (!step) return null;
  if (!box) return { x: 40, y: 40, width: 20, height: 20 };
  const [right, down] = step;
  if (isSized)
    return {
      ...box,
      width: Math.max(1, within(box.width + right, 100 - box.x)),
      height: Math.max(1, within(box.height + down, 100 - box.y)),
    };
  return { ...box, x: within(box.x + right, 100 - box.width), y: within(box.y + down, 100 - box.height) };
}

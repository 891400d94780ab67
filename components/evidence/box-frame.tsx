import type { Box } from "./box";

/** The frame over what it is drawn on; its parent is `relative`. */
export function BoxFrame({ box }: { box: Box }) {
  const style = { left: `${box.x}%`, top: `${box.y}%`, width: `${box.width}%`, height: `${box.height}%` };
  return (
    <span
      aria-hidden="true"
      style={style}
      className="pointer-events-none absolute border-2 border-black bg-mark/25 outline-1 outline-white"
    />
  );
}

import { isWhole, readRegion } from "@/lib/quotes/region";

/** A page stands, a picture lies; their own shape is not known here. */
const shapes = { page: { width: 70, height: 99 }, picture: { width: 120, height: 80 } };

/** Where in a picture or page a place is, drawn small; nothing when the fragment says no box in percent. */
export function DrawnPlace({ fragment, label }: { fragment: string; label: string }) {
  const region = readRegion(fragment);
  if (!region?.box || isWhole(region)) return null;
  const { width, height } = region.page === null ? shapes.picture : shapes.page;
  const { box } = region;
  const [x, y] = [(box.x * width) / 100, (box.y * height) / 100];
  const [w, h] = [Math.max(2, (box.width * width) / 100), Math.max(2, (box.height * height) / 100)];
  const at = (value: number) => Math.round(value * 10) / 10;
  return (
    <svg
      width={width + 2}
      height={height + 2}
      viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      role="img"
      aria-label={label}
    >
      <rect width={width} height={height} fill="none" stroke="currentColor" strokeOpacity=".4" />
      <rect
        x={at(x)}
        y={at(y)}
        width={at(w)}
        height={at(h)}
        fill="currentColor"
        fillOpacity=".25"
        stroke="currentColor"
      />
    </svg>
  );
}

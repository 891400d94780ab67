/** A page's points are 72 to the inch; small print is read well at 150 dots to the inch, as fax and scanner have it. */
const dotsPerPoint = 150 / 72;
/** An A4 page at that size has 2.2 million. */
const mostPixels = 3_000_000;
const mostSide = 4_096;

/**
 * How large a page is drawn, in whole pixels: at 150 dots to the inch, smaller where that would be more than three
 * million pixels or 4,096 on a side. `null` for a page that has no size. `width` and `height` are in points.
 */
export function drawnSize(page: { width: number; height: number }): { width: number; height: number } | null {
  const { width, height } = page;
  if (!(width > 0 && height > 0) || !Number.isFinite(width * height)) return null;
  const scale = Math.min(
    dotsPerPoint,
    Math.sqrt(mostPixels / (width * height)),
    mostSide / Math.max(width, height),
  );
  const pixels = (points: number) => Math.max(1, Math.floor(points * scale));
  return { width: pixels(width), height: pixels(height) };
}

import type { Mark } from "@/lib/claims/vocabulary";

export type RatingShape =
  "disc-check" | "three-quarter-disc" | "half-disc" | "triangle" | "square-cross" | "ring" | "ring-question";

export type RatingTone = "confirmed" | "mostly" | "partly" | "misleading" | "disputed" | "unproven";

export type RatingLike = { code: string; number: number | null; marks?: readonly Mark[] };

const byCode: Record<string, RatingShape> = {
  confirmed: "disc-check",
  "mostly-confirmed": "three-quarter-disc",
  "partly-confirmed": "half-disc",
  misleading: "triangle",
  disputed: "square-cross",
  reported: "ring",
  unproven: "ring-question",
};

const byNumber: Record<number, RatingShape> = {
  5: "disc-check",
  4: "three-quarter-disc",
  3: "half-disc",
  2: "triangle",
  1: "square-cross",
};

const tones: Record<RatingShape, RatingTone> = {
  "disc-check": "confirmed",
  "three-quarter-disc": "mostly",
  "half-disc": "partly",
  triangle: "misleading",
  "square-cross": "disputed",
  ring: "unproven",
  "ring-question": "unproven",
};

/** Holes are cut out of the shapes, so that the marks stand on any background and in forced colours. */
const disc = "M12 1a11 11 0 1 1 0 22a11 11 0 0 1 0-22Z";
const ring = `${disc}M12 3.2a8.8 8.8 0 1 0 0 17.6a8.8 8.8 0 0 0 0-17.6Z`;
const paths: Record<RatingShape, string> = {
  "disc-check": `${disc}M10.3 17.5L18.6 8.3L16.7 6.6L10.2 13.8L7.3 11L5.5 12.9Z`,
  "three-quarter-disc": `${ring}M12 12V5.4A6.6 6.6 0 1 1 5.4 12Z`,
  "half-disc": `${ring}M12 5.4a6.6 6.6 0 0 0 0 13.2Z`,
  triangle:
    "M10.4 2.2L.9 19.5A1.8 1.8 0 0 0 2.5 22.2H21.5A1.8 1.8 0 0 0 23.1 19.5L13.6 2.2A1.8 1.8 0 0 0 10.4 2.2Z" +
    "M10.6 8H13.4L13.1 15H10.9ZM12 16.3a1.5 1.5 0 1 1 0 3a1.5 1.5 0 0 1 0-3Z",
  "square-cross":
    "M4 1H20A3 3 0 0 1 23 4V20A3 3 0 0 1 20 23H4A3 3 0 0 1 1 20V4A3 3 0 0 1 4 1Z" +
    "M8.3 6.5L6.5 8.3L10.2 12L6.5 15.7L8.3 17.5L12 13.8L15.7 17.5L17.5 15.7L13.8 12L17.5 8.3L15.7 6.5L12 10.2Z",
  ring,
  "ring-question":
    `${ring}M12 16a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 0 1 0-2.8Z` +
    "M10.9 14.8V13.4C10.9 11.6 13.6 11.3 13.6 9.5C13.6 8.5 12.9 7.9 11.9 7.9C10.9 7.9 10.2 8.5 10 9.6" +
    "L7.9 9.1C8.3 7.1 9.8 5.9 12 5.9C14.3 5.9 15.8 7.3 15.8 9.3C15.8 12.1 13.1 12.4 13.1 13.9V14.8Z",
};

function shapeByMarks(marks: readonly Mark[]): RatingShape {
  if (marks.length !== 1) return "ring";
  if (marks[0] === "confirmed") return "disc-check";
  return marks[0] === "disputed" ? "square-cross" : "ring-question";
}

/** The shape of a rating: by its code, else by its place on the axis, else by the marks that fit it. */
export function ratingShape(rating: RatingLike): RatingShape {
  const known = byCode[rating.code] ?? (rating.number === null ? undefined : byNumber[rating.number]);
  return known ?? shapeByMarks(rating.marks ?? []);
}

/** The shape as an SVG path in a box of 24, to be filled by the even-odd rule. */
export function ratingPath(rating: RatingLike): string {
  return paths[ratingShape(rating)];
}

/** The colour token that goes with the shape. */
export function ratingTone(rating: RatingLike): RatingTone {
  return tones[ratingShape(rating)];
}

/** The shape alone, in the colour of the text; the rating's word always stands beside it. */
export function RatingMark({
  rating,
  size = 22,
  className,
}: {
  rating: RatingLike;
  size?: number;
  className?: string;
}) {
  const shape = ratingShape(rating);
  return (
    <svg
      className={className}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="currentColor"
      fillRule="evenodd"
      aria-hidden="true"
      focusable="false"
      data-shape={shape}
    >
      <path d={paths[shape]} />
    </svg>
  );
}

import { isCalendarTime } from "../core/calendar-time";

/** Whether 03/04 is a day and a month or a month and a day, as the rest of its column tells. */
export type DayOrder = "day-first" | "month-first" | "unknown";

const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
/** The first three letters of each month, in every language that a name is read in. */
const months = [
  "jan feb mar apr may jun jul aug sep oct nov dec",
  "січ лют бер кві тра чер лип сер вер жов лис гру",
].map((names) => names.split(" "));
const monthOf = (word: string): number =>
  /^\p{L}{3,9}$/u.test(word) ? Math.max(...months.map((names) => names.indexOf(word.slice(0, 3)))) : -1;

/** How a column writes its days: a number above twelve gives it away; dots are read day first, as everywhere they are used. */
export function dayOrder(cells: readonly string[]): DayOrder {
  const pairs = cells.flatMap((cell) => {
    const match = numeric.exec(cell);
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  const dayFirst = pairs.some(([first]) => first > 12);
  const monthFirst = pairs.some(([, second]) => second > 12);
  if (dayFirst !== monthFirst) return dayFirst ? "day-first" : "month-first";
  return "unknown";
}

const two = (part: number): string => String(part).padStart(2, "0");

/**
 * A day as people write it in sheets, as ISO 8601 (`2024-06-28`, `2024-06`, `2024`, or with its time): "28 June 2024",
 * "28 червня 2024", "June 28, 2024", "28.06.2024", "28/06/2024". The reason in words when it is no day or can be read two ways.
 */
export function readDay(cell: string, order: DayOrder): { day: string } | { problem: string } {
  const found = isoOf(cell.trim(), order);
  if (found === "two-ways")
    return { problem: `“${cell}” can be read in two ways. Write the day as 2024-06-28.` };
  if (found && isCalendarTime(found)) return { day: found };
  return { problem: `“${cell}” is no day that we can read. Write it as 2024-06-28.` };
}

function isoOf(cell: string, order: DayOrder): string | null {
  const iso =
    /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?: ?(Z|[+-]\d{2}:?\d{2}))?)?$/.exec(
      cell,
    );
  if (iso) return `${iso[1]}${iso[2] ? `T${iso[2]}${iso[3] ?? ""}` : ""}`;
  const numbers = numeric.exec(cell);
  if (numbers) {
    const [first, second, year] = numbers.slice(1).map(Number) as [number, number, number];
    const way = cell.includes(".") ? "day-first" : first === second ? "day-first" : order;
    if (way === "unknown") return "two-ways";
    const [day, month] = way === "day-first" ? [first, second] : [second, first];
    return `${year}-${two(month)}-${two(day)}`;
  }
  return named(cell);
}

/** "28 June 2024", "June 28, 2024", "28th of June 2024", "June 2024", "28 червня 2024 року". */
function named(cell: string): string | null {
  const words = cell
    .toLowerCase()
    .replace(/[,.]/g, " ")
    .split(/\s+/)
    .filter((word) => !/^(?:of|р|року|рік)?$/.test(word));
  const month = words.findIndex((word) => monthOf(word) >= 0);
  const year = words.find((word) => /^\d{4}$/.test(word));
  const day = words.find((word) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word));
  if (month < 0 || !year || words.length !== (day ? 3 : 2)) return null;
  return `${year}-${two(monthOf(words[month]!) + 1)}${day ? `-${two(parseInt(day, 10))}` : ""}`;
}

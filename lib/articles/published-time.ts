const monthStems: [string, number][] = [
  ["jan|janvier|ene|gen(?:naio)?|stycz|січ|янв", 1],
  ["feb|févr?|fevr|fev|lut|лют|фев", 2],
  ["mar|mär|mrz|март|бер", 3],
  ["apr|avr|abr|kwie|квіт|апр", 4],
  ["may|mai|maj|mag|трав|ма[йя]", 5],
  ["jun|juin|giu|czerw|черв|июн", 6],
  ["jul|juil|lug|lip|лип|июл", 7],
  ["aug|août|aout|ago|sierp|серп|авг", 8],
  ["sep|set|wrze|верес|сент", 9],
  ["oct|okt|out|ott|paźdz|жовт|окт", 10],
  ["nov|listopad|листоп|ноя", 11],
  ["dec|dez|déc|dic|grud|груд|дек", 12],
];
const month = `(?:${monthStems.map(([stem]) => stem).join("|")})\\p{L}*\\.?`;
const shapes: { pattern: RegExp; order: "ymd" | "dmy" | "mdy" }[] = [
  { pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u, order: "ymd" },
  {
    pattern: new RegExp(`(?<!\\p{L})(${month})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, "iu"),
    order: "mdy",
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.)?[\\s-]+(?:de\\s+)?(${month}),?[\\s-]+(?:de\\s+)?(\\d{4})(?!\\d)`,
      "iu",
    ),
    order: "dmy",
  },
  { pattern: /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/u, order: "dmy" },
  { pattern: /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/u, order: "mdy" },
];

/** Abbreviations that mean one offset only; "CST", "IST" and "BST" do not, so they are not here. */
const zones: Record<string, string> = {
  z: "Z",
  utc: "Z",
  gmt: "Z",
  est: "-05:00",
  edt: "-04:00",
  cdt: "-05:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
  cet: "+01:00",
  cest: "+02:00",
  eet: "+02:00",
  eest: "+03:00",
};
const clock =
  /^[\s,|·•–—-]*(?:(?:T|at|um|о|об|в|à|a las|kl\.?)\s*)?(\d{1,2})(?::|h|\.(?=\d\d\s*(?:uhr|[ap]\.?m)))(\d{2})(:\d{2}(?:[.,]\d+)?)?(?!\d)\s*(?:uhr)?\s*([ap]\.?m\b\.?)?\s*\(?([+-]\d{2}:?\d{2}(?!\d)|[+-]\d{2}(?!\d)|(?:Z|UTC|GMT|[A-Z]{3,4})(?!\p{L}))?/iu;

function monthNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  const found = monthStems.find(([stem]) => new RegExp(`^(?:${stem})`, "iu").test(word));
  return found ? found[1] : 0;
}

function clockAfter(rest: string): { iso: string; length: number } | null {
  const match = clock.exec(rest);
  if (!match) return null;
  const half = match[4]?.toLowerCase();
  let hour = Number(match[1]);
  if (half?.startsWith("p") && hour < 12) hour += 12;
  if (half?.startsWith("a") && hour === 12) hour = 0;
  if (hour > 23 || Number(match[2]) > 59) return null;
  const given = match[5] ?? "";
  const offset = /^[+-]/.test(given)
    ? given.replace(/^([+-]\d{2}):?(\d{2})?$/, (_, h: string, m?: string) => `${h}:${m ?? "00"}`)
    : (zones[given.toLowerCase()] ?? "");
  const seconds = (match[3] ?? "").replace(",", ".");
  return { iso: `T${String(hour).padStart(2, "0")}:${match[2]}${seconds}${offset}`, length: match[0].length };
}

/**
 * The first date in a text, with a time when one follows it: ISO 8601, the zone only as stated. 03/04/2024 names no
 * day and is no date; 03/24/2024 does. Offsets are UTF-16, for slicing. `null` when there is none.
 */
export function findDate(text: string): { value: string; start: number; end: number } | null {
  let best: { value: string; start: number; end: number } | null = null;
  for (const { pattern, order } of shapes) {
    const match = pattern.exec(text);
    if (!match || (best && best.start <= match.index)) continue;
    const [first = "", second = "", third = ""] = match.slice(1);
    let [year, monthAt, day] = order === "ymd" ? [first, second, third] : [third, second, first];
    if (order === "mdy") [monthAt, day] = [first, second];
    if (match[0].includes("/") && order === "mdy") {
      if (Number(first) <= 12 && Number(second) <= 12 && first !== second) continue;
      if (Number(first) > 12) [monthAt, day] = [second, first];
    }
    const m = monthNumber(monthAt);
    const d = Number(day);
    if (m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(Number(year), m, 0)).getUTCDate()) continue;
    const stop = match.index + match[0].length;
    const time = clockAfter(text.slice(stop, stop + 60));
    year = `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
    best = { value: year + (time?.iso ?? ""), start: match.index, end: stop + (time?.length ?? 0) };
  }
  return best;
}

/** A stated time as ISO 8601 without inventing anything; `null` when it states no day. */
export function normaliseDate(raw: string): string | null {
  const text = raw.trim().slice(0, 200);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z?))?$/.exec(text);
  if (compact) {
    const [, y, m, d, hh, mm, ss, z] = compact;
    return findDate(`${y}-${m}-${d}${hh ? `T${hh}:${mm}:${ss ?? "00"}${z}` : ""}`)?.value ?? null;
  }
  return findDate(text)?.value ?? null;
}

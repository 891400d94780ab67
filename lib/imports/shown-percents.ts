type Parts = Record<string, string>;

/** How a cell shows a share: digits after the point, thousands apart or not, and whether a space stands before the sign. */
type PercentFormat = { least: number; most: number; isGrouped: boolean; space: string };

/** Formats that a file need not write down (ECMA-376, 18.8.30). */
const builtIn: Record<number, string> = { 9: "0%", 10: "0.00%" };

/**
 * The parts of a workbook (XML by name) in which cells that show a share say it as the sheet does: 0.34 in a cell that shows
 * 34% becomes the words "34%". Only parts that differ are in the answer. Other number formats are left: what they show is
 * the number that is kept.
 */
export function shownPercents(parts: Parts): Parts {
  const styles = Object.entries(parts).find(([name]) => /(?:^|\/)styles\.xml$/i.test(name))?.[1] ?? "";
  const formats = percentFormats(styles);
  if (formats.size === 0) return {};
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, xml]) => {
      if (!/worksheets?\/[^/]*\.xml$/i.test(name)) return [];
      const shown = withPercents(xml, formats);
      return shown === xml ? [] : [[name, shown]];
    }),
  );
}

// A file may be made to be slow. No pattern here passes the beginning of another tag, so that of tags that never end each
// is looked at once; nothing is looked for to the end of a file from more than one place.

/** By the number of a cell's style, how it shows a share; other styles are left out. */
function percentFormats(styles: string): Map<number, PercentFormat> {
  const formats = new Map(Object.entries(builtIn).map(([id, code]) => [Number(id), percentFormat(code)]));
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\s[^<>]*>/g)) {
    const [id, code] = [attribute(tag, "numFmtId"), attribute(tag, "formatCode")];
    if (id !== null && code !== null) formats.set(Number(id), percentFormat(code));
  }
  const cells = styles.split(/<\/?(?:\w+:)?cellXfs\b[^<>]*>/, 2)[1] ?? "";
  const used = [...cells.matchAll(/<(?:\w+:)?xf\b[^<>]*>/g)].map(([tag]) => attribute(tag, "numFmtId"));
  return new Map(
    used.flatMap((id, style) => {
      const format = formats.get(Number(id ?? 0));
      return format ? [[style, format] as const] : [];
    }),
  );
}

/** What a format's code says; null when it shows no share. Words in quotes, colours and conditions are no part of it. */
function percentFormat(code: string): PercentFormat | null {
  const [first = ""] = code
    .replace(/&quot;|"/g, '"')
    .replace(/"[^"]*"|\[[^[\]]*\]/g, "")
    .split(";");
  const digits = first
    .replace(/[_*]./g, "")
    .replace(/\\(.)/g, (_, sign: string) => (sign === "%" ? "" : sign));
  if (!digits.includes("%")) return null;
  // No sheet shows more than 30 digits after the point.
  const after = /\.([0#?]{0,30})/.exec(digits)?.[1] ?? "";
  return {
    least: after.replaceAll("#", "").length,
    most: after.length,
    isGrouped: /[0#?],[0#?]/.test(digits),
    space: /[ \u00a0]%/.test(digits) ? " " : "",
  };
}

// Between a cell's tags no other cell begins or ends.
const cell = /<((?:\w+:)?c)(\s[^<>]*)(?<!\/)>([^<]*(?:<(?!\/?(?:\w+:)?c[\s>])[^<]*)*)<\/\1>/g;

function withPercents(xml: string, formats: ReadonlyMap<number, PercentFormat>): string {
  return xml.replace(cell, (whole, tag: string, attributes: string, content: string) => {
    const format = formats.get(Number(attribute(attributes, "s") ?? 0));
    if (!format || (attribute(attributes, "t") ?? "n") !== "n") return whole;
    const value = /<(?:\w+:)?v>([^<]*)<\/(?:\w+:)?v>/.exec(content)?.[1]?.trim() ?? "";
    if (value === "" || !Number.isFinite(Number(value))) return whole;
    const shown = content.replace(
      /(<(?:\w+:)?v>)[^<]*/,
      (_, open: string) => open + say(Number(value), format),
    );
    return `<${tag}${attributes.replace(/\st\s*=\s*["']n["']/, "")} t="str">${shown}</${tag}>`;
  });
}

function say(share: number, { least, most, isGrouped, space }: PercentFormat): string {
  const number = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: isGrouped,
    signDisplay: "negative",
  });
  // A sheet counts in 15 digits: 0.145 is 14.5 %, not 14.499999999999998.
  return `${number.format(Number((share * 100).toPrecision(15)))}${space}%`;
}

function attribute(tag: string, name: string): string | null {
  return (
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(tag)
      ?.slice(1)
      .find((text) => text !== undefined) ?? null
  );
}

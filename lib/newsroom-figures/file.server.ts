import "server-only";
import { csvText } from "../core/csv";
import type { ServedFile } from "../core/file-route.server";
import { parseInput } from "../core/parse-input";
import { fail, notFound, ok, type Result } from "../core/result";
import { loadSettings } from "../settings/settings.server";
import { readPeriod } from "./period";
import type { NewsroomFigures } from "./figures";
import { loadFigure } from "./queries";
import { figuresQuerySchema } from "./schema";
import { figureBehind, fileRows, tableNames, tableOf } from "./tables";

/** Rows a file has at most. */
const most = 1_000;

/** One table of a period as CSV, by its file name such as `output.csv`. */
export async function figuresFile(
  file: string,
  query: URLSearchParams,
  now: Date,
): Promise<Result<ServedFile>> {
  const name = tableNames.find((table) => `${table}.csv` === file);
  if (!name) return fail(notFound("table"));
  const input = parseInput(figuresQuerySchema, Object.fromEntries(query));
  if (!input.ok) return input;
  const { from, to } = input.value;
  const { ratings, site } = await loadSettings();
  const period = readPeriod({ ...(from ? { from } : {}), ...(to ? { to } : {}) }, now, site.timeZone);
  if (!period.ok) return period;
  const behind = figureBehind[name];
  const figure = await loadFigure(behind, period.value, most);
  // The table looks at no other figure (a test says so), so no other is counted for it.
  const figures = { [behind]: figure } as unknown as NewsroomFigures;
  const text = csvText(fileRows(tableOf(name, figures, ratings)));
  const { first, last } = period.value;
  return ok({
    bytes: new TextEncoder().encode(text),
    type: "text/csv; charset=utf-8",
    name: `${name}-${first}-to-${last}.csv`,
  });
}

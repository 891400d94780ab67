import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import type { BrowserContext } from "playwright";

/** What Playwright's trace of a window holds; times are milliseconds of one clock for all windows. */
export type Trace = {
  /** Each key pressed and each text typed or pasted, by when. */
  steps: { kind: "key" | "text"; at: number }[];
  /** Each piece of work that the trace was told of, as a group of it. */
  pieces: { name: string; began: number; ended: number }[];
};

/** What a piece of work took. */
export type Effort = { keys: number; texts: number; seconds: number };

type Line = {
  type: string;
  callId?: string;
  method?: string;
  title?: string;
  startTime?: number;
  endTime?: number;
};

const kinds: Record<string, "key" | "text"> = {
  keyboardPress: "key",
  press: "key",
  keyboardInsertText: "text",
  keyboardType: "text",
  fill: "text",
};

/** Begins a trace. No snapshots: they would put a script into every frame, and the desk's policy refuses it. */
export const beginTrace = (context: BrowserContext): Promise<unknown> =>
  context.tracing.start({ snapshots: false, screenshots: false });

/** Ends it, keeps it in `file`, where `npx playwright show-trace` opens it, and reads it. */
export async function endTrace(context: BrowserContext, file: string): Promise<Trace> {
  await context.tracing.stop({ path: file });
  const parts = unzipSync(await readFile(file));
  return readTrace(strFromU8(parts["trace.trace"] ?? new Uint8Array()));
}

/** Reads the lines of a trace, each an object of JSON. */
export function readTrace(text: string): Trace {
  const lines = text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  const begun = lines.filter(({ type }) => type === "before");
  const ends = new Map(
    lines.filter(({ type }) => type === "after").map(({ callId, endTime }) => [callId, endTime]),
  );
  return {
    steps: begun.flatMap(({ method = "", startTime: at = 0 }) => {
      const kind = kinds[method];
      return kind ? [{ kind, at }] : [];
    }),
    pieces: begun
      .filter(({ method }) => method === "tracingGroup")
      .map(({ callId, title = "", startTime: began = 0 }) => ({
        name: title,
        began,
        ended: ends.get(callId) ?? began,
      })),
  };
}

/** What everybody did while a piece of work was under way. Throws when no trace was told of it. */
export function effortOf(name: string, traces: readonly Trace[]): Effort {
  const piece = traces.flatMap(({ pieces }) => pieces).find((one) => one.name === name);
  if (!piece) throw new Error(`No trace was told of “${name}”.`);
  const during = traces
    .flatMap(({ steps }) => steps)
    .filter(({ at }) => at >= piece.began && at <= piece.ended);
  const count = (kind: "key" | "text") => during.filter((step) => step.kind === kind).length;
  return { keys: count("key"), texts: count("text"), seconds: (piece.ended - piece.began) / 1000 };
}

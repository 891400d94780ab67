import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { StartRefused } from "./settings";

/** What a browser may be sent as JavaScript before a page of the desk is usable, compressed. */
export const firstLoadLimitBytes = 220 * 1024;

export type FirstLoad = { route: string; bytes: number; files: number };

type Manifest = { entryJSFiles?: Record<string, string[]> };

/** The client manifest that the build wrote as a script: one assignment of JSON to a name in brackets. */
export function readClientManifest(script: string): Manifest {
  const begin = script.indexOf('"] = {');
  if (begin < 0) throw new Error("The build's client manifest has another form than it had.");
  return JSON.parse(script.slice(begin + '"] = '.length).replace(/;\s*$/, "")) as Manifest;
}

/**
 * First-load JavaScript of every page below a folder of the build's `server/app`: what each page of the framework loads,
 * and the chunks of the page, its layouts and its error page. What is fetched later (`lazy`, prefetched pages) and the
 * polyfills, which no current browser asks for, do not count.
 */
export function firstLoads(buildFolder: string, group: string): FirstLoad[] {
  const root = join(buildFolder, "server/app");
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const known = sizes.get(file);
    if (known !== undefined) return known;
    const size = gzipSync(readFileSync(join(buildFolder, file)), { level: 9 }).length;
    sizes.set(file, size);
    return size;
  };
  return readdirSync(join(root, group), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "page_client-reference-manifest.js")
    .map(({ parentPath }) => {
      const shared = JSON.parse(readFileSync(join(parentPath, "page/build-manifest.json"), "utf8")) as {
        rootMainFiles: string[];
      };
      const manifest = readClientManifest(
        readFileSync(join(parentPath, "page_client-reference-manifest.js"), "utf8"),
      );
      const entries = Object.values(manifest.entryJSFiles ?? {}).flat();
      if (entries.length === 0)
        throw new Error(`${parentPath} names no scripts: the build changed its form.`);
      const files = new Set([...shared.rootMainFiles, ...entries]);
      const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
      return { route: `/${relative(join(root, group), parentPath)}`, bytes, files: files.size };
    })
    .sort((a, b) => b.bytes - a.bytes);
}

/** The pages as lines of a table, the heaviest first. */
function firstLoadTable(loads: readonly FirstLoad[]): string {
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(9);
  const lines = loads.map(
    ({ route, bytes }) => `${kb(bytes)}  ${route}${bytes > firstLoadLimitBytes ? "  over the limit" : ""}`,
  );
  return [`First-load JavaScript, gzip; at most ${kb(firstLoadLimitBytes).trim()} a page:`, ...lines].join(
    "\n",
  );
}

/** Says what the pages of the desk load, as the build has it. Throws `StartRefused` when one is over the limit. */
export function checkFirstLoads(log: (line: string) => void, buildFolder = ".next"): void {
  const loads = firstLoads(buildFolder, "(desk)");
  log(firstLoadTable(loads));
  const over = loads.filter(({ bytes }) => bytes > firstLoadLimitBytes).map(({ route }) => route);
  if (over.length > 0)
    throw new StartRefused(
      `Too much JavaScript on first load: ${over.join(", ")}. Load what is not needed at once later (lazy), or take it away.`,
    );
}

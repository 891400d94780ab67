import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { StartRefused } from "./settings";

/** What a browser may be sent as JavaScript before a page of the desk is usable, compressed. */
export const firstLoadLimitBytes = 220 * 1024;

/** What it may fetch besides once somebody uses it, such as the editor of a write-up. */
export const laterLimitBytes = 180 * 1024;

/** `laterBytes`: of all that the page's scripts can still ask for (`lazy`), each chunk once. */
export type FirstLoad = { route: string; bytes: number; files: number; laterBytes: number };

type Manifest = { entryJSFiles?: Record<string, string[]> };

/** The client manifest that the build wrote as a script: one assignment of JSON to a name in brackets. */
export function readClientManifest(script: string): Manifest {
  const begin = script.indexOf('"] = {');
  if (begin < 0) throw new Error("The build's client manifest has another form than it had.");
  return JSON.parse(script.slice(begin + '"] = '.length).replace(/;\s*$/, "")) as Manifest;
}

/**
 * The chunks that scripts name to fetch them later, and those that these name; they stand in them by their paths, and in no
 * manifest.
 */
function fetchedLater(buildFolder: string, first: ReadonlySet<string>): Set<string> {
  const later = new Set<string>();
  const toRead = [...first];
  for (let file = toRead.pop(); file !== undefined; file = toRead.pop()) {
    const script = readFileSync(join(buildFolder, file), "latin1");
    for (const [named] of script.matchAll(/static\/chunks\/[\w~.-]+\.js\b/g)) {
      if (first.has(named) || later.has(named) || !existsSync(join(buildFolder, named))) continue;
      later.add(named);
      toRead.push(named);
    }
  }
  return later;
}

/**
 * JavaScript of every page below a folder of the build's `server/app`. First load: what each page of the framework loads,
 * and the chunks of the page, its layouts and its error page. Apart from it what those fetch later (`lazy`). Prefetched
 * pages and the polyfills, which no current browser asks for, do not count.
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
      const sum = (some: Iterable<string>) => [...some].reduce((bytes, file) => bytes + sizeOf(file), 0);
      return {
        route: `/${relative(join(root, group), parentPath)}`,
        bytes: sum(files),
        files: files.size,
        laterBytes: sum(fetchedLater(buildFolder, files)),
      };
    })
    .sort((a, b) => b.bytes - a.bytes);
}

/** The pages as lines of a table, the heaviest first. */
function firstLoadTable(loads: readonly FirstLoad[]): string {
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(9);
  const lines = loads.map(
    (load) =>
      `${kb(load.bytes)}${kb(load.laterBytes)}  ${load.route}${isOver(load) ? "  over the limit" : ""}`,
  );
  const most = `at most ${kb(firstLoadLimitBytes).trim()} a page, and ${kb(laterLimitBytes).trim()} fetched later`;
  return [`JavaScript on first load and fetched later, gzip; ${most}:`, ...lines].join("\n");
}

function isOver({ bytes, laterBytes }: FirstLoad): boolean {
  return bytes > firstLoadLimitBytes || laterBytes > laterLimitBytes;
}

/** Says what the pages of the desk load, as the build has it. Throws `StartRefused` when one is over a limit. */
export function checkFirstLoads(log: (line: string) => void, buildFolder = ".next"): void {
  const loads = firstLoads(buildFolder, "(desk)");
  log(firstLoadTable(loads));
  const over = loads.filter(({ bytes }) => bytes > firstLoadLimitBytes).map(({ route }) => route);
  if (over.length > 0)
    throw new StartRefused(
      `Too much JavaScript on first load: ${over.join(", ")}. Load what is not needed at once later (lazy), or take it away.`,
    );
  const heavy = loads.filter(({ laterBytes }) => laterBytes > laterLimitBytes).map(({ route }) => route);
  if (heavy.length > 0)
    throw new StartRefused(`Too much JavaScript fetched later: ${heavy.join(", ")}. Take some of it away.`);
  if (loads.every(({ laterBytes }) => laterBytes === 0))
    throw new Error("No page names what it fetches later: the build changed its form.");
}

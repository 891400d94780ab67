import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { nodeFileTrace } from "@vercel/nft";
import { transform } from "esbuild";

/** As `tsx` will read them: each file by itself, types taken out, so that an import of types alone brings nothing along. */
async function readAsJavaScript(path: string): Promise<string | null> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "EISDIR") return null;
    throw error;
  });
  if (text === null || !/\.tsx?$/.test(path)) return text;
  const { code } = await transform(text, { loader: path.endsWith("x") ? "tsx" : "ts", target: "node20" });
  return code;
}

/** Not run in production, or for reading by people. */
const needless = /\.(d\.[cm]?ts|map|md|markdown)$|(^|\/)(LICENSE|CHANGELOG)[^/]*$/i;

/**
 * All files that the programs load, themselves included, as paths in the project's folder: sources, packages, and files that
 * packages name. Throws when one of our own files cannot be read, for then what it imports would be missing.
 */
export async function traceScripts(programs: readonly string[]): Promise<string[]> {
  const root = resolve(".");
  const { fileList, warnings } = await nodeFileTrace(
    programs.map((file) => join(root, file)),
    {
      base: root,
      processCwd: root,
      mixedModules: true,
      ts: true,
      conditions: ["react-server", "node"],
      paths: { "@/": `${root}/` },
      readFile: readAsJavaScript,
      ignore: (path) => needless.test(path),
    },
  );
  const own = [...warnings].filter(({ message }) => !message.includes("node_modules"));
  if (own.length > 0) throw new Error(own.map(({ message }) => message).join("\n"));
  return [...fileList].sort();
}

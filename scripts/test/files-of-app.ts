import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** A route handler, page or file of server actions, as it lies on disk. */
export type AppFile = {
  /** Its folder below `app/`, as in `api/v1/claims/[id]`. */
  folder: string;
  /** Absolute, for `import()`. */
  file: string;
  /** An address that reaches it; what a bracket stands for is "none", which names nothing. */
  address: string;
  params: Record<string, string | string[]>;
};

const app = resolve("app");

function appFile(file: string): AppFile {
  const folder = relative(app, join(file, ".."));
  const parts = folder.split("/").filter((part) => !/^\(.*\)$/.test(part));
  const params = Object.fromEntries(
    parts.flatMap((part) => {
      const [, rest, name] = /^\[(\.\.\.)?(\w+)\]$/.exec(part) ?? [];
      return name ? [[name, rest ? ["none"] : "none"]] : [];
    }),
  );
  return {
    folder,
    file,
    address: `/${parts.map((part) => part.replace(/^\[.*\]$/, "none")).join("/")}`,
    params,
  };
}

const files = readdirSync(app, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .sort();

/** Every route handler of the application. */
export const routeFiles = files.filter((file) => /\/route\.tsx?$/.test(file)).map(appFile);

/** Every page that Next renders. */
export const pageFiles = files.filter((file) => file.endsWith("/page.tsx")).map(appFile);

/** Every file whose exports are server actions. */
export const actionFiles = files
  .filter((file) => /\.tsx?$/.test(file) && /^\s*["']use server["']/m.test(readFileSync(file, "utf8")))
  .map(appFile);

/**
 * Adds the optional packages of other platforms to package-lock.json. A registry mirror that holds one platform only
 * makes npm leave them out, and `npm ci` then refuses the lock file everywhere. Run after each change of dependencies:
 *   node scripts/complete-lock.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";

const systems = { windows: "win32", linuxmusl: "linux" };
const systemNames = [
  "darwin",
  "win32",
  "freebsd",
  "android",
  "linux",
  "netbsd",
  "openbsd",
  "sunos",
  "aix",
  "openharmony",
];
const processors = [
  "arm64",
  "x64",
  "ia32",
  "arm",
  "ppc64",
  "s390x",
  "riscv64",
  "loong64",
  "mips64el",
  "wasm32",
];

/** Optional platform packages that some package asks for and the lock does not hold: name and exact version. */
export function missingPlatforms(lock) {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(
        ([name]) => !lock.packages[`${path}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
      )
      .map(([name, range]) => ({ name, version: range.replace(/^[\^~]/, ""), dev })),
  );
}

/** The lock entry of a platform package, its system and processor read from its name, so that it is never installed elsewhere. */
function entryOf({ name, version, dev }) {
  const words = name.split("/").pop().split("-");
  const os = words.map((word) => systems[word] ?? word).find((word) => systemNames.includes(word));
  const cpu = processors.find((word) => words.includes(word));
  if (!os && !cpu)
    throw new Error(`${name} is optional and missing, but not named after a platform. Install it.`);
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(dev ? { dev: true } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}

/** Rewrites the lock file with what was missing; returns how many entries were added. */
function complete(file) {
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingPlatforms(lock);
  for (const one of missing) lock.packages[`node_modules/${one.name}`] = entryOf(one);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  return missing.length;
}

if (process.argv[1]?.endsWith("complete-lock.mjs"))
  console.log(`${complete("package-lock.json")} entries added.`);

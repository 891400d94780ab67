/**
 * `npm run licences`: the licences of all packages that run or are built into what is shipped, by licence, as the packages
 * say themselves. Packages for building and testing alone are left out; those of other platforms are in.
 */
import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));

/** What a package says of its licence: in the lock file, else in its own description. */
function licenceOf(path, { license }) {
  if (license) return license;
  try {
    const own = read(`${path}/package.json`);
    return (
      own.license?.type ?? own.license ?? own.licenses?.map(({ type }) => type).join(" OR ") ?? "not said"
    );
  } catch {
    return "not installed, so not known";
  }
}

const byLicence = new Map();
for (const [path, entry] of Object.entries(read("package-lock.json").packages)) {
  if (path === "" || entry.dev || entry.devOptional) continue;
  const licence = licenceOf(path, entry);
  const name = `${path.slice(path.lastIndexOf("node_modules/") + 13)} ${entry.version}`;
  byLicence.set(licence, (byLicence.get(licence) ?? new Set()).add(name));
}
for (const [licence, names] of [...byLicence].sort(([, a], [, b]) => b.size - a.size)) {
  console.log(`${licence} (${names.size})`);
  for (const name of [...names].sort()) console.log(`  ${name}`);
}

#!/usr/bin/env node
/**
 * Checks the whole log of a Countersign desk, and all that it speaks of, without any code of the application: Node 20,
 * this file and the folder beside it are all it takes.
 *
 *   node scripts/verify-log.mjs dump.ndjson [--keys keys.json] [--heads checkpoints]
 *   node scripts/verify-log.mjs --from https://desk.example --token <token> [--keys keys.json] [--heads checkpoints]
 *
 * The dump is what `npm run log:dump` writes or GET /api/v1/log/dump answers. --keys is the key set that you trust (it
 * is served at /.well-known/countersign-keys.json; keep your own copy), else the dump's own is taken. --heads is a file
 * of signed heads that were kept elsewhere (feeds and the file `checkpoints` of the desk's home carry them): only with
 * them does a shortened log, or an old backup put in place of the new one, show. `--json` prints one object.
 * Exit code 0: every check passed; 1: one failed; 2: it could not be run.
 */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { checkRecords, checkTree, checkWords, factsOfRecord, isWithheld } from "./verify-log/records.mjs";
import { checkDrafts, checkStates, hashesOfDraft } from "./verify-log/replay.mjs";
import { checkAccounts, checkReviews, checkSettings } from "./verify-log/rows.mjs";

// ── What was found ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Collects failures by check, each with its place. */
function makeReport() {
  const checks = new Map();
  return {
    checks,
    begin: (name) => checks.set(name, []),
    fail(name, place, problem) {
      checks.get(name).push({ place, problem });
    },
    /** Runs one look whose failure may also be an exception. */
    look(name, place, run) {
      try {
        const problem = run();
        if (problem) this.fail(name, place, problem);
      } catch (error) {
        this.fail(name, place, error.message);
      }
    },
  };
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const places = {
  publication: "publications",
  notice: "notices",
  "site-page": "pages",
  claim: "claims",
  verdict: "verdicts",
  review: "reviews",
  setting: "settings",
  account: "accounts",
  checkpoint: "checkpoints",
};

/** What is kept of a row's line: of records and drafts no words. */
function factsOf(line, keys) {
  if (line.kind === "publication" || line.kind === "notice" || line.kind === "site-page")
    return factsOfRecord(line, keys);
  if (line.kind === "claim") return { id: line.id, state: line.state };
  if (line.kind !== "verdict") return line;
  const { kind: _kind, claimId, version, ...fields } = line;
  return { claimId, version, hashes: hashesOfDraft(fields) };
}

/** The checks of a dump in the order in which they are told; each sees every entry once, and ends when all rows are known. */
function checksOf({ withWords }, report) {
  return [
    checkTree(report),
    ...(withWords ? [checkWords(report)] : []),
    checkRecords(report),
    checkStates(report),
    ...(withWords ? [checkDrafts(report)] : []),
  ];
}

const checksOfRows = { reviews: checkReviews, settings: checkSettings, accounts: checkAccounts };

/**
 * Reads a dump line by line. An entry is shown to the checks and let go; of rows their facts are kept. `trusted` are keys
 * that go before the dump's own, which are its second line.
 */
async function readDump(stream, trusted, report) {
  const dump = { keys: trusted ?? [], origin: null, withWords: false, entries: 0, pending: 0 };
  for (const name of Object.values(places)) dump[name] = [];
  const checks = [];
  for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
    if (text.trim() === "") continue;
    const line = JSON.parse(text);
    if (line.kind === "log") {
      Object.assign(dump, { origin: line.origin, withWords: line.withWords });
      checks.push(...checksOf(line, report));
    } else if (!dump.origin) throw new Error("this is no dump of a log");
    else if (line.kind === "keys") dump.keys = trusted ?? line.keys;
    // Dumps of earlier versions say nothing of some rows; those of this one do so before the entries.
    else if (line.kind === "rows")
      checks.push(...(checksOfRows[line.of] ? [checksOfRows[line.of](report)] : []));
    else if (line.kind === "entry" || line.kind === "pending") {
      for (const check of checks) check.see(line);
      dump[line.kind === "entry" ? "entries" : "pending"] += 1;
    } else if (places[line.kind]) dump[places[line.kind]].push(factsOf(line, dump.keys));
    else throw new Error(`a line of an unknown kind, ${line.kind}`);
  }
  if (!dump.origin) throw new Error("this is no dump of a log");
  return { ...dump, checks, isDemo: dump.settings.some(({ key }) => key === "demo") };
}

async function openSource({ from, token }, [path]) {
  if (!from) return createReadStream(path, "utf8");
  const response = await fetch(new URL("/api/v1/log/dump", from), {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!response.ok || !response.body) throw new Error(`${from} answered ${response.status}`);
  return Readable.fromWeb(response.body);
}

/** Heads in a file: notes one after the other, parted by blank lines. */
async function readHeads(path) {
  const text = await readFile(path, "utf8");
  const notes = text.match(/[^\n]+\n\d+\n[^\n]+\n(?:[^\n]+\n)*\n(?:— [^\n]+\n)+/gu) ?? [];
  if (notes.length === 0) throw new Error(`${path} holds no signed head`);
  return notes.map((note) => ({ note, from: path }));
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: "string" },
      token: { type: "string" },
      keys: { type: "string" },
      heads: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  if (values.from ? positionals.length > 0 || !values.token : positionals.length !== 1) {
    console.error(
      "Usage: verify-log.mjs <dump> | --from <address> --token <token>, with --keys <file>, --heads <file>, --json",
    );
    return 2;
  }
  const trusted = values.keys ? JSON.parse(await readFile(values.keys, "utf8")).keys : null;
  const kept = values.heads ? await readHeads(values.heads) : [];
  const report = makeReport();
  const dump = await readDump(await openSource(values, positionals), trusted, report);
  const heads = [...dump.checkpoints.map(({ note }) => ({ note, from: "the desk" })), ...kept];
  for (const check of dump.checks) check.end(dump, dump.keys, heads);
  return print(report, dump, { isJson: values.json, hasKeptHeads: kept.length > 0 });
}

function print({ checks }, dump, { isJson, hasKeptHeads }) {
  const failed = [...checks.values()].reduce((sum, found) => sum + found.length, 0);
  const size = `${dump.entries} entries, ${dump.pending} not sealed yet, ${dump.publications.length} publications`;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  if (isJson) {
    console.log(JSON.stringify({ ok: failed === 0, size, megabytes, checks: Object.fromEntries(checks) }));
    return failed === 0 ? 0 : 1;
  }
  for (const [name, found] of checks) {
    if (found.length === 0) console.log(`pass  ${name}`);
    for (const { place, problem } of found.slice(0, 50)) console.log(`FAIL  ${name}: ${place}: ${problem}`);
    if (found.length > 50) console.log(`FAIL  ${name}: and ${found.length - 50} more`);
  }
  if (!dump.withWords)
    console.log("note  words and drafts are not in this dump; npm run log:dump writes one with them");
  for (const { slug, version, withheld } of dump.publications.filter(isWithheld))
    console.log(
      `note  ${slug} version ${version} is withheld (${withheld}): its text is not in this dump, hash checked only`,
    );
  if (!hasKeptHeads)
    console.log(
      "note  without heads kept elsewhere (--heads) nobody can see that the newest entries are missing",
    );
  console.log(`note  read line by line, with ${megabytes} MB of memory at most`);
  console.log(`${size}. ${failed === 0 ? "All checks passed." : `${failed} failed.`}`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`Could not be checked: ${error.message}`);
  process.exitCode = 2;
}

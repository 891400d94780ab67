import { verify } from "node:crypto";
import { canonical, growingTree, openHead, publicKeyOf, sha256 } from "./hashes.mjs";

const prefixes = {
  publication: "countersign-record-v1\n",
  notice: "countersign-notice-v1\n",
  "site-page": "countersign-page-v1\n",
};

/** Each entry in its place with the leaf that its own words give. Heads are compared while the tree grows past them. */
export function checkTree(dump, keys, heads, report) {
  report.begin("entries");
  report.begin("heads");
  const wanted = new Map();
  for (const { note, from } of heads) {
    const place = `${from}, head of ${note.split("\n")[1] ?? "?"} entries`;
    report.look("heads", place, () => {
      const { size, root } = openHead(note, keys, dump.origin);
      wanted.set(size, [...(wanted.get(size) ?? []), { root, place }]);
    });
  }
  const tree = growingTree();
  const compare = (size) => {
    for (const { root, place } of wanted.get(size) ?? [])
      if (tree.root().toString("hex") !== root)
        report.fail("heads", place, "the entries up to it are not those that were signed");
    wanted.delete(size);
  };
  compare(0);
  dump.entries.forEach((line, index) => {
    const { kind: _kind, leafHash, words: _words, ...entry } = line;
    const place = `entry ${index}`;
    if (entry.seq !== index) report.fail("entries", place, `its number is ${entry.seq}`);
    const leaf = sha256(Buffer.of(0), canonical(entry));
    if (leaf.toString("hex") !== leafHash)
      report.fail("entries", place, "it is not the entry that was put into the tree");
    tree.add(Buffer.from(leafHash, "hex"));
    compare(index + 1);
  });
  for (const [size, lost] of wanted)
    for (const { place } of lost)
      report.fail("heads", place, `the log has only ${dump.entries.length} of ${size} entries`);
  if (heads.length === 0 && dump.entries.length > 0) report.fail("heads", "log", "there is no signed head");
  const newest = Math.max(0, ...heads.map(({ note }) => Number(note.split("\n")[1]) || 0));
  if (newest < dump.entries.length)
    report.fail("heads", `entries ${newest} to ${dump.entries.length - 1}`, "no signed head covers them");
}

/** The words behind each entry are those it committed to, or were erased. */
export function checkWords(dump, report) {
  if (!dump.withWords) return;
  report.begin("words");
  for (const entry of [...dump.entries, ...dump.pending]) {
    const place = entry.seq === undefined ? "an entry not sealed yet" : `entry ${entry.seq}`;
    if (!entry.words) report.fail("words", place, "its words are gone without a trace");
    else if (!entry.words.isErased && !isRecordEntry(entry))
      report.look("words", place, () =>
        sha256(entry.words.salt + canonical(entry.words.body)).toString("hex") === entry.commitment
          ? ""
          : "its words are not those it committed to",
      );
  }
}

const isRecordEntry = ({ subject }) => subject.kind in prefixes;

function validityProblem(key, at) {
  if (at < Date.parse(key.validFrom)) return `its key is valid only from ${key.validFrom}`;
  if (key.validTo != null && at > Date.parse(key.validTo)) return `its key was valid to ${key.validTo}`;
  if (key.revokedAt != null && at >= Date.parse(key.revokedAt))
    return `its key was revoked at ${key.revokedAt}`;
  return "";
}

/** When a record says that it was published; of one that is withheld the dump says so beside its hash. */
const dateOf = (row) => (isWithheld(row) ? row : JSON.parse(row.recordText)).publishedAt;

/** The text of a version that is withheld from readers is not in the dump: its hash, signature and entry are. */
export const isWithheld = (row) => row.recordText === undefined && typeof row.withheld === "string";

function textProblem(row) {
  if (isWithheld(row)) return "";
  if (canonical(JSON.parse(row.recordText)) !== row.recordText) return "its text is not in canonical form";
  return sha256(row.recordText).toString("hex") === row.sha256 ? "" : "it does not have its hash";
}

function signedProblem(kind, row, keys) {
  const wrongText = textProblem(row);
  if (wrongText) return wrongText;
  const key = keys.find(({ kid }) => kid === row.keyId);
  if (!key) return `nobody published the key ${row.keyId}`;
  const isSigned = verify(
    null,
    Buffer.from(prefixes[kind] + row.sha256, "ascii"),
    publicKeyOf(key),
    Buffer.from(row.signature, "base64url"),
  );
  return isSigned ? validityProblem(key, Date.parse(dateOf(row))) : "its signature is not of this key";
}

const placeOf = {
  publication: (row) => `${row.slug} version ${row.version}`,
  notice: (row) => `notice ${row.id} of ${row.slug}`,
  "site-page": (row) => `page ${row.page} version ${row.version}`,
};

/** Each publication, notice and page of the site is signed, has its entry, and each such entry has its record. */
export function checkRecords(dump, keys, report) {
  for (const [kind, name, rows, keyOf] of [
    ["publication", "publications", dump.publications, ({ sha256: hash }) => hash],
    ["notice", "notices", dump.notices, ({ id }) => id],
    ["site-page", "pages", dump.pages, ({ sha256: hash }) => hash],
  ]) {
    report.begin(name);
    const entries = new Map();
    for (const entry of [...dump.entries, ...dump.pending])
      if (entry.subject.kind === kind && entry.commitment !== null) entries.set(entry.subject.id, entry);
    for (const row of rows) {
      const place = placeOf[kind](row);
      report.look(name, place, () => signedProblem(kind, row, keys));
      const entry = entries.get(keyOf(row));
      entries.delete(keyOf(row));
      if (!entry) report.fail(name, place, "the log has no entry for it");
      else if (entry.commitment !== row.sha256)
        report.fail(name, place, "the log entry is about another record");
      else
        report.look(name, place, () =>
          entry.at === new Date(dateOf(row)).toISOString() ? "" : `the log dates it ${entry.at}`,
        );
    }
    for (const entry of entries.values())
      report.fail(name, `entry ${entry.seq ?? "not sealed yet"}`, `the ${kind} that it speaks of is gone`);
  }
  checkVersions("publications", dump.publications, "slug", report);
  checkVersions("pages", dump.pages, "page", report);
}

/** Versions of one address count from 1, each naming the hash of the one before it. */
function checkVersions(name, all, member, report) {
  const byAddress = new Map();
  for (const row of all) byAddress.set(row[member], [...(byAddress.get(row[member]) ?? []), row]);
  for (const [address, rows] of byAddress) {
    rows.sort((a, b) => a.version - b.version);
    rows.forEach((row, index) =>
      report.look(name, `${address} version ${row.version}`, () => {
        const before = rows[index - 1];
        if (row.version !== index + 1) return `version ${index + 1} is missing before it`;
        if (isWithheld(row)) return "";
        const record = JSON.parse(row.recordText);
        if (record[member] !== address || record.version !== row.version)
          return "its record names another place";
        if (!before) return record.previous ? "the first version names one before it" : "";
        return record.previous?.sha256 === before.sha256 ? "" : "it does not name the version before it";
      }),
    );
  }
}

import { verify } from "node:crypto";
import { canonical, growingTree, openHead, publicKeyOf, sha256 } from "./hashes.mjs";

const prefixes = {
  publication: "countersign-record-v1\n",
  notice: "countersign-notice-v1\n",
  "site-page": "countersign-page-v1\n",
};

/** Leaf hashes one after the other, 32 bytes each, in pieces: a million of them take 32 MB. */
function keptLeaves() {
  const perPiece = 32_768;
  const pieces = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(leaf) {
      if (size % perPiece === 0) pieces.push(Buffer.alloc(perPiece * 32));
      leaf.copy(pieces.at(-1), (size % perPiece) * 32);
      size += 1;
    },
    at: (index) =>
      pieces[Math.floor(index / perPiece)].subarray((index % perPiece) * 32, (index % perPiece) * 32 + 32),
  };
}

/** Each entry in its place with the leaf that its own words give; at the end the heads, while the tree grows once more. */
export function checkTree(report) {
  report.begin("entries");
  report.begin("heads");
  const leaves = keptLeaves();
  return {
    see({ kind, leafHash, words: _words, ...entry }) {
      if (kind !== "entry") return;
      const place = `entry ${leaves.size}`;
      if (entry.seq !== leaves.size) report.fail("entries", place, `its number is ${entry.seq}`);
      const leaf = sha256(Buffer.of(0), canonical(entry));
      if (leaf.toString("hex") !== leafHash)
        report.fail("entries", place, "it is not the entry that was put into the tree");
      leaves.add(Buffer.from(leafHash, "hex"));
    },
    end: (dump, keys, heads) => checkHeads(leaves, { origin: dump.origin, keys, heads }, report),
  };
}

function checkHeads(leaves, { origin, keys, heads }, report) {
  const wanted = new Map();
  for (const { note, from } of heads) {
    const place = `${from}, head of ${note.split("\n")[1] ?? "?"} entries`;
    report.look("heads", place, () => {
      const { size, root } = openHead(note, keys, origin);
      wanted.set(size, [...(wanted.get(size) ?? []), { root, place }]);
    });
  }
  const tree = growingTree();
  for (let size = 0; size <= leaves.size; size += 1) {
    if (size > 0) tree.add(leaves.at(size - 1));
    for (const { root, place } of wanted.get(size) ?? [])
      if (tree.root().toString("hex") !== root)
        report.fail("heads", place, "the entries up to it are not those that were signed");
    wanted.delete(size);
  }
  for (const [size, lost] of wanted)
    for (const { place } of lost)
      report.fail("heads", place, `the log has only ${leaves.size} of ${size} entries`);
  if (heads.length === 0 && leaves.size > 0) report.fail("heads", "log", "there is no signed head");
  const newest = heads.reduce((most, { note }) => Math.max(most, Number(note.split("\n")[1]) || 0), 0);
  if (newest < leaves.size)
    report.fail("heads", `entries ${newest} to ${leaves.size - 1}`, "no signed head covers them");
}

/** The words behind each entry are those it committed to, or were erased. */
export function checkWords(report) {
  report.begin("words");
  return {
    see(entry) {
      const place = entry.seq === undefined ? "an entry not sealed yet" : `entry ${entry.seq}`;
      if (!entry.words) report.fail("words", place, "its words are gone without a trace");
      else if (!entry.words.isErased && !isRecordEntry(entry))
        report.look("words", place, () =>
          sha256(entry.words.salt + canonical(entry.words.body)).toString("hex") === entry.commitment
            ? ""
            : "its words are not those it committed to",
        );
    },
    end: () => undefined,
  };
}

const isRecordEntry = ({ subject }) => subject.kind in prefixes;

function validityProblem(key, at) {
  if (at < Date.parse(key.validFrom)) return `its key is valid only from ${key.validFrom}`;
  if (key.validTo != null && at > Date.parse(key.validTo)) return `its key was valid to ${key.validTo}`;
  if (key.revokedAt != null && at >= Date.parse(key.revokedAt))
    return `its key was revoked at ${key.revokedAt}`;
  return "";
}

/** The text of a version that is withheld from readers is not in the dump: its hash, signature and entry are. */
export const isWithheld = (row) => row.recordText === undefined && typeof row.withheld === "string";

function textProblem(row) {
  if (isWithheld(row)) return "";
  if (canonical(JSON.parse(row.recordText)) !== row.recordText) return "its text is not in canonical form";
  return sha256(row.recordText).toString("hex") === row.sha256 ? "" : "it does not have its hash";
}

function signedProblem(kind, row, keys, publishedAt) {
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
  return isSigned ? validityProblem(key, Date.parse(publishedAt)) : "its signature is not of this key";
}

const placeOf = {
  publication: (row) => `${row.slug} version ${row.version}`,
  notice: (row) => `notice ${row.id} of ${row.slug}`,
  "site-page": (row) => `page ${row.page} version ${row.version}`,
};

/** What a problem is, also where looking for it throws. */
function problemOf(run) {
  try {
    return run() || null;
  } catch (error) {
    return error.message;
  }
}

/**
 * A record's line without its text: whether it is signed, when it says that it was published (of one that is withheld the
 * dump says so beside its hash), and which place and version before it it names.
 */
export function factsOfRecord({ recordText, ...row }, keys) {
  const line = { recordText, ...row };
  const problem = problemOf(() => {
    const { publishedAt } = isWithheld(line) ? line : JSON.parse(recordText);
    return signedProblem(row.kind, line, keys, publishedAt);
  });
  if (isWithheld(line)) return { ...row, problem };
  const unreadable = problemOf(() => void JSON.parse(recordText));
  if (unreadable) return { ...row, problem, unreadable };
  const { slug, page, version, previous, publishedAt } = JSON.parse(recordText);
  const says = { slug, page, version, hasPrevious: Boolean(previous), previous: previous?.sha256 };
  return { ...row, publishedAt, problem, says };
}

/** Each publication, notice and page of the site is signed, has its entry, and each such entry has its record. */
export function checkRecords(report) {
  const kinds = [
    ["publication", "publications", ({ sha256: hash }) => hash],
    ["notice", "notices", ({ id }) => id],
    ["site-page", "pages", ({ sha256: hash }) => hash],
  ];
  for (const [, name] of kinds) report.begin(name);
  const entriesOf = new Map(kinds.map(([kind]) => [kind, new Map()]));
  return {
    see({ subject, commitment, at, seq }) {
      if (commitment !== null) entriesOf.get(subject.kind)?.set(subject.id, { commitment, at, seq });
    },
    end(dump) {
      for (const [kind, name, keyOf] of kinds)
        checkKind(kind, name, { rows: dump[name], keyOf, entries: entriesOf.get(kind) }, report);
      checkVersions("publications", dump.publications, "slug", report);
      checkVersions("pages", dump.pages, "page", report);
    },
  };
}

function checkKind(kind, name, { rows, keyOf, entries }, report) {
  for (const row of rows) {
    const place = placeOf[kind](row);
    if (row.problem) report.fail(name, place, row.problem);
    const entry = entries.get(keyOf(row));
    entries.delete(keyOf(row));
    if (!entry) report.fail(name, place, "the log has no entry for it");
    else if (entry.commitment !== row.sha256)
      report.fail(name, place, "the log entry is about another record");
    else
      report.look(name, place, () =>
        entry.at === new Date(row.publishedAt).toISOString() ? "" : `the log dates it ${entry.at}`,
      );
  }
  for (const entry of entries.values())
    report.fail(name, `entry ${entry.seq ?? "not sealed yet"}`, `the ${kind} that it speaks of is gone`);
}

/** Versions of one address count from 1, each naming the hash of the one before it. */
function checkVersions(name, all, member, report) {
  const byAddress = new Map();
  for (const row of all)
    if (byAddress.has(row[member])) byAddress.get(row[member]).push(row);
    else byAddress.set(row[member], [row]);
  for (const [address, rows] of byAddress) {
    rows.sort((a, b) => a.version - b.version);
    rows.forEach((row, index) =>
      report.look(name, `${address} version ${row.version}`, () => {
        const before = rows[index - 1];
        if (row.version !== index + 1) return `version ${index + 1} is missing before it`;
        if (row.unreadable) return row.unreadable;
        if (!row.says) return "";
        if (row.says[member] !== address || row.says.version !== row.version)
          return "its record names another place";
        if (!before) return row.says.hasPrevious ? "the first version names one before it" : "";
        return row.says.previous === before.sha256 ? "" : "it does not name the version before it";
      }),
    );
  }
}

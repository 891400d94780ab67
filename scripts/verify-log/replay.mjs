import { canonical, sha256 } from "./hashes.mjs";

/** State × state, as the desk's workflow has it; null is "was not there". */
const transitions = new Set(
  [
    [null, "new"],
    ["new", "researching"],
    ["new", "declined"],
    ["researching", "in-review"],
    ["researching", "declined"],
    ["in-review", "researching"],
    ["in-review", "ready"],
    ["ready", "researching"],
    ["ready", "in-review"],
    ["ready", "published"],
    ["published", "in-review"],
    ["published", "retracted"],
    ["declined", "researching"],
  ].map((pair) => pair.join(">")),
);
/** While what stands in public is being corrected, the correction is taken back or the publication retracted. */
const leavesCorrection = new Set(
  ["researching", "in-review", "ready"].flatMap((from) => [`${from}>published`, `${from}>retracted`]),
);
/** The draft before anybody wrote to it. */
const emptyDraft = {
  rating: null,
  finding: "",
  summary: [],
  writeUp: "",
  reconciliation: "",
  notEstablished: "",
  notInThisCheck: "",
  asOf: null,
};

const isTransition = (step, isInPublic) =>
  transitions.has(step) || (isInPublic && leavesCorrection.has(step));

/** Replays each claim's states and compares them with what the desk says now. */
export function checkStates(report) {
  report.begin("states");
  const states = new Map();
  const inPublic = new Set();
  return {
    see({ claimId, from, to, event, seq }) {
      if (!claimId || to === null || !/^(?:claim|correction|verdict)\./.test(event)) return;
      const place = `entry ${seq ?? "not sealed yet"} (${event} of claim ${claimId})`;
      const now = states.get(claimId) ?? null;
      if (from !== now) report.fail("states", place, `it begins in ${from}, the claim was ${now}`);
      else if (!isTransition(`${from ?? ""}>${to}`, inPublic.has(claimId)))
        report.fail("states", place, `nothing goes from ${from} to ${to}`);
      states.set(claimId, to);
      if (to === "published") inPublic.add(claimId);
    },
    end({ claims }) {
      for (const { id, state } of claims) {
        const told = states.get(id);
        if (told !== state)
          report.fail("states", `claim ${id}`, `it is ${state}, the log says ${told ?? "nothing"}`);
        states.delete(id);
      }
      for (const id of states.keys()) report.fail("states", `claim ${id}`, "it is gone");
    },
  };
}

const hashOf = (value) => sha256(canonical(value ?? null)).toString("base64");
const emptyHashes = Object.fromEntries(
  Object.entries(emptyDraft).map(([key, value]) => [key, hashOf(value)]),
);

/** The hash of each field of a draft that is not empty: the words themselves are not kept. */
export function hashesOfDraft(fields) {
  const hashes = Object.entries(fields).map(([field, value]) => [field, hashOf(value)]);
  return Object.fromEntries(hashes.filter(([field, hash]) => hash !== emptyHashes[field]));
}

/** Replays each draft verdict from what the log says was written. Drafts with erased words cannot be compared. */
export function checkDrafts(report) {
  report.begin("drafts");
  const drafts = new Map();
  return {
    see(entry) {
      if (entry.event !== "verdict.written") return;
      const draft = drafts.get(entry.claimId) ?? { hashes: {}, version: 0, isErased: false };
      const { version, ...changes } = entry.words?.body ?? {};
      const hashes = { ...draft.hashes };
      for (const field of Object.keys(changes)) delete hashes[field];
      drafts.set(entry.claimId, {
        hashes: { ...hashes, ...hashesOfDraft(changes) },
        version: version ?? draft.version,
        isErased: draft.isErased || entry.words?.isErased !== false,
      });
    },
    end({ verdicts }) {
      for (const { claimId, version, hashes } of verdicts) {
        const draft = drafts.get(claimId) ?? { hashes: {}, version: 0, isErased: false };
        if (draft.isErased) continue;
        if (draft.version !== version)
          report.fail(
            "drafts",
            `claim ${claimId}`,
            `it is at version ${version}, the log says ${draft.version}`,
          );
        for (const field of Object.keys(emptyDraft))
          if (hashes[field] !== draft.hashes[field])
            report.fail("drafts", `claim ${claimId}`, `${field} is not what was written`);
      }
    },
  };
}

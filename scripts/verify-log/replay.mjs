import { canonical } from "./hashes.mjs";

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
export function checkStates(dump, report) {
  report.begin("states");
  const states = new Map();
  const inPublic = new Set();
  for (const { claimId, from, to, event, seq } of [...dump.entries, ...dump.pending]) {
    if (!claimId || to === null || !/^(?:claim|correction|verdict)\./.test(event)) continue;
    const place = `entry ${seq ?? "not sealed yet"} (${event} of claim ${claimId})`;
    const now = states.get(claimId) ?? null;
    if (from !== now) report.fail("states", place, `it begins in ${from}, the claim was ${now}`);
    else if (!isTransition(`${from ?? ""}>${to}`, inPublic.has(claimId)))
      report.fail("states", place, `nothing goes from ${from} to ${to}`);
    states.set(claimId, to);
    if (to === "published") inPublic.add(claimId);
  }
  for (const { id, state } of dump.claims) {
    const told = states.get(id);
    if (told !== state)
      report.fail("states", `claim ${id}`, `it is ${state}, the log says ${told ?? "nothing"}`);
    states.delete(id);
  }
  for (const id of states.keys()) report.fail("states", `claim ${id}`, "it is gone");
}

/** Replays each draft verdict from what the log says was written. Drafts with erased words cannot be compared. */
export function checkDrafts(dump, report) {
  if (!dump.withWords) return;
  report.begin("drafts");
  const drafts = new Map();
  for (const entry of [...dump.entries, ...dump.pending]) {
    if (entry.event !== "verdict.written") continue;
    const draft = drafts.get(entry.claimId) ?? { fields: { ...emptyDraft }, version: 0, isErased: false };
    const { version, ...changes } = entry.words?.body ?? {};
    drafts.set(entry.claimId, {
      fields: { ...draft.fields, ...changes },
      version: version ?? draft.version,
      isErased: draft.isErased || entry.words?.isErased !== false,
    });
  }
  for (const { kind: _kind, claimId, version, ...fields } of dump.verdicts) {
    const draft = drafts.get(claimId) ?? { fields: emptyDraft, version: 0, isErased: false };
    if (draft.isErased) continue;
    if (draft.version !== version)
      report.fail("drafts", `claim ${claimId}`, `it is at version ${version}, the log says ${draft.version}`);
    for (const field of Object.keys(emptyDraft))
      if (canonical(fields[field] ?? null) !== canonical(draft.fields[field] ?? null))
        report.fail("drafts", `claim ${claimId}`, `${field} is not what was written`);
  }
}

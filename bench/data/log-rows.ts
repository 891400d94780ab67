import { hash } from "node:crypto";
import { idOf, claimId, editorOf, stateOf, timeOf, writerOf, type Plan } from "./plan";

/** A commitment like `payloadCommitment`, of a payload that was written down before. */
const salt = "ab".repeat(16);
const payloads = {
  created: `{"kind":"so"}`,
  declined: `{"note":null,"reason":"opinion"}`,
  signed: `{"version":1}`,
};

type Entry = {
  id: string;
  at: string;
  actorId: string;
  role: string;
  event: string;
  kind: string;
  subject: string;
  claim: string;
  from: string | null;
  to: string | null;
  commitment: string;
  payload: string;
};

/** Two entries a claim: that it was written, and what was decided; not one for each piece of evidence. */
function* entries(plan: Plan, sha256Of: ReadonlyMap<number, string>): Generator<Entry> {
  let number = 0;
  const sealed = (payload: string) => hash("sha256", salt + payload);
  const [created, declined] = [sealed(payloads.created), sealed(payloads.declined)];
  for (let n = 0; n < plan.claims; n += 1) {
    const [claim, atMs] = [claimId(plan, n), timeOf(n, plan.claims)];
    const base = { claim, from: null, to: null };
    const next = (ms: number) => ({ id: idOf("entry", (number += 1), ms), at: new Date(ms).toISOString() });
    const writer = writerOf(plan, n);
    const byWriter = { actorId: writer.id, role: writer.role };
    yield {
      ...base,
      ...next(atMs),
      ...byWriter,
      event: "claim.created",
      kind: "claim",
      subject: claim,
      to: "new",
      commitment: created,
      payload: payloads.created,
    };
    const state = stateOf(n);
    const sha256 = sha256Of.get(n);
    if (state === "declined")
      yield {
        ...base,
        ...next(atMs + 1),
        ...byWriter,
        event: "claim.declined",
        kind: "claim",
        subject: claim,
        from: "new",
        to: "declined",
        commitment: declined,
        payload: payloads.declined,
      };
    if (sha256)
      yield {
        ...base,
        ...next(atMs + 2),
        actorId: editorOf(plan, n).id,
        role: "editor",
        event: "verdict.signed-off",
        kind: "publication",
        subject: sha256,
        from: "ready",
        to: "published",
        commitment: sha256,
        payload: payloads.signed,
      };
  }
}

const quoted = (value: string | null) => (value === null ? "null" : `"${value}"`);

/** The leaf's bytes (RFC 8785 of the entry), written down without a parser: a million of them are made. */
function leafText(entry: Entry, seq: number): string {
  const { actorId, role, at, claim, commitment, event, from, kind, subject, to } = entry;
  return `{"actorId":"${actorId}","actorRole":"${role}","at":"${at}","claimId":"${claim}","commitment":"${commitment}","event":"${event}","from":${quoted(from)},"seq":${seq},"subject":{"id":"${subject}","kind":"${kind}"},"to":${quoted(to)}}`;
}

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

export type LogLines = { entry: string; payload: string; leaf: string; nodes: string[] };

/** The lines of each entry with its leaf and the nodes of the tree that it completes (RFC 6962 § 2.1). */
export function* logLines(plan: Plan, sha256Of: ReadonlyMap<number, string>): Generator<LogLines> {
  const open: Buffer[] = [];
  let seq = 0;
  for (const entry of entries(plan, sha256Of)) {
    const leaf = hash("sha256", Buffer.concat([leafPrefix, Buffer.from(leafText(entry, seq))]), "buffer");
    const nodes: string[] = [];
    let [right, level] = [leaf as unknown as Buffer, 0];
    while (open[level]) {
      right = hash("sha256", Buffer.concat([nodePrefix, open[level]!, right]), "buffer") as unknown as Buffer;
      delete open[level];
      level += 1;
      nodes.push([level, Math.floor(seq / 2 ** level), right.toString("hex")].join("\t"));
    }
    open[level] = right;
    const states = [entry.from ?? "\\N", entry.to ?? "\\N"];
    const subject = [entry.event, entry.kind, entry.subject, entry.claim];
    yield {
      entry: [
        entry.id,
        "3",
        entry.at,
        entry.actorId,
        entry.role,
        ...subject,
        ...states,
        entry.commitment,
      ].join("\t"),
      payload: [entry.id, salt, entry.payload].join("\t"),
      leaf: [seq, entry.id, (leaf as unknown as Buffer).toString("hex")].join("\t"),
      nodes,
    };
    seq += 1;
  }
}

export const logColumns = {
  entry: {
    name: "log_entry",
    columns: `id, txid, at, "actorId", "actorRole", event, "subjectKind", "subjectId", "claimId", "fromState", "toState", commitment`,
  },
  payload: { name: "log_payload", columns: `"entryId", salt, body` },
  leaf: { name: "log_leaf", columns: `index, "entryId", "leafHash"` },
  nodes: { name: "log_node", columns: `level, index, hash` },
};

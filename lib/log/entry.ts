import type { Role } from "../claims/vocabulary";
import { canonicalJson, sha256Hex } from "../publications/canonical";
import { leafHash } from "./merkle";
import type { TreeNode } from "./merkle";

/**
 * One event of the log: a transition and a commitment, never text. `seq` counts from 0 without gaps and is the leaf's
 * index; `at` is ISO 8601 with zone; `event` is a past verb on a noun ("verdict.signed-off"). `from` and `to` are
 * states; they are `null` where nothing changes state.
 */
export type LogEntry = {
  seq: number;
  at: string;
  /** Both `null`: nobody signed in, that is a job or a member of the public. */
  actorId: string | null;
  actorRole: Role | null;
  event: string;
  subject: { kind: string; id: string };
  /** The claim that it is about, so that a claim's states can be replayed from the log alone. */
  claimId: string | null;
  from: string | null;
  to: string | null;
  /** 64 hex digits: of a publication or notice its sha256, of anything else `payloadCommitment`. `null`: no payload. */
  commitment: string | null;
};

const eventName = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/;

/** The bytes the Merkle tree holds for an entry: UTF-8 of its RFC 8785 form. Throws on an entry of another shape. */
export function leafBytes(entry: LogEntry): Uint8Array {
  const { seq, at, actorId, actorRole, event, subject, claimId, from, to, commitment } = entry;
  if (!Number.isSafeInteger(seq) || seq < 0) throw new TypeError(`${seq} is no sequence number.`);
  if (!eventName.test(event)) throw new TypeError(`"${event}" is not an event like "verdict.signed-off".`);
  if (commitment !== null && !/^[0-9a-f]{64}$/.test(commitment)) {
    throw new TypeError("A commitment is a SHA-256 in lowercase hex.");
  }
  const { kind, id } = subject;
  // Picked one by one, so that a row's other columns can never change a leaf.
  return new TextEncoder().encode(
    canonicalJson({
      seq,
      at,
      actorId,
      actorRole,
      event,
      subject: { kind, id },
      claimId,
      from,
      to,
      commitment,
    }),
  );
}

/** The entry's leaf in the tree. */
export function entryLeaf(entry: LogEntry): TreeNode {
  return leafHash(leafBytes(entry));
}

/**
 * What the log keeps of a payload that may be erased later: SHA-256 over the salt (at least 32 hex digits, erased
 * with the payload, so that nobody can guess the text afterwards) and the payload's RFC 8785 form.
 */
export function payloadCommitment(salt: string, payload: unknown): string {
  if (!/^[0-9a-f]{32,}$/.test(salt)) throw new TypeError("A salt is at least 32 lowercase hex digits.");
  return sha256Hex(salt + canonicalJson(payload));
}

/**
 * How a reader is shown that a publication is in the log: its entry, nodes in standard base64, lowest first, and a
 * signed head. The entry commits to the record's sha256, either as it is or, with `opening`, as
 * `payloadCommitment(salt, body)` of a body whose `recordSha256` it is; such a body must hold nothing private.
 */
export type LogProof = {
  entry: LogEntry;
  opening?: { salt: string; body: { recordSha256: string } & Record<string, unknown> };
  size: number;
  hashes: string[];
  checkpoint: string;
};

import type { LogEntry } from "./entry";

/** A row of the log as the database holds it. */
export type LogEntryRow = {
  id: string;
  at: Date;
  actorId: string | null;
  actorRole: string | null;
  event: string;
  subjectKind: string;
  subjectId: string;
  claimId: string | null;
  fromState: string | null;
  toState: string | null;
  commitment: string;
};

/** A row as the entry that the tree holds at `seq`. */
export function toLogEntry(row: LogEntryRow, seq: number): LogEntry {
  return {
    seq,
    at: row.at.toISOString(),
    actorId: row.actorId,
    actorRole: row.actorRole as LogEntry["actorRole"],
    event: row.event,
    subject: { kind: row.subjectKind, id: row.subjectId },
    claimId: row.claimId,
    from: row.fromState,
    to: row.toState,
    commitment: row.commitment,
  };
}

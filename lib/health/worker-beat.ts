/** What a worker writes down about itself every few seconds; each fault in the words of the system, null when there is none. */
export type WorkerBeat = {
  /** When it had done its last turn at the log; ISO 8601. */
  at: string;
  /** Why its last turn at sealing the log failed. */
  sealing: string | null;
  /** Why the job queue failed it within the last minute. */
  queue: string | null;
  /** Why signed heads cannot be kept in its home. */
  heads: string | null;
};

/** A turn at a long log may wait ten seconds for a connection and take a minute. */
export const beatLateMs = 90_000;

/** What is wrong with the worker that wrote `beat`, a sentence each; nothing when it works. Null stands for no worker yet. */
export function beatProblems(beat: WorkerBeat | null, now: Date): string[] {
  if (!beat) return ["No worker has been at work here yet."];
  const silentMs = now.getTime() - Date.parse(beat.at);
  // What it said of itself then says nothing of now. A file that cannot be read has no time.
  if (!(silentMs <= beatLateMs)) return [`The worker was last at work at ${beat.at}: it ended, or hangs.`];
  return [
    ...(beat.sealing ? [`The log is not sealed: ${beat.sealing}`] : []),
    ...(beat.queue ? [`The job queue fails: ${beat.queue}`] : []),
    ...(beat.heads ? [`Signed heads cannot be kept in the home: ${beat.heads}`] : []),
  ];
}

/** The largest recording in MB (of 1,048,576 bytes) where nobody says otherwise, and the most that the database takes. */
const [usualMb, mostMb] = [200, 900];

/** What `COUNTERSIGN_RECORDING_MB` says: the largest recording that is taken, in MB; undefined when it is no such number. */
export function readRecordingMb(given: string | undefined): number | undefined {
  if (!given) return usualMb;
  const megabytes = Number(given);
  return Number.isInteger(megabytes) && megabytes >= 1 && megabytes <= mostMb ? megabytes : undefined;
}

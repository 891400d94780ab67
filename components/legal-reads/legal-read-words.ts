/** Of a read that no longer holds. */
export const staleWords = "stale: the draft changed after it was read";

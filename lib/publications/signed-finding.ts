/** What readers have of a claim: the rating with the words it was signed with, and the finding. */
export type SignedFinding = { version: number; rating: { code: string; label: string }; finding: string };

/** Where somebody is in setting up a second factor; `waiting` is what an authenticator reads. */
export type SecondFactorSetup =
  | { at: "start"; asksAgain: boolean }
  | { at: "waiting"; seed: string; address: string; picture: { size: number; path: string } }
  | { at: "on" };

/** One's own second factor: since when, how many recovery codes are left, and whether one must have it. */
export type SecondFactorDto = { since: string | null; codesLeft: number; isRequired: boolean };

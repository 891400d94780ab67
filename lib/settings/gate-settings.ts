/** The newsroom's choices that the publish gate depends on. */
export type GateSettings = {
  /** Independent origins wanted on the side the rating rests on. */
  originsNeeded: number;
  /** One person may write, review and sign; each such publication is marked as self-signed. */
  onePersonDesk: boolean;
  /** Whether a legal read is asked for before sign-off, and of which claims. */
  legalRead: LegalReadWanted;
  /** The topics whose claims are read, where `legalRead` is "topics". */
  legalReadTopics: readonly string[];
};

/** Which claims are read for the law, in the words of the form. */
export const legalReadWords = {
  off: "No claims",
  always: "All claims",
  topics: "Claims with these topics",
} as const;
export type LegalReadWanted = keyof typeof legalReadWords;

export const defaultGateSettings: GateSettings = {
  originsNeeded: 2,
  onePersonDesk: false,
  legalRead: "off",
  legalReadTopics: [],
};

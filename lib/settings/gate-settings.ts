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

export const legalReadChoices = ["off", "always", "topics"] as const;
export type LegalReadWanted = (typeof legalReadChoices)[number];

export const defaultGateSettings: GateSettings = {
  originsNeeded: 2,
  onePersonDesk: false,
  legalRead: "off",
  legalReadTopics: [],
};

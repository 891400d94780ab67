/** The newsroom's choices that the publish gate depends on. */
export type GateSettings = {
  /** Independent origins wanted on the side the rating rests on. */
  originsNeeded: number;
  /** One person may write, review and sign; each such publication is marked as self-signed. */
  onePersonDesk: boolean;
};

export const defaultGateSettings: GateSettings = { originsNeeded: 2, onePersonDesk: false };

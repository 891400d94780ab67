/** The newsroom's choices about looking at its sources again. */
export type WatchSettings = {
  /** Off: nothing is fetched unless a person asks. */
  isOn: boolean;
  /** Pages opened in one run at most, each of another site. */
  maxPerRun: number;
  /** Seconds between two visits to one site, unless it asks for more. */
  hostDelaySeconds: number;
  /** Hours between two looks at a page in its first two days, in its first two weeks, in its first three months, and after. */
  freshHours: number;
  recentHours: number;
  settledHours: number;
  oldHours: number;
};

export const defaultWatchSettings: WatchSettings = {
  isOn: true,
  maxPerRun: 20,
  hostDelaySeconds: 30,
  freshHours: 6,
  recentHours: 24,
  settledHours: 168,
  oldHours: 720,
};

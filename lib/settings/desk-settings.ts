/** How the newsroom wants its desk to work. */
export type DeskSettings = {
  /** Readers are told what was searched, where and with what result; a single search can still be kept back. */
  showsSearches: boolean;
};

export const defaultDeskSettings: DeskSettings = { showsSearches: true };

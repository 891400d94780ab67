/** How the newsroom wants its desk to work. */
export type DeskSettings = {
  /** Readers are told what was searched, where and with what result; a single search can still be kept back. */
  showsSearches: boolean;
  /** Interns see only what is their own: what they noted, were given, worked on or were asked about by name. */
  internsSeeOwn: boolean;
};

export const defaultDeskSettings: DeskSettings = { showsSearches: true, internsSeeOwn: false };

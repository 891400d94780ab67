/** An original that nobody has read, and what waits for it. */
export type OriginalRowDto = {
  id: string;
  outlet: string | null;
  title: string | null;
  url: string | null;
  state: "mentioned" | "failed";
  failureMessage: string | null;
  /** Open claims whose gate asks for it (`original-not-read`). */
  stops: number;
  /** Open claims that lean on it, those included. */
  claims: number;
  /** Articles that lean on it, directly or through others. */
  articles: number;
  /** A few of the claims, those it stops first. */
  waiting: { id: string; text: string; stopped: boolean }[];
};

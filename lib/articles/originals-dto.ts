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
  /** Open claims that lean on it by what somebody confirmed, those included. */
  claims: number;
  /** Articles that lean on it by what somebody confirmed, directly or through others. */
  articles: number;
  /** More claims and articles, of which a rule suggests so and nobody said yet. */
  suggestedClaims: number;
  suggestedArticles: number;
  /** A few of all these claims: those it stops first, those that are only suggested last. */
  waiting: { id: string; text: string; stopped: boolean; suggested: boolean }[];
};

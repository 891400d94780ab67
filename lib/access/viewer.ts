import type { Role } from "../claims/vocabulary";

export const scopes = ["read", "write", "sign"] as const;
export type Scope = (typeof scopes)[number];

/** Whoever acts: an account, for the log. */
export type Actor = { id: string; name: string; role: Role };

/**
 * How much of the desk a person sees: all of it or, as an intern where the newsroom wants that, what is their own. What
 * that is says SQL alone: `own_claims`, `own_articles` and `hidden_from`.
 */
export type Sight = { id: string; sees: "everything" | "own" };

/** How a person proves again who they are: `provider` is the newsroom's own sign-in. */
export type Proof = "password" | "password-and-code" | "provider";

/** A signed-in person, by browser session or by token. */
export type Viewer = Actor &
  Sight & {
    email: string;
    via:
      | { kind: "session"; sessionId: string; stepUpAt: Date | null; proof?: Proof }
      | { kind: "token"; tokenId: string };
    scopes: readonly Scope[];
  };

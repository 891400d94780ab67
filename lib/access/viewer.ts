import type { Role } from "../claims/vocabulary";

export const scopes = ["read", "write", "sign"] as const;
export type Scope = (typeof scopes)[number];

/** Whoever acts: an account, for the log. */
export type Actor = { id: string; name: string; role: Role };

/** A signed-in person, by browser session or by token. */
export type Viewer = Actor & {
  email: string;
  via: { kind: "session"; sessionId: string; stepUpAt: Date | null } | { kind: "token"; tokenId: string };
  scopes: readonly Scope[];
};

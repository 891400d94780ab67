import type { Holder } from "../tokens";

/** Who tries: the first checker and the first editor wrote parts of every claim here, the others none. */
export const actors = {
  anonymous: null,
  "bad token": { token: "cst_nobody" },
  "expired token": "expired",
  "revoked token": "revoked",
  "read-only token": "readOnly",
  "checker, no author": "checker2",
  "checker, author": "checker1",
  "editor, author": "editor1",
  "editor, no author": "editor2",
  "editor without sign scope": "withoutSign",
  admin: "admin",
} as const satisfies Record<string, Holder | { token: string } | null>;
export type Actor = keyof typeof actors;

export const strangers: readonly Actor[] = ["anonymous", "bad token", "expired token", "revoked token"];
export const nobodySigns: readonly Actor[] = [
  "read-only token",
  "checker, no author",
  "checker, author",
  "editor without sign scope",
  "admin",
];

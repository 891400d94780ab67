import type { Role } from "../claims/vocabulary";

/** Somebody with an account, as those who manage people see them. */
export type PersonDto = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isIntern: boolean;
  deactivatedAt: string | null;
  hasSecondFactor: boolean;
  lastSeenAt: string | null;
};

/** A link that lets somebody in once, still unused. */
export type OpenInvitationDto = {
  id: string;
  purpose: "invite" | "reset" | "first-admin";
  email: string | null;
  name: string | null;
  role: Role;
  isIntern: boolean;
  /** Who made it; null for the link of the first admin. */
  madeBy: string | null;
  createdAt: string;
  expiresAt: string;
};

/** A token of one's own, without its secret. */
export type TokenDto = {
  id: string;
  name: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** One place where one is signed in. */
export type SessionDto = {
  id: string;
  /** "Firefox on Linux". */
  device: string;
  /** Where it was opened from; null when nothing told. */
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
  isCurrent: boolean;
};

import "server-only";
import { can } from "../access/can";
import type { Viewer } from "../access/viewer";
import type { Role } from "../claims/vocabulary";
import { db } from "../core/db.server";
import { deviceOf } from "./device";
import type { OpenInvitationDto, PersonDto, SessionDto, TokenDto } from "./dto";
import { namesOf } from "./names.server";
import { hashSecret } from "./secrets.server";

/** Everyone with an account, the active ones first, by name; null for who may not know. Five hundred at most. */
export async function listPeople(viewer: Viewer): Promise<PersonDto[] | null> {
  if (!can(viewer, "people.manage")) return null;
  const rows = await db().user.findMany({
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      isIntern: true,
      deactivatedAt: true,
      totpConfirmedAt: true,
      sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
    },
    orderBy: [{ deactivatedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
    take: 500,
  });
  return rows.map(({ totpConfirmedAt, sessions, deactivatedAt, role, ...row }) => ({
    ...row,
    role: role as Role,
    deactivatedAt: deactivatedAt?.toISOString() ?? null,
    hasSecondFactor: totpConfirmedAt !== null,
    lastSeenAt: sessions[0]?.lastSeenAt.toISOString() ?? null,
  }));
}

type InvitationRow = Record<"id" | "purpose" | "role", string> & { isIntern: boolean } & Record<
    "email" | "name",
    string | null
  > &
  Record<"createdAt" | "expiresAt", Date> & { createdById: string | null };

const invitationSelect = {
  id: true,
  purpose: true,
  email: true,
  name: true,
  role: true,
  isIntern: true,
  createdAt: true,
  createdById: true,
  expiresAt: true,
} as const;

/** The rows with the names of those who made them. */
async function invitationDtos(rows: readonly InvitationRow[]): Promise<OpenInvitationDto[]> {
  const names = await namesOf(rows.map(({ createdById }) => createdById));
  return rows.map(({ createdById, ...row }) => ({
    ...row,
    madeBy: createdById ? (names.get(createdById) ?? null) : null,
    purpose: row.purpose as OpenInvitationDto["purpose"],
    role: row.role as Role,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

/** Links that were made and not yet used, newest first; null for who may not know. */
export async function listOpenInvitations(viewer: Viewer, now: Date): Promise<OpenInvitationDto[] | null> {
  if (!can(viewer, "people.manage")) return null;
  const rows = await db().invitation.findMany({
    where: { usedAt: null, expiresAt: { gt: now } },
    select: invitationSelect,
    orderBy: { id: "desc" },
    take: 100,
  });
  return invitationDtos(rows);
}

/** The unused link behind a secret; null when it was used, withdrawn, has run out, or never was. */
export async function findInvitation(secret: string, now: Date): Promise<OpenInvitationDto | null> {
  const row = await db().invitation.findFirst({
    where: { secretHash: hashSecret(secret), usedAt: null, expiresAt: { gt: now } },
    select: invitationSelect,
  });
  return row ? ((await invitationDtos([row]))[0] ?? null) : null;
}

/** One's own tokens, newest first; never their secrets, which nobody has. */
export async function listOwnTokens(viewer: Viewer): Promise<TokenDto[]> {
  const rows = await db().token.findMany({
    where: { userId: viewer.id },
    select: {
      id: true,
      name: true,
      scopes: true,
      createdAt: true,
      expiresAt: true,
      lastUsedAt: true,
      revokedAt: true,
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}

/** Where one is signed in, the present session first; what waits for a code is none yet. */
export async function listOwnSessions(viewer: Viewer, now: Date): Promise<SessionDto[]> {
  const current = viewer.via.kind === "session" ? viewer.via.sessionId : null;
  const rows = await db().session.findMany({
    where: { userId: viewer.id, revokedAt: null, expiresAt: { gt: now }, codeDueUntil: null },
    select: { id: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  const sessions = rows.map((row) => ({
    id: row.id,
    device: deviceOf(row.userAgent),
    address: row.address,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    isCurrent: row.id === current,
  }));
  return [
    ...sessions.filter(({ isCurrent }) => isCurrent),
    ...sessions.filter(({ isCurrent }) => !isCurrent),
  ];
}

import "server-only";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { env } from "../core/env.server";
import { loadSettings } from "../settings/settings.server";
import { needsSecondFactor, stepUpMinutes } from "./policy";
import { qrPicture } from "./qr-picture";
import { openSeed } from "./second-factor.server";
import type { SecondFactorDto, SecondFactorSetup } from "./second-factor-setup";
import { spellSeed, totpAddress } from "./totp";

/** What the page that sets up a second factor shows. A seed is shown to its owner's fresh session only. */
export async function secondFactorSetup(viewer: Viewer, now: Date): Promise<SecondFactorSetup> {
  const user = await db().user.findUniqueOrThrow({ where: { id: viewer.id } });
  if (user.totpConfirmedAt) return { at: "on" };
  const at = viewer.via.kind === "session" ? viewer.via.stepUpAt : null;
  const isFresh = at !== null && at.getTime() > now.getTime() - stepUpMinutes * 60_000;
  const seed = isFresh ? openSeed(viewer.id, user.totpSeed) : null;
  if (seed === null) return { at: "start", asksAgain: !isFresh };
  const { site } = await loadSettings();
  const address = totpAddress(seed, viewer.email, `Countersign, ${site.name}`);
  return { at: "waiting", seed: spellSeed(seed), address, picture: qrPicture(address) };
}

/** One's own second factor: since when, how many recovery codes are left, and whether one must have it. */
export async function ownSecondFactor(viewer: Viewer): Promise<SecondFactorDto> {
  const [user, codesLeft] = await Promise.all([
    db().user.findUniqueOrThrow({ where: { id: viewer.id }, select: { totpConfirmedAt: true } }),
    db().recoveryCode.count({ where: { userId: viewer.id, usedAt: null } }),
  ]);
  return {
    since: user.totpConfirmedAt?.toISOString() ?? null,
    codesLeft,
    isRequired: needsSecondFactor(viewer.role, false, env().secondFactorRequired),
  };
}

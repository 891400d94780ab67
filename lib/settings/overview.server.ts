import "server-only";
import { can } from "../access/can";
import type { Viewer } from "../access/viewer";
import { roles } from "../claims/vocabulary";
import { db } from "../core/db.server";
import { env } from "../core/env.server";
import { defaultRhythm } from "../notifications/kinds";
import { signedPages } from "../site-pages/public-pages.server";
import { listSitePages } from "../site-pages/queries";
import { sitePageNames } from "../site-pages/pages";
import { listTemplates } from "../templates/queries";
import { listTopics } from "../topics/queries";
import {
  deskNow,
  gateNow,
  ratingsNow,
  shelfLifeNow,
  siteNow,
  sitePagesNow,
  templatesNow,
  watchNow,
} from "./at-a-glance";
import { loadSettings } from "./settings.server";

/** "1 outlet", "3 outlets". */
const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/** What stands now in each part of the settings, in a few words, by its place; only of what this person may open. */
export async function settingsAtAGlance(viewer: Viewer, now: Date): Promise<Record<string, string>> {
  const [own, shared, managed] = await Promise.all([
    ownAtAGlance(viewer, now),
    sharedAtAGlance(viewer),
    can(viewer, "people.manage") ? peopleAtAGlance(now) : {},
  ]);
  const written = can(viewer, "page.write") ? await pagesAtAGlance() : {};
  const settings = await loadSettings();
  const chosen: Record<string, string> = can(viewer, "settings.write")
    ? {
        site: siteNow(settings.site),
        gate: gateNow(settings.gate),
        desk: deskNow(settings.desk),
        watch: watchNow(settings.watch),
        "shelf-life": shelfLifeNow(settings.shelfLife),
        webhooks: webhooksNow(await db().webhook.count({ where: { removedAt: null } })),
      }
    : {};
  return { ...own, ...shared, ratings: ratingsNow(settings.ratings), ...written, ...managed, ...chosen };
}

const webhooksNow = (count: number) => (count === 0 ? "None" : many(count, "address", "addresses"));

const mailWords = { hour: "Mail every hour at most", day: "Mail once a day", never: "No mail" };

async function ownAtAGlance(viewer: Viewer, now: Date): Promise<Record<string, string>> {
  const live = { userId: viewer.id, revokedAt: null, expiresAt: { gt: now } };
  const [sessions, tokens, keys, rhythm, account] = await Promise.all([
    db().session.count({ where: live }),
    db().token.count({ where: live }),
    db().keyChoice.findUnique({ where: { userId: viewer.id } }),
    db().mailRhythm.findUnique({ where: { userId: viewer.id } }),
    db().user.findUniqueOrThrow({ where: { id: viewer.id }, select: { totpConfirmedAt: true } }),
  ]);
  return {
    account: `${viewer.name}, ${viewer.role}`,
    notifications: env().smtpUrl
      ? mailWords[(rhythm?.rhythm ?? defaultRhythm.rhythm) as keyof typeof mailWords]
      : "In the app: there is no mail server",
    "second-factor": account.totpConfirmedAt ? "On" : "Off",
    keys: keys?.isOn === false ? "Switched off" : "On",
    sessions: many(sessions, "browser signed in", "browsers signed in"),
    tokens: tokens === 0 ? "None" : many(tokens, "token"),
  };
}

async function sharedAtAGlance(viewer: Viewer): Promise<Record<string, string>> {
  const [topics, templates, outlets, owned, entities, suggested] = await Promise.all([
    listTopics(viewer),
    listTemplates(),
    db().outlet.count({ where: { sameAsId: null } }),
    db().outlet.count({ where: { sameAsId: null, ownerId: { not: null } } }),
    db().entity.count(),
    db().entityLink.count({ where: { status: "suggested" } }),
  ]);
  const retired = topics.filter(({ isRetired }) => isRetired).length;
  return {
    topics:
      topics.length === 0
        ? "None"
        : `${many(topics.length - retired, "topic")}${retired > 0 ? `, ${retired} retired` : ""}`,
    templates: templatesNow(templates),
    outlets: outlets === 0 ? "None" : `${many(outlets, "outlet")}, the owner of ${owned} known`,
    entities:
      entities === 0
        ? "None"
        : `${entities} known${suggested > 0 ? `, ${many(suggested, "link")} to confirm` : ""}`,
  };
}

async function peopleAtAGlance(now: Date): Promise<Record<string, string>> {
  const [active, interns, invited] = await Promise.all([
    db().user.groupBy({ by: ["role"], where: { deactivatedAt: null }, _count: true }),
    db().user.count({ where: { deactivatedAt: null, isIntern: true } }),
    db().invitation.count({ where: { purpose: "invite", usedAt: null, expiresAt: { gt: now } } }),
  ]);
  const of = (role: string) => active.find((group) => group.role === role)?._count ?? 0;
  const said = [
    roles.map((role) => many(of(role), role)).join(", "),
    ...(interns > 0 ? [`${many(interns, "checker is an intern", "checkers are interns")}`] : []),
  ].join("; ");
  return { people: `${said}${invited > 0 ? `; ${many(invited, "invitation")} open` : ""}` };
}

/** Without the public keys nothing signed can be counted: this page, which says so to admins, must come even then. */
async function pagesAtAGlance(): Promise<Record<string, string>> {
  const pages = await signedPages().catch(() => null);
  if (!pages) return { pages: "Cannot be verified now" };
  const signed = [...pages].filter(([, versions]) => versions && versions.length > 0);
  const waiting = (await listSitePages()).filter(({ state }) => state === "waiting");
  return { pages: sitePagesNow(signed.length, sitePageNames.length, waiting.length) };
}

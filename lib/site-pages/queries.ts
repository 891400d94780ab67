import "server-only";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { loadSettings, type Settings } from "../settings/settings.server";
import { en } from "../words/en";
import type { SitePageDesk, SitePageLine } from "./dto";
import { pageAuthors, pageFacts } from "./page-facts.server";
import { sitePageNames, type SitePageName } from "./pages";
import { pageState, whyNotSign } from "./state";
import { isSameScale, pageChanges } from "./versions";

type Facts = Awaited<ReturnType<typeof pageFacts>>;

function lineOf(page: SitePageName, facts: Facts, { ratings }: Settings): SitePageLine {
  const { draft, signed } = facts;
  const state = pageState(facts);
  const scale = signed?.content.scale;
  return {
    page,
    state,
    signed: signed && { version: signed.version, by: signed.by, at: signed.at.toISOString() },
    draft: draft && state !== "published" ? { by: draft.by, at: draft.at.toISOString() } : null,
    isScaleChanged: scale !== undefined && !isSameScale(scale, ratings),
  };
}

/** Every page that a newsroom writes about itself, in the order of the readers' footer. */
export async function listSitePages(): Promise<SitePageLine[]> {
  const settings = await loadSettings();
  return Promise.all(sitePageNames.map(async (page) => lineOf(page, await pageFacts(db(), page), settings)));
}

/** Who saved how many drafts since the last signed version, by name. */
async function writersOf(page: SitePageName, since: number): Promise<SitePageDesk["writers"]> {
  const rows = await db().siteDraft.findMany({
    where: { page, number: { gt: since } },
    select: { author: { select: { id: true, name: true } } },
  });
  const byId = new Map<string, { name: string; drafts: number }>();
  for (const { author } of rows)
    byId.set(author.id, { name: author.name, drafts: (byId.get(author.id)?.drafts ?? 0) + 1 });
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** One page with its draft, what signing it would change, and whether this person may. */
export async function openSitePage(viewer: Viewer, page: SitePageName): Promise<SitePageDesk> {
  const [facts, authorIds, settings] = await Promise.all([
    pageFacts(db(), page),
    pageAuthors(db(), page),
    loadSettings(),
  ]);
  const { draft, signed } = facts;
  const { onePersonDesk: isOnePersonDesk } = settings.gate;
  const { parts, codes } = en.sitePages;
  return {
    ...lineOf(page, facts, settings),
    draftNumber: draft?.number ?? 0,
    content: draft?.content ?? null,
    nextVersion: (signed?.version ?? 0) + 1,
    changes: signed && draft ? pageChanges(signed.content, draft.content, { ...parts, codes }) : null,
    writers: await writersOf(page, signed?.draftNumber ?? 0),
    cannotSign: whyNotSign(facts, viewer.id, { authorIds, isOnePersonDesk }),
    asksSelfSignReason: isOnePersonDesk && authorIds.includes(viewer.id),
  };
}

import "server-only";
import { db } from "../core/db.server";
import { env } from "../core/env.server";
import { lastTwelveMonths } from "../newsroom-figures/period";
import { listCurrent } from "../publications/queries";
import type { PublicVersion } from "../publications/record";
import { loadSettings } from "../settings/settings.server";
import { signedPages } from "../site-pages/public-pages.server";
import type { ApplicationFacts, SelectionLedger } from "./facts";

/** Every verdict with its versions, each verified; part by part, so that no query grows with the archive. */
async function allVerdicts(): Promise<PublicVersion[][]> {
  const all: PublicVersion[][] = [];
  let before: string | undefined;
  do {
    const { items, older } = await listCurrent({ limit: 500, before, withRetractions: true });
    all.push(...items.map(({ versions }) => versions));
    before = older ?? undefined;
  } while (before !== undefined);
  return all;
}

async function ledgerSince(from: Date): Promise<SelectionLedger> {
  const [claims, declined, tips] = await Promise.all([
    db().claim.count({ where: { createdAt: { gte: from }, parentId: null } }),
    db().claim.groupBy({
      by: ["declineReason"],
      where: { createdAt: { gte: from }, state: "declined" },
      _count: true,
    }),
    db().tip.groupBy({ by: ["state"], where: { createdAt: { gte: from } }, _count: true }),
  ]);
  const tipsIn = (state: string) => tips.find((group) => group.state === state)?._count ?? 0;
  return {
    claims,
    declined: declined.map(({ declineReason, _count }) => ({
      reason: declineReason ?? "other",
      count: _count,
    })),
    tips: {
      received: tips.reduce((sum, { _count }) => sum + _count, 0),
      chosen: tipsIn("chosen"),
      declined: tipsIn("declined"),
    },
  };
}

/** All that an application to the codes of standards is made of, as of `now`. */
export async function loadApplication(now: Date): Promise<ApplicationFacts> {
  const asOf = now.toISOString();
  const settings = await loadSettings();
  const { timeZone } = settings.site;
  const [verdicts, ledger, signed] = await Promise.all([
    allVerdicts(),
    ledgerSince(lastTwelveMonths(now, timeZone).from),
    signedPages(),
  ]);
  const newest = [...signed].flatMap(([page, versions]) => {
    const last = versions?.at(-1);
    return last ? [{ page, record: last.record }] : [];
  });
  return {
    asOf,
    site: { name: settings.site.name, url: env().publicUrl },
    timeZone,
    verdicts,
    ledger,
    pages: newest.map(({ page, record: { version, publishedAt } }) => ({ page, version, publishedAt })),
    signatoryOf: newest.find(({ page }) => page === "contact")?.record.content.signatoryOf ?? [],
    isOnePersonDesk: settings.gate.onePersonDesk,
  };
}

import "server-only";
import { env } from "../core/env.server";
import { lastTwelveMonths } from "../newsroom-figures/period";
import { loadChoices } from "../newsroom-figures/selection.server";
import { listCurrent } from "../publications/queries";
import type { PublicVersion } from "../publications/record";
import { loadSettings } from "../settings/settings.server";
import { signedPages } from "../site-pages/public-pages.server";
import type { ApplicationFacts } from "./facts";

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

/** All that an application to the codes of standards is made of, as of `now`. */
export async function loadApplication(now: Date): Promise<ApplicationFacts> {
  const asOf = now.toISOString();
  const settings = await loadSettings();
  const { timeZone } = settings.site;
  const [verdicts, ledger, signed] = await Promise.all([
    allVerdicts(),
    loadChoices(lastTwelveMonths(now, timeZone)),
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

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TipItem } from "@/components/tips/tip-item";
import { TipList } from "@/components/tips/tip-list";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PaginationNext } from "@/components/ui/pagination-next";
import { FindForm } from "@/components/settings/find-form";
import { Tabs } from "@/components/ui/tabs";
import { requireViewer } from "@/lib/access/viewer.server";
import { loadSettings } from "@/lib/settings/settings.server";
import { offeredTemplates } from "@/lib/templates/queries";
import { newsroomValues } from "@/lib/templates/values";
import { similarToTips } from "@/lib/tips/similar-claims.server";
import { countTips, listTips } from "@/lib/tips/queries";
import { listTipsSchema, tipStates, type TipState } from "@/lib/tips/schema";
import { one, type SearchParams } from "../read-queue";
import { decide } from "./actions";

export const metadata: Metadata = { title: "Tips" };

const labels: Record<TipState, string> = { new: "To decide", chosen: "Chosen", declined: "Declined" };
const noneWords: Record<TipState, string> = {
  new: "No tips to decide",
  chosen: "No tip was chosen yet",
  declined: "No tip was declined yet",
};

type Props = { searchParams: Promise<SearchParams> };

/** Notes for whoever declines. A reader's words fill none of them: what they say of themselves stays in the tip. */
async function notesFor(query: SearchParams, now: Date) {
  const [items, { site }] = await Promise.all([offeredTemplates(["decline"]), loadSettings()]);
  const shared = { items, values: newsroomValues(site, now), language: site.language };
  const cursor = one(query, "cursor");
  return (tipId: string) => ({
    ...shared,
    address: `${places.tips}?${new URLSearchParams({ ...(cursor ? { cursor } : {}), tip: tipId })}`,
    chosen: one(query, "tip") === tipId ? one(query, "template") : undefined,
  });
}

export default async function TipsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const query = await searchParams;
  const { state = "new", cursor } = query;
  const q = one(query, "q")?.trim() || undefined;
  const asked = listTipsSchema.safeParse({ state, q, cursor, limit: 15 });
  if (!asked.success) notFound();
  const [{ items, nextCursor }, counts] = await Promise.all([
    listTips(viewer, asked.data),
    countTips(viewer, q),
  ]);
  const similar = await similarToTips(viewer, items);
  const at = new Date();
  const now = at.toISOString();
  const shown = asked.data.state ?? "new";
  const hrefOf = (more: Record<string, string>) =>
    `${places.tips}?${new URLSearchParams({ ...more, ...(q ? { q } : {}) }).toString()}`;
  const notes = await notesFor(query, at);
  return (
    <DeskPage
      title="Tips"
      lead="What readers asked you to check. Each is decided once, with the reason."
      actions={<LinkButton href={places.ledger}>Selection ledger</LinkButton>}
    >
      <FindForm action={places.tips} label="Find a tip by words in it" q={q} hidden={{ state: shown }} />
      <Tabs
        label="Tips by state"
        className="mb-3"
        tabs={tipStates.map((one) => ({
          href: hrefOf({ state: one }),
          label: labels[one],
          count: counts[one] < 1_000 ? counts[one] : "1,000+",
          current: one === shown,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState title={q ? `${noneWords[shown]} with “${q}”` : noneWords[shown]}>
          Readers send them from <a href="/tip">the public page</a>; each becomes a claim or is declined with
          a reason.
        </EmptyState>
      ) : (
        <TipList>
          {items.map((tip) => (
            <TipItem
              key={tip.id}
              tip={tip}
              similar={similar.get(tip.id) ?? []}
              now={now}
              decide={decide.bind(null, tip.id)}
              templates={notes(tip.id)}
            />
          ))}
        </TipList>
      )}
      <PaginationNext href={nextCursor ? hrefOf({ state: shown, cursor: nextCursor }) : null} />
    </DeskPage>
  );
}

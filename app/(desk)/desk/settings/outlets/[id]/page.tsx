import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ArticleList } from "@/components/articles/article-row";
import { places } from "@/components/layout/places";
import { OutletForms } from "@/components/settings/outlet-forms";
import { OutletsList } from "@/components/settings/outlets-list";
import { Section } from "@/components/ui/section";
import { can } from "@/lib/access/can";
import { listArticles } from "@/lib/articles/list-articles.server";
import { isCursor } from "@/lib/core/cursor";
import { getOutlet } from "@/lib/outlets/queries";
import { cancelsEachWords } from "@/lib/schedules/cancels-words";
import { waitingOnOutlet } from "@/lib/schedules/queries";
import { loadSettings } from "@/lib/settings/settings.server";
import { one, type SearchParams } from "../../../read-queue";
import { SettingsFrame } from "../../settings-frame";
import { settingsViewer } from "../../settings-viewer";
import { editOutlet, mergeOutlet, nameOutlet } from "../actions";

export const metadata: Metadata = { title: "Outlet" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/** As many articles as a page shows. */
const limit = 30;

export default async function OutletPage({ params, searchParams }: Props) {
  const viewer = await settingsViewer("outlets");
  const outlet = await getOutlet((await params).id);
  if (!outlet) notFound();
  const asked = one(await searchParams, "cursor");
  const cursor = asked && isCursor(asked, ["text"]) ? { cursor: asked } : {};
  const { items, nextCursor } = await listArticles(viewer, { limit, outletId: outlet.id, ...cursor });
  const nextHref =
    nextCursor && `${places.outlet(outlet.id)}?${new URLSearchParams({ cursor: nextCursor })}#articles`;
  const { owner } = outlet;
  const [waiting, { site }] = await Promise.all([waitingOnOutlet(viewer, outlet.id), loadSettings()]);
  return (
    <SettingsFrame
      viewer={viewer}
      place="outlets"
      title={outlet.name}
      lead={
        owner ? (
          <>
            Owned by <Link href={places.entity(owner.id)}>{owner.name}</Link>
          </>
        ) : (
          "Nobody has said who owns it."
        )
      }
    >
      {can(viewer, "outlet.write") ? (
        <OutletForms
          outlet={outlet}
          edit={editOutlet}
          addName={nameOutlet}
          merge={mergeOutlet}
          besides={cancelsEachWords(waiting.claims, site.timeZone, waiting.hidden)}
        />
      ) : (
        <>
          <OutletsList outlets={[outlet]} nextHref={null} isFiltered={false} />
          <p className="mt-2 text-ink-2">An editor or an admin changes this.</p>
        </>
      )}
      <Section id="articles" title="Articles" aside={outlet.articles || undefined}>
        {items.length === 0 ? (
          <p className="text-ink-2">
            {asked ? "No older ones." : "No article that you can open names this outlet."}
          </p>
        ) : (
          <ArticleList articles={items} nextHref={nextHref} now={new Date().toISOString()} />
        )}
      </Section>
    </SettingsFrame>
  );
}

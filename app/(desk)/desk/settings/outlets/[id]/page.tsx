import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { places } from "@/components/layout/places";
import { OutletForms } from "@/components/settings/outlet-forms";
import { OutletsList } from "@/components/settings/outlets-list";
import { can } from "@/lib/access/can";
import { getOutlet } from "@/lib/outlets/queries";
import { cancelsEachWords } from "@/lib/schedules/cancels-words";
import { waitingOnOutlet } from "@/lib/schedules/queries";
import { loadSettings } from "@/lib/settings/settings.server";
import { SettingsFrame } from "../../settings-frame";
import { settingsViewer } from "../../settings-viewer";
import { editOutlet, mergeOutlet, nameOutlet } from "../actions";

export const metadata: Metadata = { title: "Outlet" };

export default async function OutletPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await settingsViewer("outlets");
  const outlet = await getOutlet((await params).id);
  if (!outlet) notFound();
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
          besides={cancelsEachWords(waiting, site.timeZone)}
        />
      ) : (
        <>
          <OutletsList outlets={[outlet]} nextHref={null} isFiltered={false} />
          <p className="mt-2 text-ink-2">An editor or an admin changes this.</p>
        </>
      )}
    </SettingsFrame>
  );
}

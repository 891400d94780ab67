import type { Metadata } from "next";
import Link from "next/link";
import { DeskPage } from "@/components/layout/page";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/access/can";
import { requireViewer } from "@/lib/access/viewer.server";
import { healthWarnings } from "@/lib/health/warnings.server";
import { settingsAtAGlance } from "@/lib/settings/overview.server";
import { settingsGroups, settingsPages } from "./settings-pages";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const viewer = await requireViewer();
  const [now, warnings] = await Promise.all([
    settingsAtAGlance(viewer, new Date()),
    can(viewer, "settings.write") ? healthWarnings(new Date()) : [],
  ]);
  const open = settingsPages.filter(({ action }) => can(viewer, action));
  return (
    <DeskPage title="Settings" lead="What stands now, and where to change it." wide>
      {warnings.length > 0 ? (
        <div className="mb-6">
          <Notice tone="warning" title="Somebody who runs this desk should look at the machine.">
            <ul className="space-y-1">
              {warnings.map(({ words }) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      <div className="gap-x-12 desk:columns-2">
        {settingsGroups
          .filter(({ group }) => open.some((page) => page.group === group))
          .map(({ group, title }) => (
            <section
              key={group}
              aria-labelledby={`settings-${group}`}
              className="min-w-0 break-inside-avoid pb-6"
            >
              <h2 id={`settings-${group}`} className="mb-1.5 text-sm font-semibold">
                {title}
              </h2>
              <ul className="border-b">
                {open
                  .filter((page) => page.group === group)
                  .map((page) => (
                    <li key={page.place} className="border-t py-2.5">
                      <Link href={page.href} className="font-semibold">
                        {page.label}
                      </Link>
                      {now[page.place] ? <p>{now[page.place]}</p> : null}
                      <p className="text-sm text-ink-3">{page.about}</p>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
      </div>
    </DeskPage>
  );
}

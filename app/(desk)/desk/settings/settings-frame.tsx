import Link from "next/link";
import type { ReactNode } from "react";
import { DeskPage } from "@/components/layout/page";
import { can } from "@/lib/access/can";
import type { Viewer } from "@/lib/access/viewer";
import { settingsGroups, settingsPages, type SettingsPlace } from "./settings-pages";

type Props = { viewer: Viewer; place: SettingsPlace; title: string; lead?: ReactNode; children: ReactNode };
type Pages = typeof settingsPages;
type NavProps = { pages: Pages; place: SettingsPlace };

/** A page of the settings: the other pages that this person may open, then the content. */
export function SettingsFrame({ viewer, place, title, lead, children }: Props) {
  const pages = settingsPages.filter(({ action }) => can(viewer, action));
  return (
    <DeskPage title={title} lead={lead}>
      <nav aria-label="Settings" className="mb-4">
        <Folded pages={pages} place={place} />
        <div className="flex flex-wrap gap-x-4 gap-y-1 max-tabs:hidden">
          <Places pages={pages} place={place} />
        </div>
      </nav>
      {children}
    </DeskPage>
  );
}

/** Where the window is narrow, one line that says where one is; it opens to all places, by what they are about. */
function Folded({ pages, place }: NavProps) {
  const current = pages.find((page) => page.place === place);
  return (
    <details className="rounded-md border border-rule-strong bg-panel tabs:hidden">
      <summary className="flex min-h-11 list-none items-center gap-2 px-3 [&::-webkit-details-marker]:hidden">
        <span className="text-ink-3">Settings</span>
        <span className="min-w-0 truncate font-semibold">{current?.label}</span>
        <span aria-hidden="true" className="ml-auto">
          ▾
        </span>
      </summary>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 border-t px-3 py-2">
        {settingsGroups.map(({ group, title }) => {
          const own = pages.filter((page) => page.group === group);
          if (own.length === 0) return null;
          return (
            <div key={group} className="grid min-w-0 content-start">
              <p className="text-xs text-ink-3">{title}</p>
              <Places pages={own} place={place} />
            </div>
          );
        })}
      </div>
    </details>
  );
}

function Places({ pages, place }: NavProps) {
  return pages.map((page) => (
    <Link
      key={page.place}
      href={page.href}
      aria-current={page.place === place ? "page" : undefined}
      className="inline-block py-1 text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline max-tabs:py-1.5"
    >
      {page.label}
    </Link>
  ));
}

import Link from "next/link";
import type { ReactNode } from "react";
import { DeskPage } from "@/components/layout/page";
import { can } from "@/lib/access/can";
import type { Viewer } from "@/lib/access/viewer";
import { settingsGroups, settingsPages, type SettingsPlace } from "./settings-pages";

type Props = { viewer: Viewer; place: SettingsPlace; title: string; lead?: ReactNode; children: ReactNode };
type Pages = typeof settingsPages;
type NavProps = { pages: Pages; place: SettingsPlace };

/**
 * A page of the settings: the other pages that this person may open beside the content, or folded above it. The line between
 * them goes down to the foot of the page, however short the content is.
 */
export function SettingsFrame({ viewer, place, title, lead, children }: Props) {
  const pages = settingsPages.filter(({ action }) => can(viewer, action));
  return (
    <div className="to-the-foot mx-auto w-full max-w-7xl desk:grid desk:grid-cols-[14.5rem_minmax(0,1fr)]">
      <nav aria-label="Settings" className="px-4 pt-4 desk:border-r desk:py-6">
        <Folded pages={pages} place={place} />
        <div className="sticky top-6 grid gap-5 max-desk:hidden">
          <Groups pages={pages} place={place} />
        </div>
      </nav>
      <div className="min-w-0">
        <DeskPage title={title} lead={lead}>
          <div className="[&>section]:mt-8 [&>section:first-child]:mt-0 [&>section>div>h2]:mb-1 [&>section>div>h2]:text-md">
            {children}
          </div>
        </DeskPage>
      </div>
    </div>
  );
}

/** Where the window is narrow, one line that says where one is; it opens to all places, by what they are about. */
function Folded({ pages, place }: NavProps) {
  const current = pages.find((page) => page.place === place);
  return (
    <details className="rounded-md border border-rule-strong bg-panel desk:hidden">
      <summary className="flex min-h-11 list-none items-center gap-2 px-3 [&::-webkit-details-marker]:hidden">
        <span className="text-ink-3">Settings</span>
        <span className="min-w-0 truncate font-semibold">{current?.label}</span>
        <span aria-hidden="true" className="ml-auto">
          ▾
        </span>
      </summary>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 border-t px-3 py-2 tabs:grid-cols-4">
        <Groups pages={pages} place={place} />
      </div>
    </details>
  );
}

function Groups({ pages, place }: NavProps) {
  return settingsGroups.map(({ group, title }) => {
    const own = pages.filter((page) => page.group === group);
    if (own.length === 0) return null;
    return (
      <div key={group} className="grid min-w-0 content-start">
        <p className="text-xs text-ink-3">{title}</p>
        {own.map((page) => (
          <Link
            key={page.place}
            href={page.href}
            aria-current={page.place === place ? "page" : undefined}
            className="py-1 text-ink-2 no-underline hover:underline aria-[current]:font-semibold aria-[current]:text-ink max-desk:py-1.5"
          >
            {page.label}
          </Link>
        ))}
      </div>
    );
  });
}

import Link from "next/link";
import type { ReactNode } from "react";
import { DeskPage } from "@/components/layout/page";
import { FoldedNav } from "@/components/ui/folded-nav";
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

/** All places, by what they are about, behind one line. */
function Folded({ pages, place }: NavProps) {
  const current = pages.find((page) => page.place === place);
  return (
    <FoldedNav
      lead="Settings"
      current={<span className="truncate">{current?.label}</span>}
      className="desk:hidden"
    >
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 tabs:grid-cols-4">
        <Groups pages={pages} place={place} />
      </div>
    </FoldedNav>
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

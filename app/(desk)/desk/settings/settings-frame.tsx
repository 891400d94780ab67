import Link from "next/link";
import type { ReactNode } from "react";
import { DeskPage } from "@/components/layout/page";
import { can } from "@/lib/access/can";
import type { Viewer } from "@/lib/access/viewer";
import { settingsPages, type SettingsPlace } from "./settings-pages";

type Props = { viewer: Viewer; place: SettingsPlace; title: string; lead?: ReactNode; children: ReactNode };

/** A page of the settings: the other pages that this person may open, then the content. */
export function SettingsFrame({ viewer, place, title, lead, children }: Props) {
  const open = settingsPages.filter(({ action }) => can(viewer, action));
  return (
    <DeskPage title={title} lead={lead}>
      <nav aria-label="Settings" className="mb-4 flex flex-wrap gap-x-4 gap-y-1">
        {open.map((item) => (
          <Link
            key={item.place}
            href={item.href}
            aria-current={item.place === place ? "page" : undefined}
            className="inline-block py-1 text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {item.label}
          </Link>
        ))}
      </nav>
      {children}
    </DeskPage>
  );
}

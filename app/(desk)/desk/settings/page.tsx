import type { Metadata } from "next";
import Link from "next/link";
import { DeskPage } from "@/components/layout/page";
import { can } from "@/lib/access/can";
import { requireViewer } from "@/lib/access/viewer.server";
import { settingsPages } from "./settings-pages";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const viewer = await requireViewer();
  const open = settingsPages.filter(({ action }) => can(viewer, action));
  return (
    <DeskPage title="Settings">
      <ul className="border-b">
        {open.map((page) => (
          <li key={page.place} className="border-t py-3">
            <Link href={page.href} className="font-semibold">
              {page.label}
            </Link>
            <p className="text-ink-2">{page.about}</p>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}

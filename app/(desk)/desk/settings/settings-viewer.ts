import { notFound } from "next/navigation";
import { can } from "@/lib/access/can";
import { requireViewer } from "@/lib/access/viewer.server";
import type { Viewer } from "@/lib/access/viewer";
import { settingsPages, type SettingsPlace } from "./settings-pages";

/** The person at a page of the settings; the page does not exist for who may not open it. */
export async function settingsViewer(place: SettingsPlace): Promise<Viewer> {
  const page = settingsPages.find((candidate) => candidate.place === place)!;
  const viewer = await requireViewer();
  if (!can(viewer, page.action)) notFound();
  return viewer;
}

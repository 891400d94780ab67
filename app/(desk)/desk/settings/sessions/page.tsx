import type { Metadata } from "next";
import { SessionsList } from "@/components/settings/sessions-list";
import { listOwnSessions } from "@/lib/accounts/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { end, endOthers } from "./actions";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage() {
  const viewer = await settingsViewer("sessions");
  return (
    <SettingsFrame
      viewer={viewer}
      place="sessions"
      title="Where you are signed in"
      lead="A session ends by itself after twelve hours without you, and after a week in any case."
    >
      <SessionsList sessions={await listOwnSessions(viewer, new Date())} end={end} endOthers={endOthers} />
    </SettingsFrame>
  );
}

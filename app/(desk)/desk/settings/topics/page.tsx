import type { Metadata } from "next";
import { TopicsList } from "@/components/settings/topics-list";
import { can } from "@/lib/access/can";
import { loadSettingsToEdit } from "@/lib/settings/queries";
import { listTopics } from "@/lib/topics/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { merge, rename, retire } from "./actions";

export const metadata: Metadata = { title: "Topics" };

export default async function TopicsPage() {
  const viewer = await settingsViewer("topics");
  // Versions first, as everywhere: a change in between then shows as stale.
  const { versions } = await loadSettingsToEdit();
  const topics = await listTopics(viewer);
  return (
    <SettingsFrame
      viewer={viewer}
      place="topics"
      title="Topics"
      lead="Whoever notes a claim writes its topics; here they are put in order. A change goes through every claim, and published verdicts keep the word they were signed with."
    >
      <TopicsList
        topics={topics}
        version={versions.topics}
        {...(can(viewer, "settings.write") ? { forms: { rename, merge, retire } } : {})}
      />
    </SettingsFrame>
  );
}

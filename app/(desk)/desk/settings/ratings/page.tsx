import type { Metadata } from "next";
import { RatingsTable } from "@/components/settings/ratings-table";
import { Section } from "@/components/ui/section";
import { can } from "@/lib/access/can";
import { loadSettingsToEdit } from "@/lib/settings/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { add, edit, remove } from "./actions";
import { AddRatingForm, RemoveRatingForm } from "./rating-forms";

export const metadata: Metadata = { title: "Ratings" };

export default async function RatingsPage() {
  const viewer = await settingsViewer("ratings");
  const { ratings, versions } = await loadSettingsToEdit();
  const mayEdit = can(viewer, "settings.write");
  return (
    <SettingsFrame
      viewer={viewer}
      place="ratings"
      title="Ratings"
      lead="The meaning stands beside the word wherever readers see it."
    >
      <RatingsTable ratings={ratings} edit={mayEdit ? edit.bind(null, versions.ratings) : undefined} />
      {mayEdit ? (
        <>
          <Section id="add-rating" title="Add a rating" level={2}>
            <AddRatingForm version={versions.ratings} action={add} />
          </Section>
          <Section id="remove-rating" title="Take one off" level={2}>
            <RemoveRatingForm ratings={ratings} version={versions.ratings} action={remove} />
          </Section>
        </>
      ) : null}
    </SettingsFrame>
  );
}

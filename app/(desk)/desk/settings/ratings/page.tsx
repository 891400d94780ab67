import type { Metadata } from "next";
import { RatingsTable } from "@/components/settings/ratings-table";
import { AsksFirst } from "@/components/ui/asks-first";
import { Section } from "@/components/ui/section";
import { can } from "@/lib/access/can";
import { mayCancelWords } from "@/lib/schedules/cancels-words";
import { waitingAnywhere } from "@/lib/schedules/queries";
import { loadSettingsToEdit } from "@/lib/settings/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { add, edit, remove } from "./actions";
import { AddRatingForm, RemoveRatingForm } from "./rating-forms";

export const metadata: Metadata = { title: "Ratings" };

export default async function RatingsPage() {
  const viewer = await settingsViewer("ratings");
  const [{ ratings, site, versions }, waiting] = await Promise.all([
    loadSettingsToEdit(),
    waitingAnywhere(viewer),
  ]);
  const mayEdit = can(viewer, "settings.write");
  const besides = mayEdit ? mayCancelWords(waiting, site.timeZone) : null;
  return (
    <SettingsFrame
      viewer={viewer}
      place="ratings"
      title="Ratings"
      lead="The meaning stands beside the word on each verdict and its picture."
    >
      <AsksFirst besides={besides} isSaidAbove>
        <RatingsTable ratings={ratings} edit={mayEdit ? edit.bind(null, versions.ratings) : undefined} />
        {mayEdit ? (
          <>
            <Section id="add-rating" title="Add a rating" level={2}>
              <AddRatingForm version={versions.ratings} action={add} />
            </Section>
            <Section id="remove-rating" title="Remove a rating" level={2}>
              <RemoveRatingForm ratings={ratings} version={versions.ratings} action={remove} />
            </Section>
          </>
        ) : null}
      </AsksFirst>
    </SettingsFrame>
  );
}

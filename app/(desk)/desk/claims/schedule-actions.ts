"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { places } from "@/components/layout/places";
import { confirmIdentity } from "@/lib/accounts/step-up.server";
import { formAction } from "@/lib/core/form-action.server";
import { filled } from "@/lib/core/form-fields";
import { about, confirmed } from "@/lib/core/form-target";
import { cancelSchedule, publishScheduledNow } from "@/lib/schedules/commands/end-schedule";

const nothing = z.strictObject({});

/** Takes back what waits for its time. */
export const cancelScheduled = formAction({
  action: "schedule.cancel",
  schema: about(nothing),
  read: (form) => ({ id: filled(form, "claimId"), input: {} }),
  command: (viewer, { id }, now) => cancelSchedule(viewer, id, now),
  after: ({ claimId }) => {
    revalidatePath("/desk", "layout");
    redirect(places.claim(claimId));
  },
});

/** Publishes at once what the person signed for later. */
export const publishNow = formAction({
  action: "verdict.sign",
  schema: confirmed(nothing),
  read: (form) => ({ id: filled(form, "claimId"), input: {}, password: form.get("password") ?? "" }),
  command: async (viewer, { id, password }, now) => {
    const sure = await confirmIdentity(viewer, password, now);
    return sure.ok ? publishScheduledNow(viewer, id, now) : sure;
  },
  after: ({ publication }) => {
    revalidatePath("/desk", "layout");
    redirect(places.publication(publication.slug));
  },
});

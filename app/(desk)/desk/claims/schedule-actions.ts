"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { places } from "@/components/layout/places";
import { confirmIdentity } from "@/lib/accounts/step-up.server";
import { formAction } from "@/lib/core/form-action.server";
import { filled, proofOf } from "@/lib/core/form-fields";
import { about, confirmed } from "@/lib/core/form-target";
import { cancelSchedule, publishScheduledNow } from "@/lib/schedules/commands/end-schedule";
import { refreshDesk } from "../refresh-desk";

const nothing = z.strictObject({});

/** Takes back what waits for its time. */
export const cancelScheduled = formAction({
  action: "schedule.cancel",
  schema: about(nothing),
  read: (form) => ({ id: filled(form, "claimId"), input: {} }),
  command: (viewer, { id }, now) => cancelSchedule(viewer, id, now),
  after: ({ claimId }) => {
    refreshDesk();
    redirect(places.claim(claimId));
  },
});

/** Publishes at once what the person signed for later. */
export const publishNow = formAction({
  action: "verdict.sign",
  schema: confirmed(nothing),
  read: (form) => ({ id: filled(form, "claimId"), input: {}, ...proofOf(form) }),
  command: async (viewer, { id, input: _nothing, ...given }, now) => {
    const sure = await confirmIdentity(viewer, given, now, { each: true });
    return sure.ok ? publishScheduledNow(sure.value, id, now) : sure;
  },
  after: ({ publication }) => {
    refreshDesk();
    redirect(places.publication(publication.slug));
  },
});

"use server";

import { places } from "@/components/layout/places";
import { formAction } from "@/lib/core/form-action.server";
import { filled } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { addEvidence, type EvidenceAdded } from "@/lib/evidence/commands";
import { logConversation as runLogConversation } from "@/lib/evidence/log-conversation.server";
import {
  logRecording as runLogRecording,
  logStretch as runLogStretch,
} from "@/lib/evidence/log-recording.server";
import { logConversationSchema, logRecordingSchema, logStretchSchema } from "@/lib/evidence/note-schema";
import { addEvidenceSchema } from "@/lib/evidence/schema";
import { undoEntry } from "../offer-undo";
import { mediaFieldAt, readConversation, readMediaEvidence, readRecording, readStretch } from "./read-media";
import { refreshDesk } from "../refresh-desk";

/** Back to the claim, at the evidence that is new and can be taken back there. */
const showsEvidence = {
  after: refreshDesk,
  goTo: ({ claimId, evidenceId }: EvidenceAdded) =>
    `${places.claim(claimId)}?pane=claim#evidence-${evidenceId}`,
  undo: ({ entryId }: EvidenceAdded) => undoEntry("Evidence logged.", entryId),
};

export const logMedia = formAction({
  action: "evidence.write",
  schema: about(addEvidenceSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: readMediaEvidence(form) }),
  fieldAt: mediaFieldAt,
  command: (viewer, { id, input }, now) => addEvidence(viewer, id, input, now),
  ...showsEvidence,
});

export const logRecording = formAction({
  action: "evidence.write",
  schema: about(logRecordingSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: readRecording(form) }),
  command: (viewer, { id, input }, now) => runLogRecording(viewer, id, input, now),
  ...showsEvidence,
});

export const logStretch = formAction({
  action: "evidence.write",
  schema: about(logStretchSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: readStretch(form) }),
  command: (viewer, { id, input }, now) => runLogStretch(viewer, id, input, now),
  ...showsEvidence,
});

export const logConversation = formAction({
  action: "evidence.write",
  schema: about(logConversationSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: readConversation(form) }),
  command: (viewer, { id, input }, now) => runLogConversation(viewer, id, input, now),
  ...showsEvidence,
});

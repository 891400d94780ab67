"use server";

import { z } from "zod";
import type { PasteRowsState } from "@/components/evidence/paste-rows-form";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import { formAction, isSessionOver, signedInPoster, whatWasCancelled } from "@/lib/core/form-action.server";
import { filled, wholeNumber } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import {
  addEvidence as runAddEvidence,
  editEvidence as runEditEvidence,
  removeEvidence as runRemoveEvidence,
} from "@/lib/evidence/commands";
import { pasteRows as runPasteRows } from "@/lib/evidence/paste-rows.server";
import { restoreEvidence as runRestoreEvidence } from "@/lib/evidence/restore-evidence.server";
import { vouchForQuote } from "@/lib/evidence/vouch-for-quote.server";
import { addEvidenceSchema, editEvidenceSchema } from "@/lib/evidence/schema";
import { undoEntries, undoEntry } from "../offer-undo";
import { readEvidence, readEvidenceEdit } from "./read-forms";
import { refreshDesk } from "../refresh-desk";

/** Columns as fields of a form, which are named like them; what is null is left empty. */
const fieldsOfColumns = (columns: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value ?? ""]));

const onlyId = z.strictObject({ id: z.string().min(1).max(60) });

export const addEvidence = formAction({
  action: "evidence.write",
  schema: about(addEvidenceSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: readEvidence(form) }),
  command: (viewer, { id, input }, now) => runAddEvidence(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Evidence logged.", entryId),
});

export const editEvidence = formAction({
  action: "evidence.write",
  schema: about(editEvidenceSchema),
  read: (form) => ({ id: filled(form, "evidenceId"), input: readEvidenceEdit(form) }),
  command: (viewer, { id, input }, now) => runEditEvidence(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ evidenceId, version, was }) =>
    Object.keys(was).length === 0
      ? undefined
      : {
          words: "Evidence changed.",
          act: "edit-evidence",
          fields: { evidenceId, version: String(version), ...fieldsOfColumns(was) },
        },
});

/** Fields: evidenceId, version. */
export const removeEvidence = formAction({
  action: "evidence.write",
  schema: onlyId.extend({ version: z.number().int().min(0).optional() }),
  read: (form) => ({ id: filled(form, "evidenceId"), version: wholeNumber(form, "version") }),
  command: (viewer, { id, version }, now) =>
    runRemoveEvidence(viewer, id, now, version === undefined ? {} : { version }),
  after: refreshDesk,
  undo: ({ evidenceId }) => ({
    words: "Evidence removed.",
    act: "restore-evidence",
    fields: { evidenceId },
  }),
});

export const restoreEvidence = formAction({
  action: "evidence.write",
  schema: onlyId,
  read: (form) => ({ id: filled(form, "evidenceId") }),
  command: (viewer, { id }, now) => runRestoreEvidence(viewer, id, now),
  after: refreshDesk,
});

export const tickCut = formAction({
  action: "evidence.write",
  schema: onlyId,
  read: (form) => ({ id: filled(form, "evidenceId") }),
  command: (viewer, { id }, now) => vouchForQuote(viewer, id, "cut", now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("You said that the cut is fair.", entryId),
});

export const confirmRegion = formAction({
  action: "evidence.write",
  schema: onlyId,
  read: (form) => ({ id: filled(form, "evidenceId") }),
  command: (viewer, { id }, now) => vouchForQuote(viewer, id, "region", now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("You confirmed the description.", entryId),
});

/** Rows from a spreadsheet, each answered for itself; what failed comes back to be put right. */
export async function pasteRows(_state: PasteRowsState, form: FormData): Promise<PasteRowsState> {
  const typed = String(form.get("rows") ?? "");
  const viewer = await signedInPoster("evidence.write", form);
  if (!viewer.ok) {
    const isSignedOut = isSessionOver(viewer.error);
    return { rows: [], rest: typed, message: viewer.error.detail, isSignedOut };
  }
  const claimId = await asNamedTo(viewer.value, String(form.get("claimId") ?? ""));
  const now = new Date();
  const { entryIds, ...done } = await runPasteRows(viewer.value, claimId, typed, now);
  const cancelled = await whatWasCancelled(viewer.value, now);
  refreshDesk();
  const rows = entryIds.length === 1 ? "1 row is logged." : `${entryIds.length} rows are logged.`;
  return { ...done, ...(cancelled ? { cancelled } : {}), undo: undoEntries(rows, entryIds) };
}

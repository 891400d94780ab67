"use server";

import { places } from "@/components/layout/places";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present, wholeNumber } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { addEntity as runAdd, editEntity as runEdit } from "@/lib/entities/commands/edit-entity";
import {
  decideEntityLink as runDecide,
  linkEntities as runLink,
} from "@/lib/entities/commands/link-entities";
import {
  addEntitySchema,
  decideEntityLinkSchema,
  editEntitySchema,
  linkEntitySchema,
  type AddEntityInput,
} from "@/lib/entities/schema";
import { undoEntry } from "../../offer-undo";
import { refreshDesk, showIfStale } from "../../refresh-desk";

const readEntity = (form: FormData) => ({
  name: String(form.get("name") ?? ""),
  kind: filled(form, "kind"),
  otherNames: String(form.get("otherNames") ?? "")
    .split("\n")
    .map((name) => name.trim())
    .filter(Boolean),
  interests: filled(form, "interests") ?? null,
  interestsSource: filled(form, "interestsSource") ?? null,
});

/** What was typed, as the form has it. */
const typedFields = (input: AddEntityInput): [name: string, value: string][] => [
  ["name", input.name],
  ["kind", input.kind],
  ["otherNames", input.otherNames.join("\n")],
  ["interests", input.interests ?? ""],
  ["interestsSource", input.interestsSource ?? ""],
];

export const addEntity = formAction({
  action: "entity.write",
  schema: addEntitySchema,
  read: readEntity,
  command: runAdd,
  after: refreshDesk,
  goTo: ({ entityId }) => places.entity(entityId),
  undo: ({ entryId }, input) => ({
    ...undoEntry("Person or organisation added.", entryId),
    unsent: { place: "entity:new", fields: typedFields(input) },
  }),
});

export const editEntity = formAction({
  action: "entity.write",
  schema: about(editEntitySchema),
  read: (form) => ({
    id: filled(form, "entityId"),
    input: { ...readEntity(form), version: wholeNumber(form, "version") },
  }),
  command: (viewer, { id, input }, now) => runEdit(viewer, id, input, now),
  after: () => {
    refreshDesk();
    return "Saved.";
  },
  undo: ({ entryId }) => undoEntry("Changed.", entryId),
});

export const linkEntity = formAction({
  action: "entity.write",
  schema: about(linkEntitySchema),
  read: (form) => ({
    id: filled(form, "entityId"),
    input: { kind: filled(form, "kind"), to: String(form.get("to") ?? "") },
  }),
  command: (viewer, { id, input }, now) => runLink(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Added and confirmed.", entryId),
});

/** Fields: linkId, status, wasStatus. */
export const decideEntityLink = formAction({
  action: "entity.write",
  schema: about(decideEntityLinkSchema),
  read: (form) => ({
    id: filled(form, "linkId"),
    input: present({ status: filled(form, "status"), expected: filled(form, "wasStatus") }),
  }),
  command: (viewer, { id, input }, now) => showIfStale(runDecide(viewer, id, input, now)),
  after: refreshDesk,
  undo: ({ entryId }, { input: { status } }) =>
    undoEntry(status === "confirmed" ? "Confirmed." : "Rejected.", entryId),
});

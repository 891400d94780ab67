"use server";

import { formAction } from "@/lib/core/form-action.server";
import { filled, present } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { finishTask as runFinishTask } from "@/lib/tasks/commands";
import { finishTaskSchema } from "@/lib/tasks/schema";
import { undoEntry } from "../offer-undo";
import { refreshDesk } from "../refresh-desk";

export const finishTask = formAction({
  action: "task.write",
  schema: about(finishTaskSchema),
  read: (form) => ({ id: filled(form, "taskId"), input: present({ note: filled(form, "note") }) }),
  command: (viewer, { id, input }, now) => runFinishTask(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Task closed.", entryId),
});

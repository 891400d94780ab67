import type { ClaimState } from "../claims/vocabulary";
import type { TaskKind } from "./task-kinds";

/** Something to do, as the desk lists it. */
export type TaskDto = {
  id: string;
  kind: TaskKind;
  text: string;
  claim: { id: string; text: string; state: ClaimState } | null;
  article: { id: string; name: string } | null;
  /** The draft of a notice that waits with it. */
  preparedId: string | null;
  /** Names of the people who were told. */
  told: string[];
  createdAt: string;
  /** When the finding was to be looked at again, of an open task to do so; else null. */
  dueAt: string | null;
  done: { at: string; by: string | null; note: string | null } | null;
};

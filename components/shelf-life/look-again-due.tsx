import { taskKindWords } from "@/components/tasks/task-words";
import { TimeAgo } from "@/components/ui/time-ago";
import type { DueDto } from "@/lib/shelf-life/dto";

/** What a task asks for when the day comes, and since or until when: said alike wherever the day stands. */
export function LookAgainDue({ due, now }: { due: Pick<DueDto, "group" | "recheckAt">; now: string }) {
  const isOverdue = due.group === "overdue";
  return (
    <span className={isOverdue ? "font-semibold text-warn" : ""}>
      {taskKindWords["shelf-life"]}: {isOverdue ? "was due" : "due"} <TimeAgo at={due.recheckAt} now={now} />
    </span>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { TaskList } from "@/components/tasks/task-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationNext } from "@/components/ui/pagination-next";
import { Tabs } from "@/components/ui/tabs";
import type { Viewer } from "@/lib/access/viewer";
import { requireViewer } from "@/lib/access/viewer.server";
import { countOpenTasks, listTasks } from "@/lib/tasks/queries";
import { listTasksSchema } from "@/lib/tasks/schema";
import { finishTask } from "./actions";

export const metadata: Metadata = { title: "Tasks" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TasksPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const asked = listTasksSchema.safeParse(await searchParams);
  if (!asked.success) notFound();
  const { show, cursor } = asked.data;
  // News has a page of its own; old links lead there.
  if (show === "news") redirect(places.notifications);
  const open = await countOpenTasks(viewer);
  const href = (name: string) => (name === "todo" ? places.tasks : `${places.tasks}?show=${name}`);
  const tab = (name: typeof show, label: string, count?: number) => ({
    href: href(name),
    label,
    current: show === name,
    ...(count === undefined ? {} : { count }),
  });
  const next = (nextCursor: string | null) =>
    nextCursor && `${places.tasks}?show=${show}&cursor=${encodeURIComponent(nextCursor)}`;
  return (
    <DeskPage
      title="Tasks"
      lead={
        <>
          What somebody has to do now: a source changed after we quoted it, or the day has come to check that
          a published finding still holds. Days still to come are in the{" "}
          <Link href={places.due} className="inline-block">
            re-check calendar
          </Link>
          .
        </>
      }
    >
      <Tabs label="Tasks" className="mb-4" tabs={[tab("todo", "To do", open), tab("done", "Done")]} />
      <Tasks viewer={viewer} done={show === "done"} cursor={cursor} next={next} />
    </DeskPage>
  );
}

type ListProps = {
  viewer: Viewer;
  cursor: string | undefined;
  next: (cursor: string | null) => string | null;
};

async function Tasks({ viewer, done, cursor, next }: ListProps & { done: boolean }) {
  const { items, nextCursor } = await listTasks(viewer, { done, cursor });
  if (items.length === 0) {
    return (
      <EmptyState title={done ? "No task was closed yet" : "Nothing to do"}>
        {done
          ? "Tasks that were closed are kept here, with what came of them."
          : "You get a task when a source behind a publication changes its words, when a source that claims rely on is corrected, withdrawn or compromised, and when a published finding reaches its re-check day."}
      </EmptyState>
    );
  }
  return (
    <>
      <TaskList tasks={items} finish={finishTask} now={new Date().toISOString()} />
      <PaginationNext href={next(nextCursor)} />
    </>
  );
}

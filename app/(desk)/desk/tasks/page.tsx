import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { NewsList } from "@/components/tasks/news-list";
import { TaskList } from "@/components/tasks/task-list";
import { SubmitButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { PaginationNext } from "@/components/ui/pagination-next";
import { Tabs } from "@/components/ui/tabs";
import { requireViewer } from "@/lib/access/viewer.server";
import type { Viewer } from "@/lib/access/viewer";
import { countUnread, listNews } from "@/lib/notifications/queries";
import { countOpenTasks, listTasks } from "@/lib/tasks/queries";
import { listTasksSchema } from "@/lib/tasks/schema";
import { finishTask, markNewsRead } from "./actions";

export const metadata: Metadata = { title: "Tasks and news" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TasksPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const asked = listTasksSchema.safeParse(await searchParams);
  if (!asked.success) notFound();
  const { show, cursor } = asked.data;
  const [open, unread] = await Promise.all([countOpenTasks(), countUnread(viewer)]);
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
      title="Tasks and news"
      lead="What sources did since we quoted them, who was told, and what is to do."
    >
      <Tabs
        label="Tasks and news"
        className="mb-4"
        tabs={[tab("todo", "To do", open), tab("news", "Told to you", unread), tab("done", "Done")]}
      />
      {show === "news" ? (
        <News viewer={viewer} cursor={cursor} unread={unread} next={next} />
      ) : (
        <Tasks done={show === "done"} cursor={cursor} next={next} />
      )}
    </DeskPage>
  );
}

type ListProps = { cursor: string | undefined; next: (cursor: string | null) => string | null };

async function Tasks({ done, cursor, next }: ListProps & { done: boolean }) {
  const { items, nextCursor } = await listTasks({ done, cursor });
  if (items.length === 0) {
    return (
      <EmptyState title={done ? "Nothing was done here yet" : "Nothing to do"}>
        {done
          ? "Tasks that were closed are kept here, with what came of them."
          : "A task stands here when a source under a publication has other words, or when a source that claims lean on was corrected, withdrawn or compromised."}
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

async function News({ viewer, cursor, unread, next }: ListProps & { viewer: Viewer; unread: number }) {
  const { items, nextCursor } = await listNews(viewer, cursor);
  if (items.length === 0) {
    return (
      <EmptyState title="Nothing was told to you yet">
        You are told when a source of a claim that you wrote, hold, reviewed or signed has other words.
      </EmptyState>
    );
  }
  return (
    <>
      {unread > 0 ? (
        <Form action={markNewsRead} id="read-news" className="mb-3">
          <SubmitButton look="plain" small>
            Mark all as read
          </SubmitButton>
        </Form>
      ) : null}
      <NewsList news={items} now={new Date().toISOString()} />
      <PaginationNext href={next(nextCursor)} />
    </>
  );
}

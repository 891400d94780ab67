import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { NewsList } from "@/components/tasks/news-list";
import { SubmitButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { PaginationNext } from "@/components/ui/pagination-next";
import { requireViewer } from "@/lib/access/viewer.server";
import { cursorOf } from "@/lib/core/cursor";
import { countUnread, listNews } from "@/lib/notifications/queries";
import { markNewsRead } from "./actions";

export const metadata: Metadata = { title: "Notifications" };

const querySchema = z.object({ cursor: cursorOf("text").optional() });

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NotificationsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const asked = querySchema.safeParse(await searchParams);
  if (!asked.success) notFound();
  const [{ items, nextCursor, mark }, unread] = await Promise.all([
    listNews(viewer, asked.data.cursor),
    countUnread(viewer),
  ]);
  return (
    <DeskPage
      title="Notifications"
      lead={
        <Link href={places.notificationSettings}>Choose what you are notified about, here and by mail</Link>
      }
      actions={
        unread > 0 && mark ? (
          <Form action={markNewsRead} id="read-news">
            <input type="hidden" name="upTo" value={mark.upTo} />
            <input type="hidden" name="snapshot" value={mark.snapshot} />
            <SubmitButton look="plain">
              {asked.data.cursor ? "Mark these and older as read" : "Mark all as read"}
            </SubmitButton>
          </Form>
        ) : null
      }
    >
      {items.length === 0 ? (
        <EmptyState title="No notifications yet">
          You are notified when somebody names you in a comment or gives you a claim, when something happens
          on a claim that you watch, wrote or have, when a source of a claim of yours has other words, and, as
          an editor, when something waits for your signature.
        </EmptyState>
      ) : (
        <>
          <NewsList news={items} now={new Date().toISOString()} />
          <PaginationNext
            href={nextCursor && `${places.notifications}?cursor=${encodeURIComponent(nextCursor)}`}
          />
        </>
      )}
    </DeskPage>
  );
}

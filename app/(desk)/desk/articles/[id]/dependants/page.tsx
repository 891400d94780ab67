import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ArticleReliability } from "@/components/articles/article-reliability";
import { DependantsView } from "@/components/articles/dependants-view";
import { reliabilityWords } from "@/components/articles/reliability-words";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { PaginationNext } from "@/components/ui/pagination-next";
import { can } from "@/lib/access/can";
import { requireViewer } from "@/lib/access/viewer.server";
import { cursorOf } from "@/lib/core/cursor";
import { articleDependants } from "@/lib/articles/dependants.server";
import { getArticle } from "@/lib/articles/queries";
import { setReliability } from "../../actions";

export const metadata: Metadata = { title: "What leans on this source" };

const querySchema = z.object({ cursor: cursorOf("text").optional() });

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DependantsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireViewer();
  const asked = querySchema.safeParse(await searchParams);
  if (!asked.success) notFound();
  const article = await getArticle(viewer, id);
  if (!article) notFound();
  const now = new Date();
  const dependants = await articleDependants(viewer, id, now, { limit: 30, ...asked.data });
  const name = [article.outlet, article.title].filter(Boolean).join(": ") || "Unnamed article";
  return (
    <DeskPage title="What leans on this source" lead={<Link href={places.article(id)}>{name}</Link>}>
      <div className="mb-4 grid gap-3">
        {article.reliability === "ok" ? null : (
          <Notice
            tone="warning"
            title={reliabilityWords[article.reliability]}
            safe={article.reliabilityReason ?? undefined}
          >
            Each claim below has a task to be checked again; where something is published, a notice is
            prepared for an editor.
          </Notice>
        )}
        {can(viewer, "article.reliability") ? (
          <Disclosure
            summary={article.reliability === "ok" ? "Mark the source" : "Change the mark"}
            quiet={article.reliability !== "ok"}
          >
            <ArticleReliability article={article} action={setReliability} />
          </Disclosure>
        ) : null}
      </div>
      <DependantsView dependants={dependants} />
      <PaginationNext
        href={
          dependants.nextCursor &&
          `${places.dependants(id)}?cursor=${encodeURIComponent(dependants.nextCursor)}`
        }
      />
    </DeskPage>
  );
}

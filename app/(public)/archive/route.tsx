import { ArchivePage } from "@/components/reader/archive-page";
import { readerPaths } from "@/components/reader/reader-paths";
import { countMonths } from "@/lib/publications/count-verdicts.server";
import { listAnswer } from "../list-answers";
import { readerRoute } from "../reader-route";

export const dynamic = "force-dynamic";

/** All verdicts that stand, counted by month. */
export const GET = readerRoute(({ pub }) =>
  listAnswer(pub, readerPaths.archive, async () => (
    <ArchivePage site={pub.site} months={await countMonths()} ratings={pub.ratings} label={pub.label} />
  )),
);

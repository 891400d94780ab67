import { publicVerdict } from "@/lib/publications/public-records.server";
import { isPublication, isRetraction } from "@/lib/publications/verdict-versions";
import { failureAnswer, notFoundAnswer, readerRoute } from "../../reader-route";
import { currentAnswer, retractedAnswer } from "../../verdict-answers";

export const dynamic = "force-dynamic";

/** The verdict that holds, 410 with the reason when it was retracted, 404 when there never was one. */
export const GET = readerRoute<{ slug: string }>(async (call) => {
  const found = await publicVerdict(call.params.slug);
  if (!found.ok) return failureAnswer(found.error, call);
  const latest = found.value.versions.at(-1);
  if (latest && isPublication(latest)) return currentAnswer(call.pub, found.value, latest);
  if (latest && isRetraction(latest)) return retractedAnswer(call.pub, found.value, latest, 410);
  return notFoundAnswer(call.pub);
});

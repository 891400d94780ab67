import { publicVerdict } from "@/lib/publications/public-records.server";
import { failureAnswer, notFoundAnswer, readerRoute } from "../../reader-route";
import { answerOf } from "../../verdict-answers";

export const dynamic = "force-dynamic";

/** The verdict that holds, 410 with the reason when it was retracted, 451 while it is withheld, 404 when there never was one. */
export const GET = readerRoute<{ slug: string }>(async (call) => {
  const found = await publicVerdict(call.params.slug);
  if (!found.ok) return failureAnswer(found.error, call);
  const latest = found.value.versions.at(-1);
  return answerOf(call.pub, found.value, latest, { isAtSlug: true }) ?? notFoundAnswer(call.pub);
});

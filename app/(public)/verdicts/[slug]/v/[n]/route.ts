import { publicVerdict } from "@/lib/publications/public-records.server";
import { failureAnswer, notFoundAnswer, readerRoute } from "../../../../reader-route";
import { answerOf } from "../../../../verdict-answers";

export const dynamic = "force-dynamic";

/** One version, for good: what we said stays readable, also after a retraction; 451 where it is withheld. */
export const GET = readerRoute<{ slug: string; n: string }>(async (call) => {
  const { slug, n } = call.params;
  if (!/^[1-9]\d{0,5}$/.test(n)) return notFoundAnswer(call.pub);
  const found = await publicVerdict(slug);
  if (!found.ok) return failureAnswer(found.error, call);
  const signed = found.value.versions.find(({ record }) => record.version === Number(n));
  return answerOf(call.pub, found.value, signed, { isAtSlug: false }) ?? notFoundAnswer(call.pub);
});

import { publicVerdict } from "@/lib/publications/public-records.server";
import { isPublication, isRetraction } from "@/lib/publications/verdict-versions";
import { failureAnswer, notFoundAnswer, readerRoute } from "../../../../reader-route";
import { retractedAnswer, versionAnswer } from "../../../../verdict-answers";

export const dynamic = "force-dynamic";

/** One version, for good: what we said stays readable, also after a retraction. */
export const GET = readerRoute<{ slug: string; n: string }>(async (call) => {
  const { slug, n } = call.params;
  if (!/^[1-9]\d{0,5}$/.test(n)) return notFoundAnswer(call.pub);
  const found = await publicVerdict(slug);
  if (!found.ok) return failureAnswer(found.error, call);
  const signed = found.value.versions.find(({ record }) => record.version === Number(n));
  if (signed && isPublication(signed)) return versionAnswer(call.pub, found.value, signed);
  if (signed && isRetraction(signed)) return retractedAnswer(call.pub, found.value, signed, 200);
  return notFoundAnswer(call.pub);
});

import { publicVerdict } from "@/lib/publications/public-records.server";
import { isWithheld } from "@/lib/publications/withheld";
import { cardAnswer } from "../../../card-answers";
import { failureAnswer, notFoundAnswer, readerRoute } from "../../../reader-route";
import { withheldAnswer } from "../../../verdict-answers";

export const dynamic = "force-dynamic";

/** The picture that goes with a version where its address is shared. */
export const GET = readerRoute<{ slug: string; file: string }>(async (call) => {
  const { params, pub } = call;
  const version = /^([1-9]\d{0,8})\.png$/.exec(params.file)?.[1];
  if (version === undefined) return notFoundAnswer(pub);
  const found = await publicVerdict(params.slug);
  if (!found.ok) return failureAnswer(found.error, call);
  const signed = found.value.versions.find(({ record }) => record.version === Number(version));
  if (signed && isWithheld(signed)) return withheldAnswer(pub, found.value, signed);
  return (await cardAnswer(pub, found.value, Number(version))) ?? notFoundAnswer(pub);
});

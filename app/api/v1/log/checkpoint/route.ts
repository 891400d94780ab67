import { otherMethods } from "@/lib/core/other-methods.server";
import { publicTextResponse } from "@/lib/core/api-answer.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { latestCheckpoint } from "@/lib/log/queries";

export async function GET(): Promise<Response> {
  const note = await latestCheckpoint();
  return note
    ? publicTextResponse(note)
    : problemResponse({
        kind: "not_found",
        code: "not-sealed",
        detail: "The log has no signed head yet. Ask again in a second.",
      });
}

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

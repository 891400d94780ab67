import { captureForArchive } from "@/lib/captures/queries";
import { captureAsWarc, warcFileName } from "@/lib/captures/warc.server";
import { env } from "@/lib/core/env.server";
import { fileRoute } from "@/lib/core/file-route.server";
import { otherMethods } from "@/lib/core/other-methods.server";
import { ok } from "@/lib/core/result";

export const GET = fileRoute({
  action: "desk.read",
  load: async ({ params }) => {
    const capture = await captureForArchive(params.id!);
    if (!capture.ok) return capture;
    const bytes = await captureAsWarc(capture.value, env().publicUrl);
    return ok({ bytes, type: "application/warc", name: warcFileName(capture.value) });
  },
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

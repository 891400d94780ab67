import { captureForArchive } from "@/lib/captures/queries";
import { captureAsWarc, warcFileName, warcParts } from "@/lib/captures/warc.server";
import { env } from "@/lib/core/env.server";
import { fileRoute } from "@/lib/core/file-route.server";
import { otherMethods } from "@/lib/core/other-methods.server";
import { ok } from "@/lib/core/result";

export const GET = fileRoute({
  action: "desk.read",
  load: async ({ params }) => {
    const capture = await captureForArchive(params.id!);
    if (!capture.ok) return capture;
    const { publicUrl } = env();
    // What is large is sent as it is made.
    const isLarge = !(capture.value.bytes instanceof Uint8Array);
    const bytes = isLarge
      ? warcParts(capture.value, publicUrl)
      : await captureAsWarc(capture.value, publicUrl);
    return ok({ bytes, type: "application/warc", name: warcFileName(capture.value) });
  },
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

import { fileRoute } from "@/lib/core/file-route.server";
import { otherMethods } from "@/lib/core/other-methods.server";
import { fail, mapResult, notFound } from "@/lib/core/result";
import { takeStaffBundle } from "@/lib/publications/commands/take-staff-bundle";

export const GET = fileRoute({
  action: "desk.read",
  load: async ({ viewer, params, now }) => {
    if (!/^[1-9]\d{0,5}$/.test(params.version!)) return fail(notFound("version"));
    const taken = await takeStaffBundle(viewer, params.id!, Number(params.version), now);
    return mapResult(taken, (bundle) => ({ ...bundle, type: "application/zip" }));
  },
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

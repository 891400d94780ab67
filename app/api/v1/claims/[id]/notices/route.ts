import { otherMethods } from "@/lib/core/other-methods.server";
import { mutationRoute } from "@/lib/core/api-route.server";
import { signPublicNotice } from "@/lib/notices/commands/sign-notice";
import { noticeSchema } from "@/lib/publications/schema";

export const POST = mutationRoute({
  action: "notice.sign",
  body: noticeSchema,
  command: ({ viewer, params, input, now }) => signPublicNotice(viewer, params.id!, input, now),
  present: ({ noticeId, slug }, { input: { kind, text } }) => ({ id: noticeId, slug, kind, text }),
  status: 201,
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");

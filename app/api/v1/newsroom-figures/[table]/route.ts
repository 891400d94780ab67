import { fileRoute } from "@/lib/core/file-route.server";
import { otherMethods } from "@/lib/core/other-methods.server";
import { figuresFile } from "@/lib/newsroom-figures/file.server";

export const GET = fileRoute({
  action: "desk.read",
  load: ({ params, query, now }) => figuresFile(params.table!, query, now),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

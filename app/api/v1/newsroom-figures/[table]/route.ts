import { wholeDeskOnly } from "@/lib/access/whole-desk";
import { fileRoute } from "@/lib/core/file-route.server";
import { otherMethods } from "@/lib/core/other-methods.server";
import { fail } from "@/lib/core/result";
import { figuresFile } from "@/lib/newsroom-figures/file.server";

export const GET = fileRoute({
  action: "desk.read",
  load: async ({ viewer, params, query, now }) =>
    viewer.sees === "own"
      ? fail(wholeDeskOnly("What the newsroom counts"))
      : figuresFile(params.table!, query, now),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

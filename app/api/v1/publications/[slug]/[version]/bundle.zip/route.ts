import { otherMethods } from "@/lib/core/other-methods.server";
import { publicBundle } from "@/lib/publications/bundle.server";
import { versionFileRoute } from "../../../version-answers";

export const dynamic = "force-dynamic";

export const GET = versionFileRoute({
  type: "application/zip",
  load: ({ slug, version }) => publicBundle(slug, version),
  saveAs: ({ slug, version }) => `${slug}-v${version}.zip`,
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

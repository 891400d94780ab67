import { nameRoute } from "../../name-answers";

export const dynamic = "force-dynamic";

/** What somebody claimed, and how each was rated here. */
export const GET = nameRoute("claimant");

import { nameRoute } from "../../name-answers";

export const dynamic = "force-dynamic";

/** Verdicts that check an outlet’s articles or rest on them. */
export const GET = nameRoute("outlet");

import { nameRoute } from "../../name-answers";

export const dynamic = "force-dynamic";

/** Verdicts on a topic, with its feeds. */
export const GET = nameRoute("topic");

import { readerRoute } from "../reader-route";
import { iconAnswer } from "../static-files";

export const dynamic = "force-dynamic";

export const GET = readerRoute(async ({ pub }) => iconAnswer(pub));

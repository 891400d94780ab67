import { readerRoute } from "../../reader-route";
import { fontAnswer } from "../../static-files";

export const dynamic = "force-dynamic";

export const GET = readerRoute(async ({ pub }) => fontAnswer(pub, "source-serif-4-cyrillic"));

import { notFoundAnswer, readerRoute } from "../../reader-route";
import { isProgram, programAnswer } from "../../static-files";

export const dynamic = "force-dynamic";

/** The programs that check a bundle: two for the page `/verify`, one to run without it. */
export const GET = readerRoute<{ file: string }>(async ({ params, pub }) =>
  isProgram(params.file) ? programAnswer(pub, params.file) : notFoundAnswer(pub),
);

import { otherMethods } from "@/lib/core/other-methods.server";
import { logger } from "@/lib/core/log-problem.server";
import { jsonResponse } from "@/lib/core/api-answer.server";
import { healthWarnings } from "@/lib/health/warnings.server";
import { readiness } from "@/lib/database/readiness.server";

export async function GET(): Promise<Response> {
  const state = await readiness();
  const warnings = state.ready ? await warningCodes() : [];
  return jsonResponse({ ...state, warnings }, state.ready ? 200 : 503);
}

/** What somebody at the machine must see to, as codes: who asks may be anybody. Admins read the words on the desk. */
function warningCodes(): Promise<string[]> {
  return healthWarnings(new Date()).then(
    (warnings) => warnings.map(({ code }) => code),
    (error: unknown) => {
      logger.error({ err: error }, "the desk's warnings could not be read");
      return ["warnings-not-read"];
    },
  );
}

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

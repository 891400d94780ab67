import "server-only";
import { problemResponse } from "./api-answer.server";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

/** Handlers for the methods that an address does not have: 405 as a problem document, with those it has. */
export function otherMethods<M extends Method>(...allowed: M[]): Record<Exclude<Method, M>, () => Response> {
  const list = allowed.join(", ");
  const refuse = () => {
    const response = problemResponse({
      kind: "wrong_method",
      code: "method-not-allowed",
      detail: `This address answers to ${list}.`,
    });
    response.headers.set("Allow", list);
    return response;
  };
  const rest = methods.filter((method) => !(allowed as readonly Method[]).includes(method));
  return Object.fromEntries(rest.map((method) => [method, refuse])) as Record<
    Exclude<Method, M>,
    () => Response
  >;
}

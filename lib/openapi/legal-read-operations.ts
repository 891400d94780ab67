import { noteLegalReadSchema, withdrawLegalReadSchema } from "../legal-reads/schema";

const post = { method: "post", status: 201 } as const;

/** Notes of legal reads, as operations of the OpenAPI document. */
export const legalReadOperations = [
  {
    ...post,
    path: "/claims/{id}/legal-reads",
    summary: "Note that someone was asked to read the draft for the law, or read it; never what they said",
    body: noteLegalReadSchema,
  },
  {
    ...post,
    path: "/legal-reads/{id}/withdrawal",
    summary: "Take back what was noted about a legal read",
    body: withdrawLegalReadSchema,
  },
];

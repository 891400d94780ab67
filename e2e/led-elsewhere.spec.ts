import { apiHeaders } from "@/lib/core/security-headers";
import { expect, test } from "./fixtures";

/** The framework answers these by itself; a fetch would clean none of them on its way. */
for (const [path, location] of [
  ["/about/", "/about"],
  ["/desk/claims/?sort=age", "/desk/claims?sort=age"],
  ["/api/v1/claims/", "/api/v1/claims"],
  ["//evil.example", "/evil.example"],
  ["/desk//claims", "/desk/claims"],
] as const) {
  test(`${path} leads to ${location} with the headers of every answer`, async ({ baseURL }) => {
    const answer = await fetch(`${baseURL}${path}`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([308, location]);
    for (const [name, value] of Object.entries(apiHeaders()))
      expect(answer.headers.get(name), name).toBe(value);
  });
}

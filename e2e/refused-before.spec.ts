import { expect, expectProblem, test, type Problem } from "./api/desk-api";
import { openSessionOf } from "./sessions";

for (const path of [
  "/api/v1/claims/%ff",
  "/api/v1/claims/%",
  "/api/v1/articles/%c3%28/captures",
  "/api/v1/publications/%e0%a4",
  "/api/v1/%zz",
  "/desk/claims/%ff",
  "/verdicts/%ff",
  "/%ff",
]) {
  test(`an address that spells no characters is a malformed request: ${path}`, async ({ api }) => {
    const answer = await api.send<Problem>("editor1", "GET", api.origin + path);
    expect(answer.status).toBe(400);
    expectProblem(answer);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.body.code).toBe("malformed-address");
  });
}

for (const [from, origin] of [
  ["another site", "https://elsewhere.example"],
  ["an opaque origin", "null"],
  ["something that is no origin", "::::"],
  ["nowhere", undefined],
] as const) {
  for (const how of ["form", "script"] as const) {
    test(`a ${how}'s action posted from ${from} is forbidden, in words`, async ({ api }) => {
      const { cookie } = await openSessionOf("editor");
      const form = new FormData();
      form.set("$ACTION_ID_7fc35275c442c0ffb96e12c518bad0e3a7f095e5b5", "");
      form.set("text", "A claim from elsewhere");
      const headers = {
        cookie: `${cookie.name}=${cookie.value}`,
        ...(origin === undefined ? {} : { origin }),
        ...(how === "script" ? { "next-action": "7fc35275c442c0ffb96e12c518bad0e3a7f095e5b5" } : {}),
      };
      const response = await fetch(`${api.origin}/desk/claims/new`, { method: "POST", headers, body: form });
      expect(response.status).toBe(403);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(((await response.json()) as Problem).code).toBe("cross-site");
    });
  }
}

test("a well-formed address with percent signs means what it spells", async ({ api }) => {
  const { status } = await api.get("checker1", "/claims/caf%C3%A9%20100%25");
  expect(status).toBe(404);
});

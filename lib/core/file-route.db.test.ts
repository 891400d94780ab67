import { NextRequest } from "next/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { createToken } from "../accounts/tokens.server";
import { fileRoute } from "./file-route.server";
import { logger } from "./log-problem.server";
import { ok } from "./result";

const database = useTestDatabase();
const load = vi.fn(async () => ok({ bytes: new Uint8Array([1]), type: "application/warc", name: "a.warc" }));
const route = fileRoute({ action: "application.read", load });

/** The answer to a request for the file, and the lines of the log that say who was refused what. */
async function ask(token: string) {
  const warn = vi.spyOn(logger, "warn").mockImplementation(() => undefined);
  const headers = { authorization: `Bearer ${token}` };
  const request = new NextRequest("http://localhost:3000/api/v1/a-file", { headers });
  const answer = await route(request, { params: Promise.resolve({}) });
  return { status: answer.status, refused: warn.mock.calls };
}

async function tokenOf(role: "checker" | "editor") {
  const who = await database.makeViewer(role, `A ${role}`);
  const expiresAt = new Date(Date.now() + 60_000);
  const { token } = await createToken({ userId: who.id, name: "files", scopes: ["read"], expiresAt });
  return { id: who.id, token };
}

afterEach(() => {
  vi.restoreAllMocks();
  load.mockClear();
});

describe("a file for staff", () => {
  const asked = { action: "application.read", path: "/api/v1/a-file" };

  it("is not made for a token that nobody has, and the log says so", async () => {
    const { status, refused } = await ask("nobody-has-this");
    expect(status).toBe(401);
    expect(refused).toEqual([[{ ...asked, account: null, code: "sign-in" }, "refused"]]);
    expect(load).not.toHaveBeenCalled();
  });

  it("is not made for a role that may not have it, and the log says who asked", async () => {
    const { id, token } = await tokenOf("checker");
    const { status, refused } = await ask(token);
    expect(status).toBe(403);
    expect(refused).toEqual([[expect.objectContaining({ ...asked, account: id }), "refused"]]);
    expect(load).not.toHaveBeenCalled();
  });

  it("is given to a role that may have it, without a line of the log", async () => {
    const { token } = await tokenOf("editor");
    expect(await ask(token)).toEqual({ status: 200, refused: [] });
    expect(load).toHaveBeenCalledOnce();
  });
});

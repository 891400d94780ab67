import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { expect, it } from "vitest";
import { makeDesk } from "@/scripts/test/desk-scene";
import { useTestDatabase } from "@/scripts/test/test-database";
import type { Viewer } from "@/lib/access/viewer";
import { sessionCookie } from "@/lib/accounts/session-cookie.server";
import { env } from "@/lib/core/env.server";
import { POST as signNotice } from "./notices/route";
import { POST as retract } from "./retraction/route";
import { POST as signOff } from "./sign-off/route";

const database = useTestDatabase();
const desk = makeDesk(database);

type Route = typeof signOff;

/** A request as a page of this site would make it in the person's browser. */
async function fromBrowser(viewer: Viewer, claimId: string, route: Route, path: string, body: object) {
  const { sessionId } = viewer.via as { sessionId: string };
  const { origin, host } = new URL(env().publicUrl);
  const cookie = await encode({ token: { sid: sessionId }, secret: env().secret });
  const request = new NextRequest(`${origin}/api/v1/claims/${claimId}/${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      cookie: `${sessionCookie().name}=${cookie}`,
      origin,
      host,
      "sec-fetch-site": "same-origin",
    },
    body: JSON.stringify(body),
  });
  const response = await route(request, { params: Promise.resolve({ id: claimId }) });
  return { status: response.status, code: ((await response.json()) as { code?: string }).code };
}

it("a browser session signs nothing by the API unless the password was given lately", async () => {
  const { claimId, hash } = await desk.ready();
  const editor = await database.makeViewer("editor", "Left the Screen Open");
  const stepUp = (minutes: number) =>
    database.sqlOwner(
      `UPDATE session SET "stepUpAt" = now() - make_interval(mins => $2) WHERE "userId" = $1`,
      [editor.id, minutes],
    );
  const all: [Route, string, object, number][] = [
    [signOff, "sign-off", { revisionHash: hash }, 200],
    [signNotice, "notices", { kind: "under-review", text: "We look again." }, 201],
    [retract, "retraction", { reason: "Wrong.", version: 1 }, 200],
  ];
  for (const [route, path, body, status] of all) {
    await stepUp(11);
    expect(await fromBrowser(editor, claimId, route, path, body)).toEqual({
      status: 403,
      code: "step-up-needed",
    });
    await stepUp(9);
    expect((await fromBrowser(editor, claimId, route, path, body)).status).toBe(status);
  }
});

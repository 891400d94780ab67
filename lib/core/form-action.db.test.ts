// First: see there.
import { withinRequest } from "../../scripts/test/within-request";
import { beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { cookieOf, headersOf, here } from "../../scripts/test/ask-routes";
import { useTestDatabase } from "../../scripts/test/test-database";
import { formAction } from "./form-action.server";
import { logger } from "./log-problem.server";
import { ok } from "./result";

const database = useTestDatabase();
let cookie: string;

beforeAll(async () => {
  cookie = await cookieOf(await database.makeViewer("checker", "Writer"));
});

const write = formAction({
  action: "claim.write",
  schema: z.strictObject({ words: z.string().max(20) }),
  command: async (_viewer, { words }) => ok(words),
  values: (words) => ({ words }),
  undo: (words) => (words === "kept" ? undefined : { words: "Written.", act: "take-back", fields: {} }),
  goTo: () => "/desk/tips",
});

function send(words: string, isByScripts = true) {
  const form = new FormData();
  form.set("words", words);
  const headers = headersOf({ cookie, origin: here, ...(isByScripts ? { "next-action": "write" } : {}) });
  return withinRequest(headers, () => write(null, form));
}

it("a form is read, and given back, with the line ends that were typed and not those that it was sent with", async () => {
  expect(await send("One.\r\nTwo.")).toMatchObject({ ok: true, values: { words: "One.\nTwo." } });
  const long = "One.\r\nTwo. And three, which is too much.";
  expect(await send(long)).toMatchObject({ ok: false, values: { words: long.replace("\r\n", "\n") } });
});

it("the way on comes with the offer to take it back where scripts read it, and else the browser is led there", async () => {
  expect(await send("One.")).toMatchObject({ undo: { words: "Written." }, goTo: "/desk/tips" });
  const led = { digest: expect.stringContaining("/desk/tips") };
  await expect(send("One.", false)).rejects.toMatchObject(led);
  await expect(send("kept")).rejects.toMatchObject(led);
});

it("an ended session that asks for the same again is refused each time, and written down once", async () => {
  const viewer = await database.makeViewer("checker", "Gone");
  const ended = await cookieOf(viewer);
  const { sessionId } = viewer.via as { sessionId: string };
  await database.sqlOwner(`UPDATE session SET "revokedAt" = now() WHERE id = $1`, [sessionId]);
  const warned = vi.spyOn(logger, "warn").mockImplementation(() => undefined);
  const ask = (claimId: string) => {
    const form = new FormData();
    form.set("words", "One.");
    form.set("claimId", claimId);
    return withinRequest(headersOf({ cookie: ended, origin: here, "next-action": "write" }), () =>
      write(null, form),
    );
  };
  for (const claimId of ["c1", "c1", "c2", "c1"])
    expect(await ask(claimId)).toMatchObject({
      ok: false,
      message: expect.stringContaining("session has ended"),
      isSignedOut: true,
    });
  expect(warned.mock.calls.map(([entry]) => (entry as { claimId?: string }).claimId)).toEqual(["c1", "c2"]);
  warned.mockRestore();
});

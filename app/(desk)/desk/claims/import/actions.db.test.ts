import { cookieOf, here, headersOf } from "@/scripts/test/ask-routes";
import { withinRequest } from "@/scripts/test/within-request";
import { expect, it } from "vitest";
import { beginImport } from "@/lib/imports/commands/begin-import";
import { importRows } from "@/lib/imports/commands/import-rows";
import { done } from "@/scripts/test/desk-scene";
import { useTestDatabase } from "@/scripts/test/test-database";
import { capturePages } from "./actions";

const database = useTestDatabase();

it("says at the end of a run what all of its requests did, with what the first of them were refused", async () => {
  const viewer = await database.makeViewer("checker", "Sheet Checker");
  const sheet = ["Claim,URL", "A tram runs,http://10.0.0.1/a", "A bus runs,https://news.example/b"].join(
    "\n",
  );
  const { id } = await done(beginImport(viewer, { pasted: sheet }, new Date()));
  await done(importRows(viewer, { id, again: false }, new Date()));
  const headers = headersOf({ origin: here, cookie: await cookieOf(viewer) });
  const press = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, importId: id, most: "1" })) form.set(name, value);
    return withinRequest(headers, () => capturePages(null, form));
  };

  const first = await press({});
  expect(first).toMatchObject({ ok: true, values: { left: "1", asked: "0" } });
  const last = await press(first!.values!);
  expect(last).toMatchObject({ ok: true, values: { left: "0", asked: "1" } });
  expect(last!.message).toMatch(/^1 page is asked for\. 1 row was refused\. Row 2: ./);
  const over = await press({ ...first!.values!, refused: "no list", after: "9" });
  expect(over).toMatchObject({ ok: false });
});

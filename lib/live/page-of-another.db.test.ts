// First: see there.
import { withinRequest } from "../../scripts/test/within-request";
import { expect, it } from "vitest";
import { POST as looked } from "../../app/live/looked/route";
import { cookieOf, headersOf, here } from "../../scripts/test/ask-routes";
import { makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";

const database = useTestDatabase();
const desk = makeDesk(database);

it("nothing is noted for whoever signed in since of what another account's page says", async () => {
  const viewer = await database.makeViewer("checker", "Signed In Since");
  const { claimId, author } = await desk.inReview();
  const post = async (pageOf: string) => {
    const body = JSON.stringify({ claimId, entryId: null, snapshot: "1:1:" });
    const headers = headersOf({
      cookie: await cookieOf(viewer),
      origin: here,
      "content-type": "application/json",
      "content-length": String(body.length),
      "countersign-page-of": pageOf,
    });
    const request = new Request(`${here}/live/looked`, { method: "POST", headers, body });
    const answer = await withinRequest(headers, () => looked(request));
    return [answer.status, ((await answer.json()) as { code?: string } | null)?.code];
  };
  const marks = () => database.sql(`SELECT 1 FROM seen_mark WHERE "userId" = $1`, [viewer.id]);
  expect(await post(author.id)).toEqual([409, "page-of-another"]);
  expect(await marks()).toHaveLength(0);
  expect(await post(viewer.id)).toEqual([200, undefined]);
  expect(await marks()).toHaveLength(1);
});

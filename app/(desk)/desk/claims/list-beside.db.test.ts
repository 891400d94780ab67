import { expect, it } from "vitest";
import { getClaim } from "@/lib/claims/queries";
import { signPublicNotice } from "@/lib/notices/commands/sign-notice";
import { done, makeDesk } from "@/scripts/test/desk-scene";
import { useTestDatabase } from "@/scripts/test/test-database";
import { listBeside } from "./list-beside";

const desk = makeDesk(useTestDatabase());

it("says of a claim that is not in the list beside it how what is public of it stands, as a row would", async () => {
  const { claimId, editor } = await desk.published("Two new ferries sail from Selby");
  const notice = { kind: "under-review", text: "We look at it again." } as const;
  await done(signPublicNotice(editor, claimId, notice, new Date()));
  const claim = (await getClaim(editor, claimId, new Date()))!;
  const list = await listBeside(editor, claim, "needs=me", new Date());
  expect(list.publicState).toMatchObject({ version: 1, notices: ["under-review"] });
});

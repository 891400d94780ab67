import { expect, it } from "vitest";
import { done } from "../../scripts/test/desk-scene";
import { useMailServer } from "../../scripts/test/mail-server";
import { useTestDatabase } from "../../scripts/test/test-database";
import { runCommand } from "../core/run-command.server";
import { planDigests } from "../jobs/plan-digests";
import { sendDigest } from "../jobs/send-digest";
import { countUnread } from "./queries";
import { tellAtFormerAddress } from "./tell-at-former-address.server";
import { tellOfAccount } from "./tell.server";

const database = useTestDatabase();
const mail = useMailServer();

it("news of another address goes by mail to the one that was and to the one that is, and stands at the bell once", async () => {
  const person = await database.makeViewer("checker", "Reader");
  const told = { id: person.id, address: "before@people.example" };
  const now = new Date("2031-03-14T07:05:00Z");
  const next = new Date(now.getTime() + 60_000);
  const text = "Your address was changed.";
  await done(
    runCommand(async (tx) => {
      await tellOfAccount(tx, person.id, text, now);
      await tellAtFormerAddress(tx, told, text, now);
    }),
  );
  expect(await countUnread(person)).toBe(1);
  const sql = "SELECT id FROM digest WHERE address = $1";
  const [row] = await database.sql<{ id: string }>(sql, [told.address]);
  const planned = await planDigests(next);
  expect(planned).toHaveLength(1);
  for (const digestId of [row!.id, ...planned]) await sendDigest({ digestId }, next);
  expect(mail.received.map(({ to }) => to)).toEqual([[told.address], [person.email]]);
  for (const { raw } of mail.received) expect(raw).toContain(text);
});

it.each(["sent", "failed", "uncertain", "dropped"])(
  "the address that was is kept until its mail has ended, and forgotten once it is %s",
  async (state) => {
    const person = await database.makeViewer("checker", "Reader");
    const told = { id: person.id, address: `${state}@people.example` };
    await done(
      runCommand((tx) =>
        tellAtFormerAddress(tx, told, "Your address was changed.", new Date("2031-03-15T07:05:00Z")),
      ),
    );
    const put = (to: string) =>
      database.sql<{ address: string | null }>(
        `UPDATE digest SET state = $1 WHERE "userId" = $2 RETURNING address`,
        [to, person.id],
      );
    for (const open of ["sending", "waiting"]) expect(await put(open)).toEqual([{ address: told.address }]);
    expect(await put(state)).toEqual([{ address: null }]);
  },
);

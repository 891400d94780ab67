import { connect, createServer, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { closeListeners, listen } from "../../scripts/test/local-listener";
import { useTestDatabase } from "../../scripts/test/test-database";
import { onWithheld } from "../publications/published-notices.server";
import { onNotice } from "./database-notices.server";

const database = useTestDatabase();

/** A connection of this process on its way to the database. One that is silent passes nothing on and closes nothing. */
type Way = { near: Socket; far: Socket; isSilent: boolean; isAsking: boolean };
const ways: Way[] = [];
let nextIsSilent = false;
const told: (string | null)[] = [];
let withheld = 0;

function openWay(near: Socket, target: URL): void {
  const far = connect(Number(target.port), target.hostname);
  const way: Way = { near, far, isSilent: nextIsSilent, isAsking: false };
  nextIsSilent = false;
  ways.push(way);
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.on("error", () => undefined);
    from.on("data", (bytes) => {
      if (way.isSilent) return;
      way.isAsking = from === near;
      to.write(bytes);
    });
    from.on("close", () => {
      way.isAsking = false;
      if (!way.isSilent) to.destroy();
    });
  }
}

beforeAll(async () => {
  const target = new URL(database.appUrl);
  const port = await listen(createServer((near) => openWay(near, target)));
  process.env.DATABASE_URL = Object.assign(new URL(target), { port: String(port) }).toString();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  onNotice("countersign_expunged", (what) => void told.push(what));
  onWithheld(() => (withheld += 1));
  await until(() => expect([told, withheld]).toEqual([[null], 1]));
});
afterAll(async () => {
  vi.useRealTimers();
  await closeListeners();
});
beforeEach(() => {
  told.length = 0;
  withheld = 0;
});
afterEach(() => {
  for (const { near, far, isSilent } of ways) if (isSilent) for (const one of [near, far]) one.destroy();
});

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000 });
const hears = (what: (string | null)[]) => until(() => expect(told).toEqual(what));
const notify = (what: string) => database.sql(`SELECT pg_notify('countersign_expunged', $1)`, [what]);

/** Lets time go by, in which whatever is asked is answered, but on a way that is silent. */
async function seconds(count: number): Promise<void> {
  const turns = async () => {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setImmediate(done));
  };
  for (let second = 0; second < count; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    do await turns();
    while (ways.some(({ isAsking, isSilent }) => isAsking && !isSilent));
    await turns();
  }
}

/** The database ends the connection that listens, with a word. */
async function endListening(): Promise<void> {
  const ended = await database.sqlOwner(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND state = 'idle' AND query ~ '^(SELECT ''heartbeat''$|LISTEN)'`,
  );
  expect(ended).toHaveLength(1);
}

let withholdings = 0;
/** A version is withheld, which this process is not told. */
const withhold = () =>
  database.sqlOwner(`
    SET session_replication_role = replica;
    INSERT INTO withholding (id, "claimId", slug, version, "reasonClass", "requestedById", "requestedRole", "requestedAt", "confirmedById", "confirmedAt")
      VALUES ('w${(withholdings += 1)}', 'c', 'some-slug', ${withholdings}, 'safety', 'a', 'admin', now(), 'b', now());
    RESET session_replication_role`);

it("a connection that fell silent is found out and opened anew, and all that was missed is looked at again", async () => {
  ways[0]!.isSilent = true;
  await notify("not heard");
  await withhold();
  // It is asked every half minute whether it is still there, and has ten seconds to answer.
  await seconds(41);
  await until(() => expect(told[0]).toBeNull());
  await seconds(2);
  await hears([null, null]);
  await until(() => expect(withheld).toBeGreaterThan(0));
  // What read the text just before, and keeps it when it is done.
  const soFar = withheld;
  await seconds(61);
  expect(withheld).toBeGreaterThan(soFar);
  await notify("heard again");
  await hears([null, null, "heard again"]);
});

it("a connection that answers is kept, however long nothing is told", async () => {
  const before = ways.length;
  await seconds(180);
  await notify("heard still");
  await hears(["heard still"]);
  expect(ways).toHaveLength(before);
});

it("a database that takes the connection and says nothing is tried again", async () => {
  nextIsSilent = true;
  await endListening();
  await hears([null]);
  await seconds(3);
  await until(() => expect(nextIsSilent).toBe(false));
  await seconds(10);
  await hears([null, null]);
  await seconds(2);
  await hears([null, null, null]);
  await notify("heard again");
  await hears([null, null, null, "heard again"]);
});

it("what may have been withheld meanwhile is asked for until there is an answer", async () => {
  await database.sqlOwner(`ALTER TABLE withholding RENAME TO away`);
  await endListening();
  await hears([null]);
  await seconds(2);
  await hears([null, null]);
  await seconds(25);
  expect(withheld).toBe(0);
  await database.sqlOwner(`ALTER TABLE away RENAME TO withholding`);
  await withhold();
  await seconds(11);
  await until(() => expect(withheld).toBeGreaterThan(0));
});

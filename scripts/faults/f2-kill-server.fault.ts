import { expect, it } from "vitest";
import { useTestDatabase } from "../test/test-database";
import { isLong, newHistory, timeLeftMs } from "./history";
import { startDesk } from "./running-desk";
import { verifyLogOf } from "./verify-log-of";
import { bugsIn, untilBusy, violationsOf, writeUntil } from "./workload";

const database = useTestDatabase();
const kills = isLong ? 30 : 3;

it(`F2: what was acknowledged is there once, no lock stays and the log verifies, after the server was killed ${kills} times under writing`, async () => {
  const history = newHistory("F2");
  const desk = await startDesk(database);
  let [isOver, slowestMs] = [false, 0];
  try {
    const writing = writeUntil(() => isOver, history, desk.post);
    let killed = 0;
    for (; killed < kills && timeLeftMs() > 0; killed += 1) {
      history.pace(killed, kills);
      await untilBusy(history, 20, killed);
      slowestMs = Math.max(slowestMs, await desk.killAndRestart());
    }
    await untilBusy(history, 20, killed);
    isOver = true;
    const written = await writing;
    const rows = await database.sql<{ text: string; n: number }>(
      "SELECT text, count(*)::int AS n FROM claim GROUP BY text",
    );
    expect(violationsOf(written, new Map(rows.map(({ text, n }) => [text, n])))).toEqual([]);
    expect(bugsIn(history)).toEqual([]);
    expect(history.count("ok")).toBeGreaterThan(20 * killed);
    const stuck = await database.sqlOwner(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'
         AND now() - state_change > interval '5 seconds'`,
    );
    expect(stuck).toEqual([]);
    expect(await verifyLogOf(database.home)).toMatchObject({ ok: true });
    history.figures({
      kills: killed,
      acknowledged: history.count("ok"),
      unknown: history.count("unknown"),
      slowestRestartMs: slowestMs,
    });
  } finally {
    isOver = true;
    await desk.end();
  }
});

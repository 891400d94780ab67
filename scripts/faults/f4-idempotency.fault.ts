import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "../test/test-database";
import { startDesk, type RunningDesk } from "./running-desk";
import { isLong, newHistory, timeLeftMs } from "./history";

const database = useTestDatabase();
const rounds = isLong ? 50 : 4;
let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk(database);
});
afterAll(() => desk?.end());

const count = async (text: string) =>
  Number(
    (await database.sql<{ n: string }>("SELECT count(*) AS n FROM claim WHERE text = $1", [text]))[0]!.n,
  );

it(`F4: one key 50 times at once, after a restart and with another body, has one effect and one answer, ${rounds} rounds`, async () => {
  const history = newHistory("F4");
  let [round, triedAgain] = [0, 0];
  for (; round < rounds && timeLeftMs() > 0; round += 1) {
    history.pace(round, rounds);
    const [key, text] = [randomUUID(), `Ferry ${round} sails`];
    const post = (body: object) => desk.post("/api/v1/claims", body, key);
    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const operation = history.invoke("checker", `claim "${text}" under ${key}`);
        // No answer in time, or one that says to come again: the same again, under the same key. 500 is a failure of this.
        const attempt = () => post({ text }).catch(() => null);
        let answer = await attempt();
        for (; answer === null || answer.status === 503; answer = await attempt()) triedAgain += 1;
        history.end(operation, answer.status === 201 ? "ok" : "fail", answer.status);
        return answer;
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const [first] = answers;
    for (const { body } of answers) expect(body).toEqual(first!.body);
    if (round === 0) await desk.killAndRestart();
    expect(await post({ text })).toEqual(first);
    expect((await post({ text: `${text} late` })).status).toBe(409);
    expect(await count(text)).toBe(1);
  }
  history.figures({ rounds: round, requests: round * 52, triedAgain });
});

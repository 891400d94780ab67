import type { ClaimDto, GateDto } from "@/lib/claims/dto";
import { expect, test, type DeskApi } from "../api/desk-api";
import { paste, stamp } from "../api/stage";
import type { ClaimAction, Scene } from "./claim-action";
import { addressOf, claimActions } from "./claim-action-rows";
import { publicActions } from "./public-action-rows";
import { deskActions } from "./desk-action-rows";
import { claimIn, states, type State } from "./claim-in";
import { ClaimRows, type Furniture } from "./claim-rows";
import { allCookies, everyone, fewAtATime, strangers, type Who } from "./people";
import { builtActions, callAction, postAction } from "./post-action";

test.describe.configure({ mode: "parallel" });

type Stage = {
  api: DeskApi;
  rows: ClaimRows;
  cookies: Record<Who, string | null>;
  scene: Scene;
  state: State;
};

async function sceneOf(api: DeskApi, rows: ClaimRows, claim: ClaimDto): Promise<Scene> {
  // An article of this test alone: no other claim changes with it.
  const { id: articleId } = await paste(api, "harbour-report", `Coastal Wire ${stamp()}`);
  await rows.query(`UPDATE article SET url = $2 WHERE id = $1`, [articleId, addressOf(articleId)]);
  const gate = await api.must<GateDto>("editor2", "GET", `/claims/${claim.id}/gate`);
  return { claim, gate, articleId, things: await rows.furnish(claim.id) };
}

type Cell = { who: Who; name: string; action: ClaimAction };

const cellsOf = (actions: Record<string, ClaimAction>): Cell[] =>
  Object.entries(actions).flatMap(([name, action]) => everyone.map((who) => ({ who, name, action })));

/**
 * Of the forms that are to do something, as many as it takes for each person to send theirs in some state and for somebody
 * to send it in each: roles and states are asked apart from one another. Whoever may not is tried in every state.
 */
function isTried({ who, action }: Cell, state: State): boolean {
  const senders = everyone.filter((one) => states.some((some) => action.does(one, some)));
  const open = states.filter((some) => senders.some((one) => action.does(one, some)));
  const turn = Math.abs(senders.indexOf(who) - open.indexOf(state));
  return action.does(who, state) && turn % Math.min(senders.length, open.length) === 0;
}

const built = builtActions();

/** Strangers send the forms without scripts; of staff only the answer is of interest, so the page is not drawn again for it. */
function post({ api, cookies, scene, state }: Stage, { who, name, action }: Cell) {
  const { id, page } = built[name]!;
  const by = strangers.includes(who) ? postAction : callAction;
  return by(
    api.origin,
    { id, page },
    {
      cookie: cookies[who],
      path: page.replace("[id]", scene.claim.id),
      fields: action.fields(scene, state),
    },
  );
}

const called = ({ state }: Stage, { who, name }: Cell) => `${who}, ${state}, ${name.split("#")[1]}`;

/** All forms that are to change nothing, a few at a time; then the claim is as it was. */
async function expectNothing(stage: Stage, cells: Cell[]): Promise<void> {
  const { rows, scene } = stage;
  const before = await rows.read(scene.claim.id);
  await fewAtATime(cells, async (cell) => {
    const answer = await post(stage, cell);
    const name = called(stage, cell);
    if (!strangers.includes(cell.who)) {
      // The reason, or the news that it is not there for this person.
      expect([200, 404], `${name}: ${answer.status}`).toContain(answer.status);
      return;
    }
    expect(`${name}: ${answer.status}`).toBe(`${name}: 307`);
    expect(answer.location, name).toMatch(/^\/sign-in\/held\?from=/);
    // What was sent may come back to whoever sent it.
    const sent = JSON.stringify(cell.action.fields(scene, stage.state)).includes("Hidden words");
    expect(!sent && answer.text.includes("Hidden words"), `${name} tells the claim`).toBe(false);
  });
  const after = await rows.read(scene.claim.id);
  const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  const last = await rows.query(
    `SELECT event, "actorId" FROM log_entry WHERE "claimId" = $1 ORDER BY id DESC LIMIT 3`,
    [scene.claim.id],
  );
  expect(changed, `one of these forms was taken in; last in the log: ${JSON.stringify(last)}`).toEqual([]);
}

/** All forms that are to do something, one after the other, each on the claim as it was before. */
async function expectDone(stage: Stage, cells: Cell[]): Promise<void> {
  const { rows, scene } = stage;
  const kept = await rows.read(scene.claim.id);
  for (const cell of cells) {
    const logged = await rows.countLog(scene.claim.id);
    const { status } = await post(stage, cell);
    const name = called(stage, cell);
    expect([200, 303, 404], `${name}: ${status}`).toContain(status);
    expect(`${name} is logged: ${(await rows.countLog(scene.claim.id)) > logged}`).toBe(
      `${name} is logged: true`,
    );
    await rows.putBack(scene.claim.id, kept);
  }
}

async function tryAll(stage: Stage, actions: Record<string, ClaimAction>): Promise<void> {
  const does = ({ action, who }: Cell) => action.does(who, stage.state);
  const cells = cellsOf(actions);
  await expectNothing(
    stage,
    cells.filter((cell) => !does(cell)),
  );
  await expectDone(
    stage,
    cells.filter((cell) => isTried(cell, stage.state)),
  );
}

async function withRows<T>(work: (rows: ClaimRows) => Promise<T>): Promise<T> {
  const rows = await ClaimRows.open();
  try {
    return await work(rows);
  } finally {
    await rows.close();
  }
}

test("every form about a claim has a row", () => {
  const files = /^\(desk\)\/desk\/claims\/[a-z-]+#/;
  // These two make a claim and are about none; they are among the desk's other forms.
  const made = ["(desk)/desk/claims/actions#createClaim", "(desk)/desk/claims/actions#createClaimHere"];
  // Talk is for whoever reads the claim, in any state: its forms are among the desk's other ones.
  const all = { ...claimActions, ...publicActions, ...deskActions };
  const forClaims = Object.keys(all).filter((name) => files.test(name) && !made.includes(name));
  const rows = [...forClaims, ...made];
  expect(rows.sort()).toEqual(
    Object.keys(built)
      .filter((name) => files.test(name))
      .sort(),
  );
});

test("each of them is sent by everybody for whom it does something, and in each state in which it does", () => {
  const cells = cellsOf({ ...claimActions, ...publicActions }).flatMap((cell) =>
    states.map((state) => ({ cell, state, does: cell.action.does(cell.who, state) })),
  );
  const namesOf = (some: typeof cells) =>
    [
      ...new Set(some.flatMap(({ cell: { who, name }, state }) => [`${name}: ${who}`, `${name}: ${state}`])),
    ].sort();
  expect(namesOf(cells.filter(({ cell, state }) => isTried(cell, state)))).toEqual(
    namesOf(cells.filter(({ does }) => does)),
  );
  // No refusal is a form filled in wrongly: each does something for somebody.
  const done = new Set(cells.filter(({ does }) => does).map(({ cell }) => cell.name));
  expect([...done].sort()).toEqual(Object.keys({ ...claimActions, ...publicActions }).sort());
});

for (const state of states) {
  test(`a claim that is ${state}: whose forms do something, and that all others change nothing`, async ({
    api,
  }) => {
    test.setTimeout(120_000);
    await withRows(async (rows) => {
      const cookies = await allCookies();
      const scene = await sceneOf(api, rows, await claimIn(api, state));
      await tryAll({ api, rows, cookies, scene, state }, claimActions);
    });
  });

  test(`a claim that is ${state}: whose forms publish, and that nobody else's do`, async ({ api }) => {
    test.setTimeout(120_000);
    await withRows(async (rows) => {
      const cookies = await allCookies();
      const claim = await claimIn(api, state);
      const gate = await api.must<GateDto>("editor2", "GET", `/claims/${claim.id}/gate`);
      // None of these forms is about a thing on the claim.
      const scene = { claim, gate, articleId: "", things: {} as Furniture };
      await tryAll({ api, rows, cookies, scene, state }, publicActions);
    });
  });
}

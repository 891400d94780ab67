import "server-only";
import type { Viewer } from "../access/viewer";
import { lockAdmins } from "../accounts/acting-admin.server";
import { confirmIdentity } from "../accounts/step-up.server";
import { bothSides, type BothSides } from "../core/both-sides";
import type { Tx } from "../core/db.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { soundScale, vanishedCodes, withRatingChanged } from "./change-ratings";
import type { GateSettings } from "./gate-settings";
import type { Rating } from "./ratings";
import type {
  AddRatingInput,
  EditRatingInput,
  RemoveRatingInput,
  SaveDeskInput,
  SaveGateInput,
  SaveSiteInput,
  SaveWatchInput,
} from "./schema";
import { lockSetting, save, stale, type Saved } from "./save-setting.server";
import { datePublished, runDating } from "../shelf-life/date-published.server";
import type { Dated } from "../shelf-life/dated";
import { topicLines } from "../shelf-life/periods";
import type { SaveShelfLifeInput } from "../shelf-life/schema";
import type { ShelfLifeSettings } from "./shelf-life-settings";
import { loadSettings } from "./settings.server";

/** Saves what readers are told about the newsroom. 409 `stale` shows both sides of each field that differs. */
export async function saveSite(viewer: Viewer, input: SaveSiteInput, now: Date): Promise<Result<Saved>> {
  const { version, ...given } = input;
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const stored = await lockSetting(tx, "site");
    const before = (await loadSettings(tx)).site;
    const site = { ...given, timeZone: given.timeZone ?? before.timeZone };
    if (stored !== version) refuse(stale(stored, bothSides(site, before)));
    return save(tx, viewer, { key: "site", value: site, before, version }, now);
  });
}

/**
 * Saves what the publish gate asks for, after the admin's password: it can take the second person away. 409 `stale` shows
 * both sides, as for every setting.
 */
export async function saveGate(viewer: Viewer, input: SaveGateInput, now: Date): Promise<Result<Saved>> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const stored = await lockSetting(tx, "gate");
    const before = (await loadSettings(tx)).gate;
    const gate: GateSettings = {
      originsNeeded: input.originsNeeded,
      onePersonDesk: input.onePersonDesk,
      legalRead: input.legalRead ?? before.legalRead,
      legalReadTopics: input.legalReadTopics ?? before.legalReadTopics,
    };
    if (stored !== input.version) refuse(stale(stored, bothSides(gate, before)));
    const saved = await save(tx, viewer, { key: "gate", value: gate, before, version: stored }, now);
    if (gate.onePersonDesk !== before.onePersonDesk) {
      await recordEvent(tx, viewer, now, {
        event: gate.onePersonDesk ? "setting.one-person-desk-on" : "setting.one-person-desk-off",
        subject: { kind: "setting", id: "gate" },
        from: String(before.onePersonDesk),
        to: String(gate.onePersonDesk),
      });
    }
    return saved;
  });
}

/** Saves how often sources are looked at again, and whether at all. */
export async function saveWatch(viewer: Viewer, input: SaveWatchInput, now: Date): Promise<Result<Saved>> {
  const { version, ...watch } = input;
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const stored = await lockSetting(tx, "watch");
    const before = (await loadSettings(tx)).watch;
    if (stored !== version) refuse(stale(stored, bothSides(watch, before)));
    return save(tx, viewer, { key: "watch", value: watch, before, version }, now);
  });
}

/**
 * Saves after how many days what is published is looked at again. Dates that are set stay; what is published without one, and
 * has days now, gets one.
 */
export async function saveShelfLife(
  viewer: Viewer,
  input: SaveShelfLifeInput,
  now: Date,
): Promise<Result<Saved & Dated>> {
  const { version, ...value } = input;
  return runDating(async (tx) => {
    await lockAdmins(tx, viewer);
    const stored = await lockSetting(tx, "shelfLife");
    const before = (await loadSettings(tx)).shelfLife;
    if (stored !== version) refuse(stale(stored, bothSides(daysTyped(value), daysTyped(before))));
    let given: Dated = { dated: 0, due: 0 };
    const follow = async (entryId: string) => {
      given = await datePublished(tx, { entryId }, now);
      return given;
    };
    const saved = await save(tx, viewer, { key: "shelfLife", value, before, version: stored, follow }, now);
    return { ...saved, ...given };
  });
}

/** The days as their form has them: a field a kind, and the topics a line each. */
const daysTyped = ({ byKind, byTopic }: ShelfLifeSettings) => ({
  ...Object.fromEntries(Object.entries(byKind).map(([kind, days]) => [`days.${kind}`, days])),
  topics: topicLines(byTopic),
});

/** Saves how the desk works: what readers are told of its searches, and how much of it interns see, from then on. */
export async function saveDesk(viewer: Viewer, input: SaveDeskInput, now: Date): Promise<Result<Saved>> {
  const { version, ...given } = input;
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const stored = await lockSetting(tx, "desk");
    const before = (await loadSettings(tx)).desk;
    const desk = { ...given, internsSeeOwn: given.internsSeeOwn ?? before.internsSeeOwn };
    if (stored !== version) refuse(stale(stored, bothSides(desk, before)));
    return save(tx, viewer, { key: "desk", value: desk, before, version }, now);
  });
}

/** Changes the scale by `change` and saves it when it is still sound and no rating in use went away. */
async function changeRatings(
  viewer: Viewer,
  version: number,
  change: (before: readonly Rating[]) => readonly Rating[],
  now: Date,
  differing: (before: readonly Rating[]) => BothSides[] = () => [],
): Promise<Result<Saved>> {
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const stored = await lockSetting(tx, "ratings");
    const before = (await loadSettings(tx)).ratings;
    if (stored !== version) refuse(stale(stored, differing(before)));
    const value = await scaleToSave(tx, before, change(before));
    return save(tx, viewer, { key: "ratings", value, before, version: stored }, now);
  });
}

/** The scale, refused unless it is sound and no rating in use went away. */
export async function scaleToSave(
  tx: Tx,
  before: readonly Rating[],
  scale: readonly Rating[],
): Promise<readonly Rating[]> {
  const sound = soundScale(scale);
  if (!sound.ok) return refuse(sound.error);
  await keepWhatIsUsed(tx, vanishedCodes(before, sound.value));
  return sound.value;
}

async function keepWhatIsUsed(tx: Tx, codes: string[]): Promise<void> {
  if (codes.length === 0) return;
  const where = { rating: { in: codes } };
  const published = await tx.publication.findFirst({ where, select: { rating: true } });
  const drafted = published ?? (await tx.verdict.findFirst({ where, select: { rating: true } }));
  if (!drafted) return;
  const detail = published
    ? `Published verdicts are rated "${drafted.rating}": rename it or move it down instead.`
    : `A verdict in the making is rated "${drafted.rating}": change that first.`;
  refuse({
    kind: "invalid",
    code: "rating-in-use",
    detail,
    issues: [{ code: "rating-in-use", field: "code", message: detail }],
  });
}

/** Renames one rating, or moves it. Its code, number and fitting marks stay. */
export function editRating(viewer: Viewer, input: EditRatingInput, now: Date): Promise<Result<Saved>> {
  const { version, ...change } = input;
  return changeRatings(
    viewer,
    version,
    (before) => withRatingChanged(knownIn(before, input.code), change),
    now,
    (before) => {
      const at = before.findIndex(({ code }) => code === input.code);
      const { label, meaning, position } = input;
      return at < 0 ? [] : bothSides({ label, meaning, position }, { ...before[at], position: at + 1 });
    },
  );
}

/** Adds a rating at the end of the scale. */
export function addRating(viewer: Viewer, input: AddRatingInput, now: Date): Promise<Result<Saved>> {
  const { version, ...rating } = input;
  return changeRatings(viewer, version, (before) => [...before, rating], now);
}

/** Takes a rating off the scale, when nothing uses it. */
export function removeRating(viewer: Viewer, input: RemoveRatingInput, now: Date): Promise<Result<Saved>> {
  const { code, version } = input;
  return changeRatings(
    viewer,
    version,
    (before) => knownIn(before, code).filter((rating) => rating.code !== code),
    now,
  );
}

function knownIn(ratings: readonly Rating[], code: string): readonly Rating[] {
  return ratings.some((rating) => rating.code === code) ? ratings : refuse(notFound("rating"));
}

import { canonical } from "./hashes.mjs";

const placeOf = ({ seq, event }) => `entry ${seq ?? "not sealed yet"} (${event})`;

/** Each review is one that the log says was given: by that person, of that claim, at that time, with that mark. */
export function checkReviews(report) {
  report.begin("reviews");
  const given = new Map();
  const see = ({ subject, claimId, actorId, at, seq, event, words }) => {
    if (event !== "review.given" && event !== "review.reaffirmed") return;
    // Of the words the mark and the rating alone.
    const said = event === "review.given" && words?.isErased === false ? words.body : null;
    const kept = said && { mark: said.mark, rating: said.rating };
    given.set(subject.id, { claimId, actorId, at, seq, event, said: kept });
  };
  const end = (dump) => endOfReviews(dump, given, report);
  return { see, end };
}

function endOfReviews(dump, given, report) {
  for (const row of dump.reviews) {
    const entry = given.get(row.id);
    given.delete(row.id);
    report.look("reviews", `review ${row.id} of claim ${row.claimId}`, () => {
      if (!entry) return "nobody gave it: the log has no entry for it";
      if (entry.claimId !== row.claimId || entry.actorId !== row.reviewerId)
        return `the log says that ${entry.actorId} gave it, of claim ${entry.claimId}`;
      if (entry.at !== row.givenAt) return `the log dates it ${entry.at}`;
      const { said } = entry;
      return said && (said.mark !== row.mark || said.rating !== row.rating)
        ? "its mark or rating is not what was given"
        : "";
    });
  }
  for (const entry of given.values()) report.fail("reviews", placeOf(entry), "the review is gone");
}

/** Each setting is what the log says was saved last. What a demonstration begins with is in no log. */
export function checkSettings(report) {
  report.begin("settings");
  const saved = new Map();
  const see = (entry) => {
    if (entry.event !== "setting.changed") return;
    const { id } = entry.subject;
    saved.set(id, { entry, version: (saved.get(id)?.version ?? 0) + 1 });
  };
  const end = (dump) => endOfSettings(dump, saved, report);
  return { see, end };
}

function endOfSettings(dump, saved, report) {
  for (const row of dump.settings) {
    const last = saved.get(row.key);
    saved.delete(row.key);
    const startsDemo = dump.isDemo && (row.key === "demo" || row.key === "site");
    report.look("settings", `setting ${row.key}`, () => {
      if (!last) return startsDemo ? "" : "nobody saved it: the log has no entry for it";
      const first = startsDemo ? 1 : 0;
      if (row.version !== last.version && row.version !== last.version + first)
        return `it is at version ${row.version}, the log says ${last.version}`;
      const { words } = last.entry;
      return words?.isErased === false && canonical(words.body.to) !== canonical(row.value)
        ? "it is not what was saved"
        : "";
    });
  }
  for (const { entry } of saved.values()) report.fail("settings", placeOf(entry), "the setting is gone");
}

/**
 * Each account has the role that the log says, and is open or closed as it says. Accounts without an entry are an alarm
 * where people come by invitation, which is everywhere but in the demonstration.
 */
export function checkAccounts(report) {
  report.begin("accounts");
  const told = new Map();
  let areInvited = false;
  const see = ({ event, subject, to }) => {
    if (!event.startsWith("account.")) return;
    const now = told.get(subject.id) ?? {};
    if (event === "account.created") areInvited = true;
    if (event === "account.created" || event === "account.role-changed")
      told.set(subject.id, { ...now, role: to, isCreated: now.isCreated || event === "account.created" });
    if (event === "account.deactivated") told.set(subject.id, { ...now, isActive: false });
    if (event === "account.reactivated") told.set(subject.id, { ...now, role: to, isActive: true });
  };
  const end = (dump) => endOfAccounts(dump, { told, areInvited }, report);
  return { see, end };
}

function endOfAccounts(dump, { told, areInvited }, report) {
  for (const { id, role, isActive } of dump.accounts) {
    const said = told.get(id);
    told.delete(id);
    const place = `account ${id}`;
    if (said?.role !== undefined && said.role !== role)
      report.fail("accounts", place, `it is ${role}, the log says ${said.role}`);
    if ((said?.isActive ?? true) !== isActive)
      report.fail("accounts", place, `it is ${isActive ? "active" : "deactivated"}, the log says otherwise`);
    if (areInvited && !dump.isDemo && !said?.isCreated)
      report.fail("accounts", place, "nobody invited it: the log has no entry of its making");
  }
  for (const [id, { isCreated }] of told)
    if (isCreated) report.fail("accounts", `account ${id}`, "it is gone");
}

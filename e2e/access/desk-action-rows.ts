import { randomUUID } from "node:crypto";
import { password } from "../scenes";
import { sql } from "../sessions";
import { draftToSave, draftToSign } from "./site-page-drafts";
import { cancelSchedule, ownClaim, scheduledClaim } from "./desk-things";
import { staff, type Who } from "./people";
import type { Fields } from "./post-action";
import {
  account,
  captureToExpunge,
  declinedTip,
  delivery,
  invitation,
  mark,
  ofArticle,
  ofPrepared,
  ofTemplate,
  ownDraft,
  ownEdit,
  task,
  tip,
  view,
  webhook,
  withSecondFactor,
  type Filled,
} from "./filled-forms";
import {
  deskSettings,
  gate,
  newRating,
  newTopic,
  setting,
  shelfLife,
  site,
  spareRating,
  topicForm,
  watch,
} from "./filled-settings";

export type DeskAction = {
  /** Makes what the form is about, for one cell; `accountId` is the account of whoever tries. */
  fill: (accountId: string) => Promise<Filled>;
  does: (who: Who) => boolean;
};

const byStaff: DeskAction["does"] = (who) => staff.includes(who);
const byEditors: DeskAction["does"] = (who) => who.startsWith("editor");
const byAdmins: DeskAction["does"] = (who) => who === "admin";
const byEditorsAndAdmins: DeskAction["does"] = (who) => byEditors(who) || byAdmins(who);

/** One of the demo's publications. */
async function published(): Promise<Filled> {
  const [row] = await sql(`SELECT id FROM claim WHERE state = 'published' ORDER BY "createdAt" LIMIT 1`);
  return { fields: { claimId: String(row?.id) } };
}

const waiting = (fields: Fields) => async (): Promise<Filled> => {
  const claimId = await scheduledClaim();
  const about = { table: "schedule", id: claimId };
  return { fields: { claimId, ...fields }, about, putAway: () => cancelSchedule(claimId) };
};

const words = (): string =>
  `Access ${mark()} orders boats\n\n12 March 2025\n\nThe board of ${mark()} ordered seven boats in 2024, according to the budget office.`;

const files = {
  articles: "(desk)/desk/articles/actions#",
  captures: "(desk)/desk/captures/actions#",
  claims: "(desk)/desk/claims/actions#",
  due: "(desk)/desk/due/actions#",
  news: "(desk)/desk/notifications/actions#",
  notices: "(desk)/desk/notices/actions#",
  schedules: "(desk)/desk/claims/schedule-actions#",
  settings: "(desk)/desk/settings/",
  talk: "(desk)/desk/claims/talk-actions#",
  tasks: "(desk)/desk/tasks/actions#",
  tips: "(desk)/desk/tips/actions#",
  views: "(desk)/desk/view-actions#",
};

/** The forms of the desk that are about no claim and no source's origin, in an order in which each finds what it is about. */
export const deskActions: Record<string, DeskAction> = {
  [`${files.articles}addArticle`]: { fill: async () => ({ fields: { text: words() } }), does: byStaff },
  [`${files.articles}editArticleFields`]: {
    fill: ofArticle({ title: "Another title", version: "0" }),
    does: byStaff,
  },
  [`${files.articles}captureArticle`]: {
    fill: async () => ofArticle({ text: words() }, "mentioned")(),
    does: byStaff,
  },
  [`${files.articles}stopFetch`]: { fill: ofArticle({}, "fetching"), does: byStaff },
  [`${files.articles}markNotObtainable`]: {
    fill: ofArticle({ reason: "It is not online." }, "mentioned"),
    does: byStaff,
  },
  [`${files.articles}setReliability`]: {
    fill: ofArticle({ reliability: "corrected", reason: "They said so.", version: "0" }),
    does: byEditors,
  },
  // An admin asks; an editor only confirms what was asked.
  [`${files.captures}expunge`]: { fill: captureToExpunge, does: byAdmins },
  [`${files.claims}createClaim`]: {
    fill: async () => ({ fields: { text: `A claim made by ${mark()}` } }),
    does: byStaff,
  },
  [`${files.claims}createClaimHere`]: {
    fill: async () => {
      const [row] = await sql(
        `SELECT "articleId" AS id, exact FROM quote WHERE exact IS NOT NULL ORDER BY "createdAt" LIMIT 1`,
      );
      return {
        fields: {
          text: `A claim made by ${mark()}`,
          articleId: String(row?.id),
          exact: String(row?.exact),
        },
      };
    },
    does: byStaff,
  },
  [`${files.talk}settleComment`]: {
    fill: async (accountId) => {
      const { commentId } = await ownClaim(accountId);
      return { fields: { commentId, resolved: "true" }, about: { table: "comment", id: commentId } };
    },
    does: byStaff,
  },
  [`${files.schedules}cancelScheduled`]: { fill: waiting({}), does: byEditors },
  // Signed by hand in the database, it is never what the claim comes to: nobody publishes it.
  [`${files.schedules}publishNow`]: { fill: waiting({ password }), does: () => false },
  [`${files.talk}assign`]: {
    fill: async (accountId) => {
      const { claimId } = await ownClaim(accountId);
      return { fields: { claimId, assignee: accountId }, about: { table: "claim", id: claimId } };
    },
    does: byStaff,
  },
  [`${files.talk}watch`]: {
    fill: async (accountId) => ({
      fields: { claimId: (await ownClaim(accountId)).claimId, state: "watching" },
    }),
    does: byStaff,
  },
  [`${files.notices}decidePrepared`]: {
    fill: ofPrepared({ kind: "under-review", text: "In other words.", version: "0", intent: "show" }),
    does: byEditors,
  },
  [`${files.notices}dismissPrepared`]: { fill: ofPrepared({ reason: "No need." }), does: byEditors },
  [`${files.due}lookAgain`]: { fill: published, does: byStaff },
  "(desk)/desk/take-back-action#takeBack": { fill: ownEdit, does: byStaff },
  "(desk)/desk/take-back-action#takeBackAll": {
    fill: async (accountId) => {
      const { fields, ...about } = await ownEdit(accountId);
      return { ...about, fields: { entryIds: String(fields.entryId) } };
    },
    does: byStaff,
  },
  "(desk)/desk/claims/verdict-actions#takeBackDraft": { fill: ownDraft, does: byStaff },
  [`${files.tasks}finishTask`]: { fill: task, does: byStaff },
  [`${files.news}markNewsRead`]: {
    fill: async () => ({ fields: { upTo: randomUUID(), snapshot: "1:1:" } }),
    does: byStaff,
  },
  [`${files.settings}notifications/actions#save`]: {
    fill: async () => ({ fields: { "inApp.mention": "on", rhythm: "day", hour: "7" } }),
    does: byStaff,
  },
  [`${files.tips}decide`]: { fill: tip, does: byStaff },
  [`${files.tips}reopenTip`]: { fill: declinedTip, does: byStaff },
  [`${files.views}saveView`]: {
    fill: async () => ({ fields: { name: `View ${mark()}`, query: "topic=cars" } }),
    does: byStaff,
  },
  [`${files.views}removeView`]: { fill: view, does: byStaff },
  [`${files.settings}keys/actions#saveKeys`]: {
    fill: async () => ({ fields: { isOn: "true" } }),
    does: byStaff,
  },
  [`${files.settings}site/actions#save`]: { fill: site, does: byAdmins },
  [`${files.settings}watch/actions#save`]: { fill: watch, does: byAdmins },
  [`${files.settings}shelf-life/actions#save`]: { fill: shelfLife, does: byAdmins },
  [`${files.settings}desk/actions#save`]: { fill: deskSettings, does: byAdmins },
  [`${files.settings}gate/actions#save`]: { fill: gate, does: byAdmins },
  [`${files.settings}ratings/actions#add`]: { fill: newRating, does: byAdmins },
  [`${files.settings}ratings/actions#edit`]: {
    fill: async () => ({
      fields: { identifier: spareRating, label: "No evidence", meaning: "nobody shows any at all" },
      bound: [Number((await setting("ratings")).version)],
    }),
    does: byAdmins,
  },
  [`${files.settings}ratings/actions#remove`]: {
    fill: async () => ({ fields: { identifier: spareRating, version: (await setting("ratings")).version } }),
    does: byAdmins,
  },
  [`${files.settings}topics/actions#rename`]: {
    fill: async () => topicForm({ name: await newTopic(), to: `Topic ${mark()}` }),
    does: byAdmins,
  },
  [`${files.settings}topics/actions#merge`]: {
    fill: async () => topicForm({ name: await newTopic(), into: await newTopic() }),
    does: byAdmins,
  },
  [`${files.settings}topics/actions#retire`]: {
    fill: async () => topicForm({ name: await newTopic(), isRetired: "true" }),
    does: byAdmins,
  },
  [`${files.settings}templates/actions#add`]: {
    fill: async () => ({ fields: { kind: "notice", name: `Template ${mark()}`, body: "{today}: we look." } }),
    does: byEditorsAndAdmins,
  },
  [`${files.settings}templates/actions#edit`]: {
    fill: async () => ofTemplate({ name: `Template ${mark()}`, body: "In other words." })(),
    does: byEditorsAndAdmins,
  },
  [`${files.settings}templates/actions#retire`]: {
    fill: ofTemplate({ isRetired: "true" }),
    does: byEditorsAndAdmins,
  },
  [`${files.settings}pages/actions#save`]: { fill: draftToSave, does: byEditorsAndAdmins },
  [`${files.settings}pages/actions#sign`]: { fill: draftToSign, does: byEditors },
  [`${files.settings}people/actions#invite`]: {
    fill: async () => ({ fields: { name: "New", email: `${mark()}@demo.local`, role: "checker" } }),
    does: byAdmins,
  },
  [`${files.settings}people/actions#withdraw`]: { fill: invitation, does: byAdmins },
  [`${files.settings}people/actions#rename`]: { fill: () => account({ name: "Other Name" }), does: byAdmins },
  [`${files.settings}people/actions#changeAddress`]: {
    fill: () => account({ email: `${mark()}@demo.local` }),
    does: byAdmins,
  },
  [`${files.settings}people/actions#giveRole`]: { fill: () => account({ role: "editor" }), does: byAdmins },
  [`${files.settings}people/actions#setIntern`]: { fill: () => account({ intern: "true" }), does: byAdmins },
  [`${files.settings}people/actions#setActive`]: { fill: () => account({ active: "false" }), does: byAdmins },
  [`${files.settings}people/actions#resetPassword`]: { fill: () => account({}), does: byAdmins },
  [`${files.settings}people/actions#takeSecondFactor`]: { fill: () => withSecondFactor(), does: byAdmins },
  [`${files.settings}second-factor/actions#renewCodes`]: { fill: withSecondFactor, does: byStaff },
  [`${files.settings}second-factor/actions#turnOff`]: { fill: withSecondFactor, does: byStaff },
  [`${files.settings}webhooks/actions#add`]: {
    fill: async () => ({
      fields: { url: `https://${mark()}.hooks.example/`, events: ["publication.noticed"], password },
    }),
    does: byAdmins,
  },
  [`${files.settings}webhooks/actions#rotate`]: { fill: () => webhook({ password }), does: byAdmins },
  [`${files.settings}webhooks/actions#remove`]: { fill: () => webhook({}), does: byAdmins },
  [`${files.settings}webhooks/actions#again`]: { fill: delivery, does: byAdmins },
  [`${files.settings}tokens/actions#mint`]: {
    fill: async () => ({ fields: { name: "matrix", scopes: ["read"], days: "1", password } }),
    does: byStaff,
  },
  [`${files.settings}tokens/actions#revoke`]: {
    fill: async (accountId) => {
      const id = `access-${randomUUID()}`;
      await sql(
        `INSERT INTO token (id, "userId", name, hash, scopes, "expiresAt") VALUES ($1, $2, 'x', $1, '{read}', now() + interval '1 day')`,
        [id, accountId],
      );
      return { fields: { tokenId: id }, about: { table: "token", id } };
    },
    does: byStaff,
  },
  [`${files.settings}sessions/actions#end`]: {
    fill: async (accountId) => {
      const id = `access-${randomUUID()}`;
      await sql(
        `INSERT INTO "session" (id, "userId", "expiresAt") VALUES ($1, $2, now() + interval '1 day')`,
        [id, accountId],
      );
      return { fields: { sessionId: id }, about: { table: "session", id } };
    },
    does: byStaff,
  },
  [`${files.settings}sessions/actions#endOthers`]: { fill: async () => ({ fields: {} }), does: byStaff },
  [`${files.settings}account/actions#changeName`]: {
    fill: async () => ({ fields: { name: `Renamed ${mark()}`, password } }),
    does: byStaff,
  },
  [`${files.settings}account/actions#changePassword`]: {
    fill: async () => ({ fields: { password, newPassword: "nine copper kettles sing" } }),
    does: byStaff,
  },
};

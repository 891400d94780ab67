import { randomUUID } from "node:crypto";
import { outletKey } from "@/lib/articles/article-identity";
import { sql } from "../sessions";
import type { DeskAction } from "./desk-action-rows";
import type { Filled } from "./filled-forms";
import { articleInState } from "./desk-things";
import { staff, type Who } from "./people";
import type { Fields } from "./post-action";

const byStaff: DeskAction["does"] = (who) => staff.includes(who);
const byEditors: DeskAction["does"] = (who) => who.startsWith("editor");
const byEditorsAndAdmins: DeskAction["does"] = (who: Who) => who.startsWith("editor") || who === "admin";

const newId = () => `access-${randomUUID()}`;

/** A suggestion about an article on which no claim rests, so that the answer is for every claim. */
async function attribution(): Promise<Filled> {
  const id = newId();
  await sql(
    `INSERT INTO attribution (id, type, "fromArticleId", "toArticleId", status, rule) VALUES ($1, 'own-reporting', $2, $2, 'suggested', 'own-reporting-cue')`,
    [id, await articleInState("captured")],
  );
  return { fields: { attributionId: id, status: "confirmed" }, about: { table: "attribution", id } };
}

/** An unnamed source that only a relay knows: the one kind whose independence an editor may vouch for. */
async function unnamedOrigin(): Promise<Filled> {
  const id = newId();
  await sql(
    `INSERT INTO origin (id, name, kind, naming) VALUES ($1, 'A dockworker', 'person', 'unnamed-known-to-relay')`,
    [id],
  );
  return {
    fields: { originId: id, reason: "The relay's editor named them to us." },
    about: { table: "origin", id },
  };
}

async function mentioned(): Promise<Filled> {
  const id = await articleInState("mentioned");
  const text = `The register of ${id}\n\nThe harbour board bought seven boats in 2024.`;
  return { fields: { articleId: id, way: "text", text }, about: { table: "article", id } };
}

async function outletNamed(name: string): Promise<string> {
  const id = newId();
  await sql(`INSERT INTO outlet (id, name, "nameKey") VALUES ($1, $2, $3)`, [id, name, outletKey(name)]);
  return id;
}

const ofOutlet =
  (more: () => Fields | Promise<Fields>): DeskAction["fill"] =>
  async () => {
    const id = await outletNamed(`Outlet ${randomUUID()}`);
    return { fields: { outletId: id, ...(await more()) }, about: { table: "outlet", id } };
  };

async function mergeTarget(): Promise<Fields> {
  const into = `Outlet ${randomUUID()}`;
  await outletNamed(into);
  return { into };
}

async function entity(): Promise<string> {
  const id = newId();
  await sql(`INSERT INTO entity (id, name, kind) VALUES ($1, $2, 'organisation')`, [id, randomUUID()]);
  return id;
}

const ofEntity =
  (more: () => Fields): DeskAction["fill"] =>
  async () => {
    const id = await entity();
    return { fields: { entityId: id, ...more() }, about: { table: "entity", id } };
  };

async function entityLink(): Promise<Filled> {
  const id = newId();
  await sql(
    `INSERT INTO entity_link (id, kind, "fromId", "toId", reason) VALUES ($1, 'same-as', $2, $3, 'Both are called so')`,
    [id, await entity(), await entity()],
  );
  return { fields: { linkId: id, status: "confirmed" }, about: { table: "entity_link", id } };
}

const attributions = "(desk)/desk/articles/attribution-actions#";
const originals = "(desk)/desk/articles/original-actions#";
const outlets = "(desk)/desk/settings/outlets/actions#";
const entities = "(desk)/desk/settings/entities/actions#";

/** The forms about where reports come from: routes, originals, and who publishes and owns what. */
export const sourceActions: Record<string, DeskAction> = {
  [`${attributions}decideAttribution`]: { fill: attribution, does: byStaff },
  [`${attributions}addAttribution`]: {
    fill: async () => {
      const id = await articleInState("captured");
      return { fields: { articleId: id, type: "own-reporting" }, about: { table: "article", id } };
    },
    does: byStaff,
  },
  [`${attributions}attestOrigin`]: { fill: unnamedOrigin, does: byEditors },
  [`${attributions}noteInterests`]: {
    fill: async () => {
      const { fields, ...filled } = await unnamedOrigin();
      return {
        ...filled,
        fields: { originId: fields.originId!, interests: "It pays.", source: "Its report" },
      };
    },
    does: byStaff,
  },
  [`${originals}captureOriginal`]: { fill: mentioned, does: byStaff },
  [`${outlets}editOutlet`]: {
    fill: ofOutlet(() => ({ name: `Outlet ${randomUUID()}`, owner: randomUUID(), version: "0" })),
    does: byEditorsAndAdmins,
  },
  [`${outlets}nameOutlet`]: {
    fill: ofOutlet(() => ({ name: `Outlet ${randomUUID()}` })),
    does: byEditorsAndAdmins,
  },
  [`${outlets}mergeOutlet`]: { fill: ofOutlet(mergeTarget), does: byEditorsAndAdmins },
  [`${entities}addEntity`]: {
    fill: async () => ({ fields: { name: randomUUID(), kind: "person" } }),
    does: byEditorsAndAdmins,
  },
  [`${entities}editEntity`]: {
    fill: ofEntity(() => ({ name: randomUUID(), kind: "person", version: "0" })),
    does: byEditorsAndAdmins,
  },
  [`${entities}linkEntity`]: {
    fill: ofEntity(() => ({ kind: "part-of", to: randomUUID() })),
    does: byEditorsAndAdmins,
  },
  [`${entities}decideEntityLink`]: { fill: entityLink, does: byEditorsAndAdmins },
};

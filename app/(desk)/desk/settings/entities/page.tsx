import type { Metadata } from "next";
import { places } from "@/components/layout/places";
import { EntitiesList } from "@/components/settings/entities-list";
import { EntityForm } from "@/components/settings/entity-forms";
import { FindForm } from "@/components/settings/find-form";
import { Section } from "@/components/ui/section";
import { can } from "@/lib/access/can";
import { isCursor } from "@/lib/core/cursor";
import { listEntities } from "@/lib/entities/queries";
import { one, type SearchParams } from "../../read-queue";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { addEntity } from "./actions";

export const metadata: Metadata = { title: "People and organisations" };

export default async function EntitiesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await settingsViewer("entities");
  const params = await searchParams;
  const q = one(params, "q");
  const asked = one(params, "cursor");
  const cursor = asked && isCursor(asked, ["text", "text"]) ? asked : undefined;
  const { items, nextCursor } = await listEntities({ ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) });
  const nextHref =
    nextCursor && `${places.entities}?${new URLSearchParams({ ...(q ? { q } : {}), cursor: nextCursor })}`;
  return (
    <SettingsFrame
      viewer={viewer}
      place="entities"
      title="People and organisations"
      lead="The people and organisations behind outlets and sources: what else each is called, and what belongs to what."
    >
      <FindForm action={places.entities} label="Find by a name" q={q} />
      <EntitiesList entities={items} nextHref={nextHref} isFiltered={q !== undefined} />
      {can(viewer, "entity.write") ? (
        <Section id="add-entity" title="Add a person or organisation">
          <EntityForm action={addEntity} />
        </Section>
      ) : null}
    </SettingsFrame>
  );
}

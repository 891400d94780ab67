import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { places } from "@/components/layout/places";
import { EntityForm, EntityLinks } from "@/components/settings/entity-forms";
import { Section } from "@/components/ui/section";
import { can } from "@/lib/access/can";
import { getEntity } from "@/lib/entities/queries";
import { wasTakenBack } from "@/lib/entities/take-back-entity.server";
import { SettingsFrame } from "../../settings-frame";
import { settingsViewer } from "../../settings-viewer";
import { decideEntityLink, editEntity, linkEntity } from "../actions";

export const metadata: Metadata = { title: "Person or organisation" };

export default async function EntityPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await settingsViewer("entities");
  const { id } = await params;
  const entity = await getEntity(id);
  // Whoever takes back that they added it is on this page.
  if (!entity && (await wasTakenBack(id))) redirect(places.entities);
  if (!entity) notFound();
  const mayEdit = can(viewer, "entity.write");
  const also = entity.otherNames.length > 0 ? `Also ${entity.otherNames.join(", ")}` : undefined;
  return (
    <SettingsFrame viewer={viewer} place="entities" title={entity.name} lead={also}>
      {mayEdit ? <EntityForm entity={entity} action={editEntity} /> : null}
      <EntityLinks
        entity={entity}
        decide={mayEdit ? decideEntityLink : undefined}
        add={mayEdit ? linkEntity : undefined}
      />
      {entity.outlets.length > 0 ? (
        <Section id="outlets" title="Outlets">
          <ul>
            {entity.outlets.map((outlet) => (
              <li key={outlet.id} className="border-t py-1.5">
                <Link href={places.outlet(outlet.id)}>{outlet.name}</Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </SettingsFrame>
  );
}

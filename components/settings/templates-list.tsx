import Link from "next/link";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { Pill } from "@/components/ui/pill";
import { Section } from "@/components/ui/section";
import type { TemplateDto } from "@/lib/templates/dto";
import { templateKinds } from "@/lib/templates/template";
import { kindWords } from "./template-words";

type Props = { templates: readonly TemplateDto[]; mayWrite: boolean };

/** The newsroom's templates by what they are for; those that are retired stand last. */
export function TemplatesList({ templates, mayWrite }: Props) {
  if (templates.length === 0) {
    return (
      <EmptyState title="No templates yet">
        {mayWrite
          ? "Write the letter you send most often: it is then one click away where someone is asked for a reply."
          : "An editor or an admin writes them. Each then appears in the form it is for."}
      </EmptyState>
    );
  }
  const ordered = templates.toSorted((a, b) => Number(a.isRetired) - Number(b.isRetired));
  return templateKinds.map((kind) => {
    const ofKind = ordered.filter((template) => template.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <Section key={kind} id={`kind-${kind}`} title={kindWords[kind].many}>
        <ul className="border-b">
          {ofKind.map((template) => (
            <li key={template.id} className="border-t py-2.5">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Link href={places.template(template.id)} className="font-semibold wrap-anywhere">
                  {template.name}
                </Link>
                {template.isRetired ? <Pill>Retired</Pill> : null}
              </p>
              <p className="line-clamp-2 text-sm wrap-anywhere text-ink-3">{template.body}</p>
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}

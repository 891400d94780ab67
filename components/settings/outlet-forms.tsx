import type { OutletDto } from "@/lib/outlets/dto";
import { AsksFirst } from "@/components/ui/asks-first";
import { SubmitButton } from "@/components/ui/button";
import { boxWords } from "@/components/ui/box-words";
import { CheckField } from "@/components/ui/choice";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";

type Props = {
  outlet: OutletDto;
  /** outletId, version, name, host, owner, agency (on or absent). */
  edit: FormAction;
  /** outletId, name. */
  addName: FormAction;
  /** outletId, into: the name of the outlet that this one is. */
  merge: FormAction;
  /** What another printed name does besides; null where nothing waits. */
  besides: string | null;
};

const fieldNames = {
  name: "Name",
  owner: "Owner",
  host: "Host",
  agency: "A news agency: others print what it writes",
};

/** What is known about one outlet, its other names, and the outlet that it turns out to be. */
export function OutletForms({ outlet, edit, addName, merge, besides }: Props) {
  return (
    <>
      <AsksFirst besides={besides} isSaidAbove>
        <Form
          action={edit}
          id="edit-outlet"
          className="grid max-w-md gap-3"
          label="The outlet"
          fieldNames={fieldNames}
          valueNames={{ agency: boxWords }}
        >
          <input type="hidden" name="outletId" value={outlet.id} />
          <HiddenField name="version" value={outlet.version} />
          <TextField
            name="name"
            label={fieldNames.name}
            hint="Printed. The old one stays as another name."
            defaultValue={outlet.name}
            required
          />
          <TextField
            name="owner"
            label={fieldNames.owner}
            optional
            hint="Articles of two outlets with the same owner are then suggested as not independent, wherever a claim quotes both."
            defaultValue={outlet.owner?.name}
          />
          <TextField
            name="host"
            label={fieldNames.host}
            optional
            hint="news.example.org: pages there that name no outlet are this one’s."
            defaultValue={outlet.host}
          />
          <CheckField name="agency" label={fieldNames.agency} defaultChecked={outlet.agency} />
          <div>
            <SubmitButton>Save</SubmitButton>
          </div>
        </Form>
      </AsksFirst>
      <Section id="other-names" title="Other names" aside={outlet.otherNames.length || undefined}>
        {outlet.otherNames.length > 0 ? (
          <ul className="mb-2">
            {outlet.otherNames.map((name) => (
              <li key={name} className="border-t py-1.5 wrap-anywhere">
                {name}
              </li>
            ))}
          </ul>
        ) : null}
        <Form action={addName} id="add-outlet-name" className="grid max-w-md gap-3" label="Another name">
          <input type="hidden" name="outletId" value={outlet.id} />
          <TextField
            name="name"
            label="Another name"
            hint="Articles that give it are this outlet’s from now on."
            required
          />
          <div>
            <SubmitButton look="plain" busy="Adding…">
              Add the name
            </SubmitButton>
          </div>
        </Form>
      </Section>
      <Section id="merge" title="The same as another outlet">
        <AsksFirst besides={besides}>
          <Form
            action={merge}
            id="merge-outlet"
            className="grid max-w-md gap-3"
            label="The same as another outlet"
          >
            <input type="hidden" name="outletId" value={outlet.id} />
            <TextField
              name="into"
              label="Name of that outlet"
              hint={`Its name is printed from then on; “${outlet.name}” becomes another name of it.`}
              required
            />
            <div>
              <SubmitButton look="plain" busy="Moving…">
                Make them one
              </SubmitButton>
            </div>
          </Form>
        </AsksFirst>
      </Section>
    </>
  );
}

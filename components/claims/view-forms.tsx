import { SubmitButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import type { QueueView } from "@/lib/views/view";

type Props = {
  /** The filters and the order that are on the screen. */
  query: string;
  view: QueueView | null;
  isChanged: boolean;
  /** Fields: name, query, isTeam; of one's own view also viewId, and as=new to leave that one alone. */
  save: FormAction;
  /** Fields: viewId. */
  remove: FormAction;
};

/** Keeps what is on the screen under a name, or lets a kept view go. */
export function ViewForms({ query, view, isChanged, save, remove }: Props) {
  if (view !== null && !isChanged && !view.mayRemove) return null;
  const isOwn = view?.kind !== "built-in" && view?.isMine === true;
  return (
    <>
      {view === null || isChanged || isOwn ? (
        <Disclosure summary={summaryOf(isOwn ? view.label : null, isChanged)}>
          <Form action={save} id="save-view" className="flex flex-wrap items-end gap-3" label="Save the view">
            <input type="hidden" name="query" value={query} />
            {isOwn ? <input type="hidden" name="viewId" value={view.id} /> : null}
            <TextField
              name="name"
              label="Name"
              required
              maxLength={60}
              defaultValue={isOwn ? view.label : ""}
            />
            <CheckField
              name="isTeam"
              label="For everyone on the desk"
              defaultChecked={isOwn && view.kind === "team"}
              className="pb-1.5"
            />
            <SubmitButton look="plain">Save the view</SubmitButton>
            {isOwn && isChanged ? (
              <SubmitButton look="quiet" name="as" value="new">
                Save as another view
              </SubmitButton>
            ) : null}
          </Form>
        </Disclosure>
      ) : null}
      {view?.mayRemove ? (
        <Disclosure summary={<span className="text-warn">Remove “{view.label}”</span>}>
          <Form
            action={remove}
            id="remove-view"
            done="removed"
            shownAt="the queue"
            className="flex flex-wrap items-center gap-3"
          >
            <input type="hidden" name="viewId" value={view.id} />
            <p>
              {view.kind === "team" ? "It goes for everyone. No claim is touched." : "No claim is touched."}
            </p>
            <SubmitButton look="plain" busy="Removing…">
              Remove the view
            </SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}

function summaryOf(own: string | null, isChanged: boolean): string {
  if (own === null) return "Save this as a view";
  return isChanged ? `Save the changes to “${own}”` : `Rename or share “${own}”`;
}

import { RadioField } from "@/components/ui/choice";
import { TextAreaField } from "@/components/ui/text-area";
import { legalReadWords, type GateSettings } from "@/lib/settings/gate-settings";
import { TopicsToName } from "./topics-to-name";

const options = Object.entries(legalReadWords).map(([value, label]) => ({ value, label }));

type Props = {
  gate: Pick<GateSettings, "legalRead" | "legalReadTopics">;
  names: { legalRead: string; legalReadTopics: string };
  /** Topics that claims have, and those that the setting names and no claim has. */
  known: readonly string[];
  unknown: readonly string[];
};

/**
 * Whether a lawyer reads; of which topics is asked only with the choice that needs it. What was written there goes along
 * with any choice, and a refusal of it is always seen. Fields: legalRead, legalReadTopics.
 */
export function LegalReadFields({ gate, names, known, unknown }: Props) {
  return (
    <div className="grid gap-4 [&:not(:has([value=topics]:checked,[aria-invalid]))>.legal-topics]:hidden">
      <RadioField
        name="legalRead"
        legend={names.legalRead}
        hint="That your lawyer read the draft as it stands. No editor can override it; readers are told nothing of it."
        options={options}
        defaultValue={gate.legalRead}
        required
      />
      <div className="legal-topics grid gap-4 pl-6">
        <TextAreaField
          name="legalReadTopics"
          label={names.legalReadTopics}
          hint="One a line."
          rows={3}
          defaultValue={gate.legalReadTopics.join("\n")}
        />
        <TopicsToName known={known} unknown={unknown} />
      </div>
    </div>
  );
}

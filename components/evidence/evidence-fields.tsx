import type { EvidenceDto } from "@/lib/claims/dto";
import { RadioField } from "@/components/ui/choice";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";
import { disclosureOptions, stanceOptions } from "./stance-words";

type Props = {
  item?: Pick<EvidenceDto, "stance" | "shows" | "disclosure" | "decisive">;
  /** What its article is, which speaks against its deciding alone; follows “it”. */
  doubt?: string;
};

const whatDecides =
  "Only if it settles the question alone: the named original for what it says, a recording, a ruling, data we hold. Seldom where the claim itself appeared, or where others’ word is passed on.";

/** What a quote does for the claim: shared by adding and changing. The tool leans to no side: new evidence has none yet. */
export function EvidenceFields({ item, doubt }: Props) {
  return (
    <>
      <RadioField
        name="stance"
        legend="This evidence"
        options={stanceOptions}
        defaultValue={item?.stance ?? null}
        inline
        required
      />
      <TextAreaField name="shows" label="What it shows" optional rows={2} defaultValue={item?.shows} />
      <SelectField
        name="disclosure"
        label="For readers"
        options={disclosureOptions}
        defaultValue={item?.disclosure ?? "public"}
      />
      <TextAreaField
        name="decisiveReason"
        label="Decisive, because"
        optional
        hint={doubt ? `${whatDecides} This one ${doubt}.` : whatDecides}
        rows={1}
        defaultValue={item?.decisive?.reason}
      />
    </>
  );
}

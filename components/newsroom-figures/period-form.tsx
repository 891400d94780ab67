import Form from "next/form";
import Link from "next/link";
import { AskButton } from "@/components/ui/button";

type Props = {
  action: string;
  first: string;
  last: string;
  usual: readonly { label: string; first: string; last: string }[];
  /** What is wrong with what was asked for. */
  problem: string | null;
};

/** The months that figures are of: an address, chosen by a link or written into two fields. */
export function PeriodForm({ action, first, last, usual, problem }: Props) {
  return (
    <div className="mb-4 grid gap-2">
      <nav aria-label="Usual periods" className="flex flex-wrap gap-x-4 gap-y-1">
        {usual.map((period) => (
          <Link
            key={period.label}
            href={`${action}?from=${period.first}&to=${period.last}`}
            aria-current={period.first === first && period.last === last ? "page" : undefined}
            className="inline-block py-1 text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {period.label}
          </Link>
        ))}
      </nav>
      <Form action={action} aria-label="Period" className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <Month name="from" label="From the month" value={first} problem={problem} />
        <Month name="to" label="to the month" value={last} problem={problem} />
        <AskButton>Show</AskButton>
      </Form>
      {problem === null ? null : (
        <p id="period-problem" role="alert" className="font-medium text-warn">
          {problem}
        </p>
      )}
    </div>
  );
}

type MonthProps = { name: string; label: string; value: string; problem: string | null };

function Month({ name, label, value, problem }: MonthProps) {
  return (
    <div className="w-48 min-w-0">
      <label htmlFor={`period-${name}`} className="mb-1 block font-medium">
        {label}
      </label>
      {/* The key starts the field again with the address that is shown now. */}
      <input
        key={value}
        id={`period-${name}`}
        name={name}
        type="month"
        pattern="20[0-9]{2}-(0[1-9]|1[0-2])"
        placeholder="2026-03"
        defaultValue={value}
        className="control"
        aria-describedby={problem === null ? undefined : "period-problem"}
        aria-invalid={problem === null ? undefined : true}
      />
    </div>
  );
}

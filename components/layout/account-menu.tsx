import Link from "next/link";
import type { Role } from "@/lib/claims/vocabulary";
import type { PlainAction } from "@/components/ui/form-state";
import { places } from "./places";
import { SignOutForm } from "./sign-out-form";

export type Account = { id: string; name: string; role: Role; initials?: string };

/** Initials that open who you are and the way out. */
export function AccountMenu({ account, signOut }: { account: Account; signOut: PlainAction }) {
  return (
    <details className="relative ml-2 max-tabs:order-2">
      <summary
        aria-label={`Account: ${account.name}`}
        className="flex size-7 list-none items-center justify-center rounded-full bg-ink text-xs font-semibold text-paper forced-colors:border [&::-webkit-details-marker]:hidden"
      >
        {account.initials ?? initialsOf(account.name)}
      </summary>
      <div className="absolute right-0 z-10 mt-1 w-56 rounded-md border border-rule-strong bg-panel p-3">
        <p className="font-semibold">{account.name}</p>
        <p className="text-ink-3">{account.role}</p>
        <p className="mt-2">
          <Link href={places.account} className="inline-block py-1">
            Your account
          </Link>
        </p>
        <SignOutForm action={signOut} />
      </div>
    </details>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return letters
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}

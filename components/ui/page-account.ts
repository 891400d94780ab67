import { useEffect, useRef } from "react";
import { pageOfField, pageOfHeader } from "@/lib/core/held-form";

/** Whose desk this is, by the account's id; null outside it. */
export function accountOfPage(): string | null {
  return document.querySelector<HTMLElement>("[data-account]")?.dataset.account ?? null;
}

/** Whose desk it was when this part of the page came: the frame may be drawn anew for whoever signed in since. */
export function usePageAccount() {
  const account = useRef<string | null>(null);
  useEffect(() => {
    account.current = accountOfPage();
  }, []);
  return account;
}

/** Says in a form whose page it is sent from, so that it is not done for whoever signed in since in another tab. */
export function nameAccount(form: FormData, account: string | null): void {
  if (account) form.set(pageOfField, account);
}

/** Says the same beside a call of the API. */
export function accountHeader(account: string | null): Record<string, string> {
  return account ? { [pageOfHeader]: account } : {};
}

/** Signs in and ends on a page that sends people back to the tab they came from. */
export const signInToGoOn = "/sign-in?from=/sign-in/done";

/** The way to sign in while this page stays open with what is written on it. */
export function SignInLink() {
  return (
    <a href={signInToGoOn} target="_blank" rel="noopener">
      Sign in in another tab
    </a>
  );
}

/** The same with what to do then, for a form that waits: it can be sent as it stands. */
export function SignInAgain({ then = "try again" }: { then?: string }) {
  return (
    <>
      <SignInLink />, then {then}.
    </>
  );
}

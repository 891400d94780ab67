/** For whoever comes by: signing in and out, and using a link. They ask for no session. */
export const openActions = [
  "(auth)/sign-in/actions#signIn",
  "(auth)/sign-in/actions#signInElsewhere",
  "(auth)/sign-in/actions#confirmElsewhere",
  "(auth)/sign-in/code/actions#giveCode",
  "(auth)/sign-in/second-factor/actions#begin",
  "(auth)/sign-in/second-factor/actions#confirm",
  "(auth)/sign-out-action#signOutAction",
  "(auth)/invite/[secret]/actions#accept",
];

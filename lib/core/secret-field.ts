/**
 * The fields of all forms in which somebody types a secret: never given back, kept in a browser, or written into a page. What
 * comes with a form is its fields' names alone; a test compares these with the fields that are marked as secret.
 */
export const secretFields: readonly string[] = ["password", "newPassword", "code"];

/** Whether the field of that name holds a secret. */
export const isSecretField = (name: string): boolean => secretFields.includes(name);

/** What browsers are told that a field is for, when it holds a secret. */
export const secretPurposes: readonly string[] = ["current-password", "new-password", "one-time-code"];

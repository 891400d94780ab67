/**
 * The form with the line ends that were typed: browsers send each as CRLF, whatever stands in the field (WHATWG HTML,
 * "multipart/form-data encoding algorithm"). Files stay as they are.
 */
export function withPlainLines(form: FormData): FormData {
  const plain = new FormData();
  for (const [name, value] of form)
    plain.append(name, typeof value === "string" ? value.replaceAll("\r\n", "\n") : value);
  return plain;
}

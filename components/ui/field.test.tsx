import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ConfirmByPassword } from "./confirm-by-password";
import { TextField } from "./field";

it("a number says what it counts behind it, and is called by its label alone", () => {
  const html = renderToStaticMarkup(<TextField name="forecast" type="number" label="Forecast" unit="days" />);
  expect(html).toMatch(/<label[^>]*>Forecast<\/label>/);
  expect(html).toMatch(/<input[^>]*><span[^>]*>days<\/span>/);
});

it("beside a new password the one asked for is called the present one, elsewhere by what it is asked for", () => {
  const own = renderToStaticMarkup(
    <ConfirmByPassword purpose="to change it" label="Your present password" />,
  );
  expect(own).toContain(">Your present password</label>");
  const other = renderToStaticMarkup(<ConfirmByPassword purpose="to publish" />);
  expect(other).toContain(">Your password, to publish</label>");
});

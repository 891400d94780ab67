import { notFound } from "next/navigation";

/** Addresses of the desk that lead nowhere stay inside the desk. */
export default function UnknownDeskPage(): never {
  notFound();
}

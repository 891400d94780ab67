/** What is said of an empty field in which something has to be written, by the desk and by a form that looks before it asks. */
export const nothingWritten = "Write something here.";

/** The site's icon: two ticks on ink, 32×32, a PNG inside an ICO file. */
export const faviconIco = Buffer.from(
  [
    "AAABAAEAICAAAAEAIABjAQAAFgAAAIlQTkcNChoKAAAADUlIRFIAAAAgAAAAIAQDAAAAgVRnxwAAADBQTFRFJiYmGRsfGhsf",
    "GRwfGRsgGRwhHBwcGhwg+/r3bGxtpqaliouL5ubkVFZYLzE0wL++N9TmEQAAAAd0Uk5TAsjz0G1sGxWiQYgAAAAJcEhZcwAA",
    "CxMAAAsTAQCanBgAAADGSURBVCjPfdItDsJAEAXgSfg5AAaNwuKwOCxH4ApAyISSgn0tECT0BFTUt0cAg4UbYPAg6ZRut9sN",
    "PPmJzZuZJaq3uEhnQNTscymzMdXYSI+GJsypbcKEuiZMiSv5A4tDBRIvswJceGIanniJaXhvH6lpWGInpuGOWCwDeXt13ot9",
    "4egzr3EVywEnTnBLLQcHvouNmGoaIsJFTIGDNJGUULOE8AEpocBBHGYlimkDsco+gp8bs5ZsncE6lHVK69jUKH+HEX0A36n0",
    "EhaemncAAAAASUVORK5CYII=",
  ].join(""),
  "base64",
);

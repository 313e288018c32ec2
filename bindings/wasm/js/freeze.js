/** Freezes plain data to its leaves. */
export function freeze(value) {
  if (value !== null && typeof value === "object") {
    for (const key in value) freeze(value[key]);
    Object.freeze(value);
  }
  return value;
}

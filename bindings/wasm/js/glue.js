// Which .wasm file draws articles: the first one that was loaded. Drawing asks for plain data only, so that any of them can do it.

import { OnrecordError } from "./error.js";

let loaded = null;

export function offer(glue) {
  loaded ??= glue;
}

export function glue() {
  if (!loaded) throw new OnrecordError("not_initialized", "the .wasm file is not loaded yet: `await init()` of \"onrecord\" first");
  return loaded;
}

// Browsers, workers and bundlers load the .wasm file when `init()` is called.

import * as glue from "../wasm/full/onrecord.js";
import { makeApi } from "./api.js";
import { checkSource } from "./check.js";
import { offer } from "./glue.js";

let loading = null;
let ready = false;

export function init(source) {
  loading ??= load(source).catch((error) => {
    // A caller may try again, with the network back or with another address.
    loading = null;
    throw error;
  });
  return loading;
}
export default init;

async function load(source) {
  checkSource(source);
  // Written out, since this is how Vite, webpack and Rollup see which file to put beside their output.
  await glue.default({ module_or_path: source ?? new URL("../wasm/full/onrecord_bg.wasm", import.meta.url) });
  ready = true;
  offer(glue);
}

export const { parse, trace, Parser } = makeApi(glue, () => ready);
export { OnrecordError } from "./error.js";

// Node reads the .wasm file beside this module while it is imported, so that nothing has to be awaited.

import { readFileSync } from "node:fs";
import * as glue from "../wasm/full/onrecord.js";
import { makeApi } from "./api.js";
import { offer } from "./glue.js";

glue.initSync({ module: readFileSync(new URL("../wasm/full/onrecord_bg.wasm", import.meta.url)) });
offer(glue);

export const { parse, trace, Parser } = makeApi(glue, () => true);
export { OnrecordError } from "./error.js";

/** Does nothing: there for programs that run in Node and in browsers. */
export async function init() {}
export default init;

// Drawing needs a loaded .wasm file; in Node importing one is enough.

import "./lite.node.js";
export * from "./render.js";

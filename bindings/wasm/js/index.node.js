// The package's main entry. It will load a .wasm file of its own, with a learned tagger; until then it is `onrecord/lite`.

export * from "./lite.node.js";
export { default } from "./lite.node.js";

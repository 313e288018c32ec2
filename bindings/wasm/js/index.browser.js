// The package's main entry. It will load a .wasm file of its own, with a learned tagger; until then it is `onrecord/lite`.

export * from "./lite.browser.js";
export { default } from "./lite.browser.js";

export * from "./lite.js";
export { default } from "./lite.js";

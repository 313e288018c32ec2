import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

/** Nothing may be loaded from, or sent to, anywhere but the page's own folder. Not while developing: Vite needs more then. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function policy() {
  const meta = { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: POLICY }, injectTo: "head-prepend" };
  return { name: "policy", apply: "build", transformIndexHtml: () => [meta] };
}

/** Writes the service worker, with the names of all files in it, so that the page works offline after one visit. */
function offline() {
  return {
    name: "offline",
    apply: "build",
    generateBundle(_, bundle) {
      const files = ["./", "./icon.svg", "./manifest.webmanifest", ...Object.keys(bundle).map((name) => `./${name}`)];
      const hash = createHash("sha256");
      for (const file of Object.values(bundle)) hash.update(file.code ?? file.source);
      const version = hash.digest("hex").slice(0, 16);
      const source = readFileSync(new URL("src/service-worker.js", import.meta.url), "utf8")
        .replace('"VERSION"', JSON.stringify(version))
        .replace('["FILES"]', JSON.stringify(files));
      this.emitFile({ type: "asset", fileName: "service-worker.js", source });
    },
  };
}

export default defineConfig({
  // Relative addresses: the built page works in any folder of any server.
  base: "./",
  plugins: [policy(), offline()],
  worker: { format: "es" },
  build: { target: "es2022", assetsInlineLimit: 0 },
  // The package finds its .wasm file by its own address, which a pre-bundled copy would not have.
  optimizeDeps: { exclude: ["onrecord"] },
});

/** A class of the platform where its types are there: a project for Node need not have those of the DOM. */
export type Global<Name extends string> = typeof globalThis extends Record<Name, { prototype: infer Instance }> ? Instance : never;

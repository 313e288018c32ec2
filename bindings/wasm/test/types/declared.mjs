// The interfaces and unions of a declaration file that is written as ours are: a field a line, no nesting.

/** Name to fields to types, those of the extended interface among them. */
export function interfaces(source) {
  const found = {};
  for (const [, name, base, body] of source.matchAll(/^export interface (\w+)(?: extends (\w+))? \{\n(.*?)^\}/gms)) {
    const fields = [...body.matchAll(/^ {2}readonly (\w+): (.+);$/gm)].map(([, field, type]) => [field, type]);
    found[name] = { base, fields: Object.fromEntries(fields) };
  }
  const whole = ({ base, fields }) => ({ ...(base ? whole(found[base]) : {}), ...fields });
  return Object.fromEntries(Object.entries(found).map(([name, it]) => [name, whole(it)]));
}

/** Name to variants. */
export function unions(source) {
  const all = source.matchAll(/^export type (\w+) =\s*([^;]+);/gm);
  return Object.fromEntries([...all].map(([, name, list]) => [name, list.split("|").map((it) => it.trim()).filter(Boolean)]));
}

import { parseArgs } from 'node:util';

/** Numbers and lists from the command line, each with what holds where it is not given: `--rounds=5`. */
export function readOptions<T extends Readonly<Record<string, string>>>(
  defaults: T,
): { readonly [K in keyof T]: string } {
  const { values } = parseArgs({
    options: Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [name, { type: 'string', default: value }]),
    ),
  });
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, values[name] ?? value]),
  ) as { [K in keyof T]: string };
}

import { z } from 'zod';
import { didYouMean } from '../text/near.ts';

/** A fault that a schema found: where, and in one sentence for people what is wrong and how to mend it. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * One issue of a schema as faults, one an unknown key. `data` is what was checked and `schema` what it was checked against;
 * both are asked for what the issue itself does not say (whether a value is missing, which keys are known).
 */
export function describe(issue: z.core.$ZodIssue, data: unknown, schema: z.ZodType): readonly Fault[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schemaAt(schema, path));
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `The key “${key}” is not known here.${didYouMean(key, known)}`,
    }));
  }
  return [{ path, message: messageOf(issue, valueAt(data, path)) }];
}

function messageOf(issue: z.core.$ZodIssue, value: unknown): string {
  const name = nameOf(issue.path);
  if (value === undefined) return `${name} is missing.`;
  if (issue.code === 'invalid_type') return `${name} must be ${kindOf(issue.expected)}, not ${kindOfValue(value)}.`;
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    if (typeof value !== 'string') return `${name} must be one of ${allowed.join(', ')}, not ${kindOfValue(value)}.`;
    return `${name} must be one of ${allowed.join(', ')}, not “${value}”.${didYouMean(value, allowed)}`;
  }
  if (issue.code === 'invalid_key') return `${name} ${issue.issues.map(({ message }) => message).join(', ')}.`;
  if (issue.code === 'too_small') return `${name} must ${boundOf(issue)}.`;
  if (issue.code === 'too_big') return `${name} must not be above ${String(issue.maximum)}.`;
  return `${name} ${issue.message}.`;
}

function nameOf(path: readonly PropertyKey[]): string {
  const key = path.at(-1);
  if (key === undefined) return 'The file';
  return typeof key === 'number' ? `Item ${key + 1} of “${String(path.at(-2))}”` : `“${String(key)}”`;
}

function boundOf({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (origin !== 'number' && origin !== 'int') return 'not be empty';
  return inclusive === true ? `not be below ${String(minimum)}` : `be above ${String(minimum)}`;
}

function kindOf(expected: string): string {
  const kinds: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a map of keys and values',
    record: 'a map of keys and values',
  };
  return kinds[expected] ?? expected;
}

function kindOfValue(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return kindOf(typeof value);
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    data,
  );
}

function schemaAt(schema: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => {
    const inner = unwrap(at);
    if (inner instanceof z.ZodObject) return (inner.shape as Record<PropertyKey, unknown>)[step];
    return inner instanceof z.ZodArray ? inner.element : undefined;
  }, schema);
}

function knownKeys(schema: unknown): readonly string[] {
  const inner = unwrap(schema);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function unwrap(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
    inner = inner.unwrap();
  }
  return inner;
}

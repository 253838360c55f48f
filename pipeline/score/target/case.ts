import type { Part, Roles } from './roles.ts';
import type { Scene } from './scene.ts';

/** Adds a feature: which template (`TEMPLATE`), its value, and what it is about (hashes or small numbers). */
export type Add = (template: number, value: number, a: number, b?: number, c?: number, d?: number) => void;

/** A scene with what the grammar makes of its judged mention. */
export interface Case extends Scene {
  readonly roles: Roles;
  readonly part: Part;
}

import { limits } from './limits.ts';
import type { ModelWarning, ModelWarningCode } from './model-file.ts';

/** Gathers warnings: one of each kind, with the first things it is about and the count of all. */
export class Warnings {
  private readonly kinds = new Map<ModelWarningCode, { about: string[]; count: number }>();

  add(code: ModelWarningCode, about: string): void {
    const kind = this.kinds.get(code) ?? { about: [], count: 0 };
    kind.count++;
    if (kind.about.length < limits.warnings && !kind.about.includes(about)) kind.about.push(about);
    this.kinds.set(code, kind);
  }

  list(): ModelWarning[] {
    return [...this.kinds].map(([code, kind]) => ({ code, ...kind }));
  }
}

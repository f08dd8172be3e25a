/** Names for results, each given once: `mul`, then `mul_1`, as PyTorch's graphs have them. */
export class NodeNames {
  private readonly taken: Set<string>;

  /** @param taken Names that are in use already. */
  constructor(taken: readonly string[]) {
    this.taken = new Set(taken);
  }

  /** The next free name of a stem. */
  next(stem: string): string {
    let name = stem;
    for (let count = 1; this.taken.has(name); count += 1) name = `${stem}_${count}`;
    this.taken.add(name);
    return name;
  }
}

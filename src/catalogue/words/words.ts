import type { FileName } from '../file-names.ts';
import type { Technique } from '../techniques.ts';

/** The words of the pages on architectures. Apart from the site's others, so that a page's script carries only these. */
export interface CatalogueWords {
  readonly totals: {
    readonly heading: string;
    readonly parameters: string;
    readonly macs: string;
    readonly flops: (macs: string, flops: string) => string;
    readonly activations: string;
    readonly activationsNote: string;
    readonly weights: string;
    readonly peakInference: string;
    readonly peakTraining: string;
    readonly peakNote: string;
    readonly input: string;
    readonly output: string;
    readonly layers: string;
    readonly reach: string;
    readonly reachAt: (path: string, jump: string) => string;
    readonly noReach: string;
  };
  readonly options: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, string>>;
  readonly unavailable: string;
  readonly stages: {
    readonly heading: string;
    readonly picture: (title: string) => string;
    readonly caption: string;
    readonly stage: string;
    readonly repeats: (count: string) => string;
    readonly layerCount: string;
  };
  readonly kinds: { readonly heading: string; readonly picture: (title: string) => string };
  readonly layerCount: (count: string) => string;
  readonly intensity: string;
  readonly table: {
    readonly heading: string;
    readonly lead: string;
    readonly noScript: string;
    readonly loading: string;
    readonly caption: (shown: string, all: string) => string;
    readonly find: string;
    readonly kind: string;
    readonly technique: string;
    readonly all: string;
    readonly view: string;
    readonly views: Readonly<Record<'modules' | 'layers', string>>;
    readonly openAll: string;
    readonly closeAll: string;
    readonly orderRun: string;
    readonly more: (count: string) => string;
    readonly rest: (count: string) => string;
    readonly none: string;
    readonly csv: string;
    readonly json: string;
  };
  readonly sizes: {
    readonly heading: string;
    readonly caption: string;
    readonly part: string;
    readonly bytes: string;
    readonly parameters: string;
    readonly buffers: string;
    readonly counters: string;
    readonly stateDict: string;
    readonly files: Readonly<Record<FileName, string>>;
    readonly overhead: (bytes: string) => string;
  };
  readonly techniqueNames: Readonly<Record<Technique, string>>;
  readonly kindNames: Readonly<Record<string, string>>;
}

import type { Shape } from '../checks.ts';
import type { Network, Value } from '../network/index.ts';
import { NetworkBuilder } from '../network/index.ts';

/** Choices a figure may depend on; asking a network for something it does not have is an error, not ignored. */
export interface BuildOptions {
  /**
   * Input shape without batch, `[channels, (frames,) height, width]`, or `[tokens]` for a language model. Default: the
   * one published figures use.
   */
  readonly input?: Shape;
  /** Outputs of the classifier, the vocabulary of a language model. Default 1000, or the published data set's. */
  readonly classes?: number;
  /** Whether training-only heads are part of the network (they hold parameters but do not run). */
  readonly auxiliaryHeads?: boolean;
  /** Factor on the channels of every layer, for families that were published with one. Default 1. */
  readonly widthMultiplier?: number;
}

/** A value for every option an architecture takes: `auxiliaryHeads` and `widthMultiplier` only where it has them. */
export type BuildDefaults = Pick<BuildOptions, 'auxiliaryHeads' | 'widthMultiplier'> & {
  readonly classes: number;
};

/** A published network: who described it, and how to build it. */
export interface Architecture {
  readonly title: string;
  /** Input the published figures are for. */
  readonly input: Shape;
  /** Keys of `references.bib`. */
  readonly sources: readonly string[];
  /** The options it takes beside the input, with what holds unless asked otherwise; any other is refused. */
  readonly defaults: BuildDefaults;
  build(options?: BuildOptions): Network;
}

/** `BuildOptions` with every default filled in, as a builder function reads them. */
export type Choices = Required<Omit<BuildOptions, 'input'>>;

/** What a family file says of one network. */
export interface ArchitectureParts extends Pick<Architecture, 'title' | 'input' | 'sources'> {
  /** Outputs of the published classifier. Default 1000, ImageNet's. */
  readonly classes?: number;
  /** Whether the published network carries its training-only heads; left out by networks that have none. */
  readonly auxiliaryHeads?: boolean;
  /** Whether `widthMultiplier` may differ from 1. Default false. */
  readonly scalesWidth?: boolean;
  /** Adds the network to `net`, whose input is the image or clip, and returns the output. */
  grow(net: NetworkBuilder, choices: Choices): Value;
}

/**
 * Completes an architecture with the defaults of `BuildOptions`.
 * @throws RangeError from `build` when the options ask for heads or a width the network was not published with.
 */
export function defineArchitecture(parts: ArchitectureParts): Architecture {
  const { title, sources, input, classes = 1000, auxiliaryHeads, scalesWidth = false } = parts;
  return {
    title,
    sources,
    input,
    defaults: {
      classes,
      ...(auxiliaryHeads === undefined ? {} : { auxiliaryHeads }),
      ...(scalesWidth ? { widthMultiplier: 1 } : {}),
    },
    build: (options = {}) => {
      const net = new NetworkBuilder(options.input ?? input);
      return net.build(parts.grow(net, checkedChoices(parts, options)));
    },
  };
}

function checkedChoices(parts: ArchitectureParts, options: BuildOptions): Choices {
  const { classes = parts.classes ?? 1000, widthMultiplier = 1 } = options;
  const { auxiliaryHeads = parts.auxiliaryHeads ?? false } = options;
  if (auxiliaryHeads && parts.auxiliaryHeads === undefined) {
    throw new RangeError(`auxiliaryHeads must not be true: ${parts.title} has none`);
  }
  if (!(widthMultiplier > 0 && Number.isFinite(widthMultiplier))) {
    throw new RangeError(`widthMultiplier must be a positive number, not ${widthMultiplier}`);
  }
  if (widthMultiplier !== 1 && parts.scalesWidth !== true) {
    throw new RangeError(`widthMultiplier must be 1 for ${parts.title}, not ${widthMultiplier}`);
  }
  return { classes, auxiliaryHeads, widthMultiplier };
}

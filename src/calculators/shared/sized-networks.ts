/** What sets the size of a network's input. */
export type InputKind = 'side' | 'tokens' | 'fixed';

/** A network of a calculator: what its input is, and the size it starts with. */
export interface NetworkInput {
  readonly kind: InputKind;
  /** Height and width of a square image, or tokens. */
  readonly standard: number;
}

const image: NetworkInput = { kind: 'side', standard: 224 };

/** Networks that calculators of whole networks offer, by the engine's names. A vision transformer's positions fix its input. */
export const networkInputs = {
  alexnet: image,
  vgg16: image,
  resnet18: image,
  resnet50: image,
  densenet121: image,
  mobilenet_v2: image,
  efficientnet_b0: image,
  convnext_tiny: image,
  vit_b_16: { kind: 'fixed', standard: 224 },
  gpt2: { kind: 'tokens', standard: 1024 },
  llama2_7b: { kind: 'tokens', standard: 1024 },
  llama3_8b: { kind: 'tokens', standard: 1024 },
} as const satisfies Record<string, NetworkInput>;

export type NetworkName = keyof typeof networkInputs;

/** Their names, in the order of the list. */
export const networkNames: readonly string[] = Object.keys(networkInputs);

/** Whether there is a network of that name. */
export function isNetworkName(name: string): name is NetworkName {
  return Object.hasOwn(networkInputs, name);
}

/** A network at an input size. */
export interface SizedNetwork {
  readonly network: NetworkName;
  /** Height and width, or tokens. */
  readonly inputSize: number;
}

/** One text for a network at an input size; what its rows or profiles are fetched by. */
export function networkKey({ network, inputSize }: SizedNetwork): string {
  return `${network}@${inputSize}`;
}

/**
 * What a key of `networkKey` stands for.
 * @throws RangeError when it names no network.
 */
export function fromNetworkKey(key: string): SizedNetwork {
  const [network = '', inputSize] = key.split('@');
  if (!isNetworkName(network)) throw new RangeError(`key must name a network, not ${key}`);
  return { network, inputSize: Number(inputSize) };
}

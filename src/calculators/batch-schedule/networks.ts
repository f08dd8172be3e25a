/** Networks that memory is shown for, by the engine's names with the side of their square input. */
export const networkNames = ['resnet18@32', 'resnet50@224', 'vgg16@224', 'alexnet@224'] as const;

export type NetworkName = (typeof networkNames)[number];

/** What memory depends on. */
export interface NetworkMemory {
  readonly title: string;
  readonly parameters: number;
  /** Activation values that training holds at its peak for one sample. */
  readonly peakElements: number;
}

/** Every network's memory, as the page was built with. */
export type NetworkMemories = Readonly<Record<NetworkName, NetworkMemory>>;

import type { CheckpointCounts } from '../../engine/index.ts';

/** Containers whose bytes depend on the network's tensors and their names. */
export const containers = ['safetensors', 'pytorch', 'onnx'] as const;

export type Container = (typeof containers)[number];

/** Number formats those containers hold natively. */
export const fileDtypes = ['float32', 'float16', 'bfloat16'] as const;

export type FileDtype = (typeof fileDtypes)[number];

/** A network whose counts the page was built with, so that its script need not carry the architectures. */
export interface CountedNetwork {
  readonly title: string;
  readonly counts: CheckpointCounts;
  /** Bytes on disk. */
  readonly fileBytes: Readonly<Record<Container, Readonly<Record<FileDtype, number>>>>;
}

/** Networks the calculator offers, by the engine's names. */
export const networkNames = [
  'resnet18',
  'resnet34',
  'resnet50',
  'inception_v3',
  'mobilenet_v2',
  'vgg16',
  'vit_b_16',
  'gpt2',
  'llama2_7b',
  'llama3_8b',
] as const;

/** What the calculator's page hands to it, by name. */
export type CountedNetworks = Readonly<Record<string, CountedNetwork>>;

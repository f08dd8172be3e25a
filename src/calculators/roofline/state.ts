import type { Device } from '../../engine/index.ts';
import type { Checked, Field, Fields } from '../shared/fields.ts';
import { checkFields, choiceIn, numberIn } from '../shared/fields.ts';
import type { SizedNetwork } from '../shared/sized-networks.ts';
import { isNetworkName, networkInputs, networkNames } from '../shared/sized-networks.ts';
import type { KnownDevices, Precision } from './devices.ts';
import { deviceNames, precisions } from './devices.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'roof';

/** The choice of the reader's own peak and bandwidth instead of a listed device's. */
export const ownDevice = 'own';

/** The standard case runs one image through ResNet-50 in float16 on an A100. */
export const fields = {
  network: { kind: 'choice', standard: 'resnet50', choices: networkNames },
  side: { kind: 'whole', standard: 224, least: 32, most: 2048 },
  tokens: { kind: 'whole', standard: 1024, least: 1, most: 131_072 },
  batch: { kind: 'whole', standard: 1, least: 1, most: 10 ** 6 },
  device: { kind: 'choice', standard: 'a100', choices: [...deviceNames, ownDevice] },
  peak: { kind: 'decimal', standard: 100, least: 1e-6, most: 1e9 },
  bandwidth: { kind: 'decimal', standard: 1000, least: 1e-6, most: 1e9 },
  precision: { kind: 'choice', standard: 'float16', choices: precisions },
  elementwise: { kind: 'choice', standard: 'apart', choices: ['apart', 'fused'] },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** What is run, and on what. */
export interface RooflineRun extends SizedNetwork {
  readonly batch: number;
  readonly precision: Precision;
  /** Whether norms and activations are done by their neighbours. */
  readonly fused: boolean;
  readonly device: Device;
}

/** The fields that apply, as they apply and as read, and the run they describe when all are right. */
export interface RooflineState {
  readonly shown: Readonly<Record<string, Field>>;
  readonly checked: Readonly<Record<string, Checked>>;
  readonly run?: RooflineRun;
}

/** Reads the fields that apply to the network and the device. Never throws. */
export function readRoofline(typed: Readonly<Record<string, string>>, devices: KnownDevices): RooflineState {
  const shown = fieldsShown(typed, devices);
  const { checked, complete } = checkFields(shown, typed);
  if (!complete) return { shown, checked };
  const network = choiceIn(checked, 'network');
  const precision = precisions.find((name) => name === choiceIn(checked, 'precision'));
  if (!isNetworkName(network) || precision === undefined) return { shown, checked };
  const device = deviceIn(checked, precision, devices);
  if (device === undefined) {
    return { shown, checked: { ...checked, device: { error: { key: 'notListed' } } } };
  }
  const { kind, standard } = networkInputs[network];
  return {
    shown,
    checked,
    run: {
      network,
      inputSize: kind === 'fixed' ? standard : numberIn(checked, kind),
      batch: numberIn(checked, 'batch'),
      precision,
      fused: choiceIn(checked, 'elementwise') === 'fused',
      device,
    },
  };
}

function deviceIn(
  checked: Readonly<Record<string, Checked>>,
  precision: Precision,
  devices: KnownDevices,
): Device | undefined {
  const name = choiceIn(checked, 'device');
  if (name === ownDevice) {
    return {
      flopsPerSecond: numberIn(checked, 'peak') * 1e12,
      bytesPerSecond: numberIn(checked, 'bandwidth') * 1e9,
    };
  }
  const known = devices[name];
  const flopsPerSecond = known?.peaks[precision];
  return known === undefined || flopsPerSecond === undefined
    ? undefined
    : { flopsPerSecond, bytesPerSecond: known.bytesPerSecond };
}

function fieldsShown(typed: Readonly<Record<string, string>>, devices: KnownDevices): Record<string, Field> {
  const { network, side, tokens, batch, device, peak, bandwidth, precision, elementwise } = fields;
  const name = typed.network ?? '';
  const kind = isNetworkName(name) ? networkInputs[name].kind : 'side';
  const known = Object.hasOwn(devices, typed.device ?? '') ? devices[typed.device ?? ''] : undefined;
  const choices = precisions.filter((each) => known === undefined || known.peaks[each] !== undefined);
  return {
    network,
    ...(kind === 'side' ? { side } : kind === 'tokens' ? { tokens } : {}),
    batch,
    device,
    ...(typed.device === ownDevice ? { peak, bandwidth } : {}),
    precision: { ...precision, choices },
    elementwise,
  };
}

import { joined, zeros } from './bytes.ts';
import { contentField, numberField, varint } from './protobuf.ts';

export interface OnnxTensor {
  readonly name: string;
  readonly type: number;
  readonly shape: readonly (number | bigint)[];
  /** Bytes of `raw_data`. */
  readonly bytes: number;
}

/** The content of a TensorProto with `raw_data`; `packed` writes its axes into one field. */
export function tensorProto({ name, type, shape, bytes }: OnnxTensor, packed = false): Uint8Array {
  const axes = packed ? [contentField(1, ...shape.map(varint))] : shape.map((size) => numberField(1, size));
  return joined(...axes, numberField(2, type), contentField(8, name), contentField(9, zeros(bytes)));
}

/** The content of a NodeProto. */
export function nodeProto(
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: readonly Uint8Array[] = [],
): Uint8Array {
  return joined(
    ...inputs.map((name) => contentField(1, name)),
    ...outputs.map((name) => contentField(2, name)),
    contentField(4, operator),
    ...attributes.map((attribute) => contentField(5, attribute)),
  );
}

/** The content of an AttributeProto with several integers. */
export function intsAttribute(name: string, values: readonly number[]): Uint8Array {
  return joined(contentField(1, name), ...values.map((value) => numberField(8, value)), numberField(20, 7));
}

/** The content of a ValueInfoProto of float32. */
export function valueInfo(name: string, shape: readonly (number | string)[]): Uint8Array {
  const axes = shape.map((size) =>
    contentField(1, typeof size === 'number' ? numberField(1, size) : contentField(2, size)),
  );
  const type = contentField(1, numberField(1, 1), contentField(2, ...axes));
  return joined(contentField(1, name), contentField(2, type));
}

/** Content of a GraphProto: fields already written. */
export function graphOf(
  initializers: readonly Uint8Array[],
  nodes: readonly Uint8Array[] = [nodeProto('Relu', ['x'], ['y'])],
): Uint8Array {
  return joined(
    ...nodes.map((node) => contentField(1, node)),
    contentField(2, 'main'),
    ...initializers.map((tensor) => contentField(5, tensor)),
    contentField(11, valueInfo('x', ['batch', 3, 32, 32])),
    contentField(12, valueInfo('y', ['batch', 3, 32, 32])),
  );
}

/** A model around a graph, its operator sets last, as protobuf writers put them. */
export function modelOf(graph: Uint8Array, ...behind: readonly Uint8Array[]): Uint8Array {
  const opset = contentField(8, contentField(1, ''), numberField(2, 17));
  return joined(
    numberField(1, 8),
    contentField(2, 'pytorch'),
    contentField(3, '2.6'),
    contentField(7, graph),
    opset,
    ...behind,
  );
}

export function onnx(tensors: readonly OnnxTensor[], nodes?: readonly Uint8Array[]): Uint8Array {
  return modelOf(
    graphOf(
      tensors.map((tensor) => tensorProto(tensor)),
      nodes,
    ),
  );
}

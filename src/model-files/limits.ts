/** The most of each thing that is read; a real model stays far below, and a hostile file stops here. */
export const limits = {
  /** Bytes of a safetensors header: the bound of the reference reader (safetensors/src/tensor.rs, MAX_HEADER_SIZE). */
  headerBytes: 100_000_000,
  /** Bytes of a safetensors header from which a warning is given: some 400,000 tensors. */
  largeHeaderBytes: 25_000_000,
  /** Bytes of one name or text; the longest in real files are chat templates of some 20 kB. */
  textBytes: 1_048_576,
  /** Bytes of a GGUF key (docs/gguf.md: "at most 2^16-1"). */
  keyBytes: 65_535,
  /** Key-value pairs of a GGUF file; real ones have some 50. */
  keyValues: 100_000,
  /** Tensors of a file; the largest mixtures of experts published have some 100,000. */
  tensors: 1_000_000,
  /** Axes of a tensor: ggml has 4, PyTorch's convolutions 5; numpy ends at 32, and ONNX files come from it. */
  axes: 32,
  /** Arrays within arrays in GGUF, values within values in JSON, graphs within graphs in ONNX. */
  depth: 32,
  /** Nodes of an ONNX graph and its subgraphs together. */
  nodes: 1_000_000,
  /** Fields of a protobuf file, each of which takes time but may take only two bytes. */
  fields: 20_000_000,
  /** Elements of a GGUF array, which are passed over one by one when they are texts; vocabularies have 300,000. */
  arrayElements: 20_000_000,
  /** Bytes of a PyTorch file's pickle, which holds names and shapes; 100,000 tensors take some 20 MB. */
  pickleBytes: 64_000_000,
  /** Values that a pickle holds at once or remembers. */
  pickleValues: 4_000_000,
  /** Largest alignment of GGUF data; 32 is usual, a page of memory the most that serves. */
  alignment: 65_536,
  /** Nodes of an ONNX graph that are built into a network; large language models have some 10,000. */
  networkNodes: 50_000,
  /** Integers of a list that are read: shapes, axes, paddings. The only values of tensors that ever are. */
  listedIntegers: 32,
  /** Warnings kept of one kind; the others are only counted. */
  warnings: 6,
} as const;

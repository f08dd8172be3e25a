/** Bytes of one value of the floating-point types that checkpoints store natively. */
export const floatingBytes = { float64: 8, float32: 4, float16: 2, bfloat16: 2 } as const;

/** A floating-point type that PyTorch, safetensors and ONNX store natively. */
export type FloatingDtype = keyof typeof floatingBytes;

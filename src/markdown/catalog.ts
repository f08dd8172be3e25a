/** What a note may write in a component's tag. */
export interface ComponentRule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Counted per kind through a note, in the order written, and linkable by its id. */
  readonly numbered?: 'equation' | 'figure' | 'table' | 'example' | 'exercise';
}

const rule = (
  required: string[],
  optional: string[] = [],
  numbered?: ComponentRule['numbered'],
): ComponentRule => ({
  required,
  optional,
  ...(numbered === undefined ? {} : { numbered }),
});

/**
 * Every component a note may use, with its properties. The map handed to notes has exactly these names; a property
 * that is not listed fails the build.
 */
export const catalog: Readonly<Record<string, ComponentRule>> = {
  Cite: rule(['id'], ['at']),
  Term: rule(['id']),
  Fact: rule(['id']),
  Ref: rule(['to']),
  Equation: rule(['id'], ['formula', 'caption'], 'equation'),
  Figure: rule(['id', 'caption'], [], 'figure'),
  Table: rule(['id', 'caption'], [], 'table'),
  WorkedExample: rule(['id', 'title'], [], 'example'),
  Calculator: rule(['id', 'name', 'title'], [], 'example'),
  Exercise: rule(['id'], [], 'exercise'),
  Answer: rule([]),
  Arithmetic: rule(['formula', 'values'], ['quantity', 'unit']),
  LayerTable: rule(['id', 'architecture', 'paths', 'caption'], ['input'], 'table'),
  FrameworkTable: rule(['id', 'caption'], [], 'table'),
  CountRows: rule(['architecture', 'of']),
  ToolRules: rule(['of']),
  Snippet: rule(['code', 'language'], ['title']),
  Pitfall: rule(['says']),
  BlockShapesFigure: rule(['blocks']),
  FactorizationFigure: rule(['kernel', 'split']),
  ModuleFigure: rule(['architecture', 'path']),
  ChannelWiringFigure: rule(['channels', 'steps', 'title']),
  BatchStairsFigure: rule(['schedule']),
  SeparableKernelFigure: rule(['kernel', 'name']),
  SpaceTimeFigure: rule(['kernel', 'channels', 'splits']),
  MultiplyAddsFigure: rule(['inputs', 'weights']),
  CheckpointBytesFigure: rule(['architecture', 'fileBytes']),
  MemoryModesFigure: rule(['architecture']),
  ConvolutionWalkFigure: rule(['anchor']),
  RooflineFigure: rule(['flopsPerSecond', 'bytesPerSecond', 'layers']),
  CostSharesFigure: rule(['architecture']),
  AffineRulersFigure: rule(['values', 'bits']),
  FormatBitsFigure: rule(['formats']),
  TapeAndGraphFigure: rule(['recording']),
  DilatedKernelFigure: rule(['kernel', 'dilation', 'field']),
  GriddingFigure: rule(['dilations']),
  OverlapFigure: rule(['inputSize', 'kernel', 'stride']),
  ScatterFigure: rule(['inputSize', 'kernel', 'stride', 'padding', 'outputPadding']),
};

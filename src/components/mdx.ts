import AffineRulersFigure from './AffineRulersFigure.astro';
import Answer from './Answer.astro';
import Arithmetic from './Arithmetic.astro';
import BlockShapesFigure from './BlockShapesFigure.astro';
import BatchStairsFigure from './BatchStairsFigure.astro';
import Calculator from './Calculator.astro';
import ChannelWiringFigure from './ChannelWiringFigure.astro';
import CheckpointBytesFigure from './CheckpointBytesFigure.astro';
import Cite from './Cite.astro';
import ConvolutionWalkFigure from './ConvolutionWalkFigure.astro';
import CountRows from './CountRows.astro';
import CostSharesFigure from './CostSharesFigure.astro';
import DilatedKernelFigure from './DilatedKernelFigure.astro';
import Equation from './Equation.astro';
import Exercise from './Exercise.astro';
import Fact from './Fact.astro';
import FactorizationFigure from './FactorizationFigure.astro';
import Figure from './Figure.astro';
import GriddingFigure from './GriddingFigure.astro';
import FormatBitsFigure from './FormatBitsFigure.astro';
import FrameworkTable from './FrameworkTable.astro';
import LayerTable from './LayerTable.astro';
import MemoryModesFigure from './MemoryModesFigure.astro';
import ModuleFigure from './ModuleFigure.astro';
import MultiplyAddsFigure from './MultiplyAddsFigure.astro';
import OverlapFigure from './OverlapFigure.astro';
import Pitfall from './Pitfall.astro';
import Ref from './Ref.astro';
import ReferenceList from './ReferenceList.astro';
import ScatterFigure from './ScatterFigure.astro';
import SeparableKernelFigure from './SeparableKernelFigure.astro';
import RooflineFigure from './RooflineFigure.astro';
import Snippet from './Snippet.astro';
import SpaceTimeFigure from './SpaceTimeFigure.astro';
import Table from './Table.astro';
import TapeAndGraphFigure from './TapeAndGraphFigure.astro';
import Term from './Term.astro';
import ToolRules from './ToolRules.astro';
import WorkedExample from './WorkedExample.astro';

/** What a note may use without importing it; `markdown/catalog.ts` says with which properties. */
export const noteComponents = {
  AffineRulersFigure,
  Answer,
  Arithmetic,
  BatchStairsFigure,
  BlockShapesFigure,
  Calculator,
  ChannelWiringFigure,
  CheckpointBytesFigure,
  Cite,
  ConvolutionWalkFigure,
  CountRows,
  CostSharesFigure,
  DilatedKernelFigure,
  Equation,
  Exercise,
  Fact,
  FactorizationFigure,
  Figure,
  GriddingFigure,
  FormatBitsFigure,
  FrameworkTable,
  LayerTable,
  MemoryModesFigure,
  ModuleFigure,
  MultiplyAddsFigure,
  OverlapFigure,
  Pitfall,
  Ref,
  ReferenceList,
  ScatterFigure,
  SeparableKernelFigure,
  RooflineFigure,
  Snippet,
  SpaceTimeFigure,
  Table,
  TapeAndGraphFigure,
  Term,
  ToolRules,
  WorkedExample,
};

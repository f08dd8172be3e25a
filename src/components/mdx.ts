import Answer from './Answer.astro';
import Arithmetic from './Arithmetic.astro';
import Calculator from './Calculator.astro';
import CheckpointBytesFigure from './CheckpointBytesFigure.astro';
import Cite from './Cite.astro';
import CostSharesFigure from './CostSharesFigure.astro';
import DilatedKernelFigure from './DilatedKernelFigure.astro';
import Equation from './Equation.astro';
import Exercise from './Exercise.astro';
import Fact from './Fact.astro';
import FactorizationFigure from './FactorizationFigure.astro';
import Figure from './Figure.astro';
import GriddingFigure from './GriddingFigure.astro';
import LayerTable from './LayerTable.astro';
import MultiplyAddsFigure from './MultiplyAddsFigure.astro';
import OverlapFigure from './OverlapFigure.astro';
import Pitfall from './Pitfall.astro';
import Ref from './Ref.astro';
import ReferenceList from './ReferenceList.astro';
import ScatterFigure from './ScatterFigure.astro';
import Snippet from './Snippet.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import WorkedExample from './WorkedExample.astro';

/** What a note may use without importing it; `markdown/catalog.ts` says with which properties. */
export const noteComponents = {
  Answer,
  Arithmetic,
  Calculator,
  CheckpointBytesFigure,
  Cite,
  CostSharesFigure,
  DilatedKernelFigure,
  Equation,
  Exercise,
  Fact,
  FactorizationFigure,
  Figure,
  GriddingFigure,
  LayerTable,
  MultiplyAddsFigure,
  OverlapFigure,
  Pitfall,
  Ref,
  ReferenceList,
  ScatterFigure,
  Snippet,
  Table,
  Term,
  WorkedExample,
};

import Answer from './Answer.astro';
import Arithmetic from './Arithmetic.astro';
import Calculator from './Calculator.astro';
import CheckpointBytesFigure from './CheckpointBytesFigure.astro';
import Cite from './Cite.astro';
import CostSharesFigure from './CostSharesFigure.astro';
import Equation from './Equation.astro';
import Exercise from './Exercise.astro';
import Fact from './Fact.astro';
import FactorizationFigure from './FactorizationFigure.astro';
import Figure from './Figure.astro';
import LayerTable from './LayerTable.astro';
import MultiplyAddsFigure from './MultiplyAddsFigure.astro';
import Pitfall from './Pitfall.astro';
import Ref from './Ref.astro';
import ReferenceList from './ReferenceList.astro';
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
  Equation,
  Exercise,
  Fact,
  FactorizationFigure,
  Figure,
  LayerTable,
  MultiplyAddsFigure,
  Pitfall,
  Ref,
  ReferenceList,
  Snippet,
  Table,
  Term,
  WorkedExample,
};

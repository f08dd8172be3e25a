import { describe, expect, it } from 'vitest';
import {
  frameworkColumns,
  frameworkSources,
  loadFacts,
  loadFrameworks,
  loadReferences,
} from '../../src/collections/index.ts';

const checked = 'checked: 2026-11-24';
const column = (name: string, cell: string): string => `  ${name}: ${cell}\n`;

/** A framework nothing is known of, but for the cells given. */
function row(cells: Readonly<Record<string, string>> = {}): string {
  const own = frameworkColumns.map((name) => column(name, cells[name] ?? `{ value: null, ${checked} }`));
  return `one:\n  name: One\n${own.join('')}`;
}

describe('the table of frameworks', () => {
  const frameworks = loadFrameworks();

  it('holds the frameworks the note promises, and ONNX', () => {
    expect([...frameworks.keys()]).toEqual(
      expect.arrayContaining(
        (
          'tensorflow pytorch keras caffe mxnet jax paddlepaddle mindspore mnn ncnn tensorrt openvino ' +
          'onnxruntime litert coreml executorch tvm llamacpp vllm onnx'
        ).split(' '),
      ),
    );
  });

  it('has a source and a day for every cell that says something', () => {
    for (const framework of frameworks.values()) {
      for (const name of frameworkColumns) {
        const cell = framework[name];
        expect(cell.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect('sources' in cell && cell.sources.length > 0).toBe(cell.value !== null);
      }
    }
  });

  it('cites only sources of references.bib', () => {
    const references = loadReferences();
    expect([...frameworkSources(frameworks)].filter((key) => !references.has(key))).toEqual([]);
  });

  it('dates the end of everything retired', () => {
    const retired = [...frameworks.values()].flatMap(({ status }) =>
      status.value?.state === 'retired' ? [status.value] : [],
    );
    expect(retired.length).toBeGreaterThan(0);
    for (const status of retired) expect(status.since).toBeDefined();
  });

  it('is none of the single figures', () => {
    expect(loadFacts().has('tensorflow')).toBe(false);
  });
});

describe('a framework', () => {
  it('may know nothing', () => {
    expect(loadFrameworks(row()).get('one')?.maker.value).toBeNull();
  });

  it.each([
    ['a cell without a source', { kind: `{ value: [runtime], ${checked} }` }],
    ['a cell with an empty list of sources', { kind: `{ value: [runtime], sources: [], ${checked} }` }],
    ['a cell without a day', { kind: '{ value: [runtime], sources: [a] }' }],
    ['an unknown kind', { kind: `{ value: [toolbox], sources: [a], ${checked} }` }],
    ['unknown hardware', { hardware: `{ value: [abacus], sources: [a], ${checked} }` }],
    ['a maker in one language', { maker: `{ value: { en: One }, sources: [a], ${checked} }` }],
    ['a month without its zero', { firstRelease: `{ value: 2015-1, sources: [a], ${checked} }` }],
    ['a source for nothing', { kind: `{ value: null, sources: [a], ${checked} }` }],
  ])('is refused with %s', (_, cells) => {
    expect(() => loadFrameworks(row(cells))).toThrow(/frameworks\.yaml: [\s\S]*one/);
  });

  it('is refused without one of its cells, or with one more', () => {
    expect(() => loadFrameworks(row().replace(/ {2}maker: .*\n/, ''))).toThrow(/maker/);
    expect(() => loadFrameworks(`${row()}  stars: 5\n`)).toThrow(/stars/);
  });
});

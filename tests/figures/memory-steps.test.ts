import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { MemoryModes, MemorySteps } from '../../src/figures/index.ts';

const words = { forward: 'forward', backward: 'backward', peak: '112 at project', title: 'Memory.' };
// Inference and training of the three steps that the note works out by hand.
const inference = { label: 'inference', amounts: [48, 64, 48], turn: 3 };
const training = { label: 'training', amounts: [48, 80, 64, 112, 112, 48], turn: 3 };

describe('MemorySteps', () => {
  it('is drawn as kept', async () => {
    const svg = render(h(MemorySteps, { amounts: training.amounts, turn: training.turn, words }));
    await expect(svg).toMatchFileSnapshot('../golden/memory-steps.svg');
  });

  it('marks no turn where there is no backward pass', () => {
    const svg = render(h(MemorySteps, { amounts: inference.amounts, turn: inference.turn, words }));
    expect(svg).not.toContain('class="turn"');
    expect(svg).not.toContain('backward');
  });
});

describe('MemoryModes', () => {
  it('is drawn as kept, to one scale', async () => {
    const svg = render(h(MemoryModes, { panels: [inference, training], forward: 'steps', title: 'Memory.' }));
    await expect(svg).toMatchFileSnapshot('../golden/memory-modes.svg');
  });
});

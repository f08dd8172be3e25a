import { describe, expect, it } from 'vitest';
import { remembered } from '../../src/collections/remembered.ts';

describe('remembered', () => {
  const counted = () => {
    const made: string[] = [];
    return { made, read: remembered(String, (text: string) => ({ made: made.push(text) })) };
  };

  it('makes the same text once, whoever asks', () => {
    const { made, read } = counted();
    expect(read('a')).toBe(read('a'));
    expect(made).toEqual(['a']);
  });

  it('makes a changed text anew', () => {
    const { made, read } = counted();
    expect(read('a')).not.toBe(read('b'));
    read('b');
    expect(made).toEqual(['a', 'b']);
  });
});

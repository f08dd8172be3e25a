import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../src/figures/index.ts';

const frame = { left: 0, right: 640, top: 0, bottom: 420 };

describe('placeLabels', () => {
  it('puts a name right of its point, or left where the right is taken', () => {
    expect(
      placeLabels(
        [
          { label: 'A', x: 10, y: 10 },
          { label: 'B', x: 636, y: 10 },
        ],
        frame,
      ).map(({ x }) => x),
    ).toEqual([15, 625.1]);
  });

  it('lays no name on another or beyond the frame', () => {
    const point = fc.record({
      label: fc.string({ minLength: 1, maxLength: 20 }),
      x: fc.integer({ min: 0, max: 640 }),
      y: fc.integer({ min: 0, max: 420 }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), (points) => {
        const boxes = placeLabels(points, frame).map(({ label, x, y }) => ({
          left: x,
          right: x + 5.9 * label.length,
          middle: y - 4,
        }));
        boxes.forEach((one, index) => {
          expect(one.left).toBeGreaterThanOrEqual(frame.left);
          expect(one.right).toBeLessThanOrEqual(frame.right);
          for (const other of boxes.slice(index + 1)) {
            const apart = Math.abs(one.middle - other.middle) >= 12;
            expect(apart || one.right <= other.left || other.right <= one.left).toBe(true);
          }
        });
      }),
    );
  });
});

/** A name and where it starts: left end and base line. */
export interface PlacedLabel {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const characterWidth = 5.9;
const lineHeight = 12;
const gap = 5;

/**
 * Names beside points, as many as fit inside `frame` without lying on each other or on a point: right of the point, or
 * left of it. Earlier points go first, so that the result depends on their order alone.
 * @example placeLabels([{ label: 'A', x: 10, y: 10 }], { left: 0, right: 99, top: 0, bottom: 99 }) // [{ label: 'A', x: 15, y: 14 }]
 */
export function placeLabels(points: readonly PlacedLabel[], frame: Box): readonly PlacedLabel[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 }));
  const placed: PlacedLabel[] = [];
  points.forEach(({ label, x, y }) => {
    const width = characterWidth * label.length;
    for (const left of [x + gap, x - gap - width]) {
      const box = { left, right: left + width, top: y - lineHeight / 2, bottom: y + lineHeight / 2 };
      const inside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top;
      if (inside && box.bottom <= frame.bottom && !taken.some((other) => overlap(box, other))) {
        taken.push(box);
        placed.push({ label, x: left, y: y + 4 });
        return;
      }
    }
  });
  return placed;
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

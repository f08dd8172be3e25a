import { describe, expect, it } from 'vitest';
import { brokenLinks } from './broken-links.ts';

describe('the built site', () => {
  it(
    'has no link that leads nowhere, and none into the other language unannounced',
    { timeout: 60_000 },
    () => {
      const { checked, broken } = brokenLinks('dist', 'http://localhost:4321', '/');
      expect(checked).toBeGreaterThan(200);
      expect(broken).toEqual([]);
    },
  );
});

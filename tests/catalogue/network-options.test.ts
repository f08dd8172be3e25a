import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionFields, readOptions } from '../../src/catalogue/network-options.ts';
import { standardTyped } from '../../src/calculators/index.ts';
import { architectureNamed, architectures, summarize } from '../../src/engine/index.ts';

const fieldsOf = (id: string): ReturnType<typeof optionFields> => optionFields(architectureNamed(id));

describe('the options of a network’s page', () => {
  it.each(Object.keys(architectures))('build %s as the engine does when untouched', (id) => {
    const fields = fieldsOf(id);
    const { options } = readOptions(fields, standardTyped(fields));
    const architecture = architectureNamed(id);
    expect(summarize(architecture.build(options)).parameters).toBe(
      summarize(architecture.build()).parameters,
    );
    expect(options?.input).toEqual(architecture.input);
  });

  it('are those the builder takes', () => {
    expect(Object.keys(fieldsOf('resnet50'))).toEqual(['size', 'classes']);
    expect(Object.keys(fieldsOf('inception_v3'))).toEqual(['size', 'classes', 'heads']);
    expect(Object.keys(fieldsOf('mobilenet_v2'))).toEqual(['size', 'classes', 'width']);
    expect(Object.keys(fieldsOf('r3d_18'))).toEqual(['size', 'frames', 'classes']);
    expect(Object.keys(fieldsOf('gpt2'))).toEqual(['tokens', 'classes']);
  });

  it('take one side of a square or height and width', () => {
    const fields = fieldsOf('resnet50');
    const inputOf = (size: string): unknown => readOptions(fields, { size, classes: '10' }).options?.input;
    expect(inputOf('320')).toEqual([3, 320, 320]);
    expect(inputOf('480×640')).toEqual([3, 480, 640]);
    expect(readOptions(fields, { size: '1×2×3', classes: '10' }).checked.size).toEqual({
      error: { key: 'oneForEachAxis', limit: 2 },
    });
  });

  it('never throw, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('resnet50', 'gpt2', 'mobilenet_v3_small', 'p3d63'),
        fc.string(),
        (id, text) => {
          const fields = fieldsOf(id);
          const typed = Object.fromEntries(Object.keys(fields).map((name) => [name, text]));
          expect(() => readOptions(fields, typed)).not.toThrow();
        },
      ),
    );
  });
});

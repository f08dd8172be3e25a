import type { ModelFileErrorCode } from './error.ts';
import { limits } from './limits.ts';
import { PickleCursor } from './pickle-cursor.ts';
import { isHarmless, resultOf } from './pickle-calls.ts';
import type { PickleValue } from './pickle-values.ts';
import { isKind } from './pickle-values.ts';

/** The one torch.save has always written. */
const protocol = 2;

/**
 * Reads a pickle without running it: names are only compared with those that rebuild tensors, and a call of any other
 * gives an object that is not looked into further.
 *
 * The opcodes are those of PyTorch's `weights_only` reader, of protocol 2.
 * Source: pytorch/pytorch, torch/_weights_only_unpickler.py; python/cpython, Lib/pickletools.py.
 */
export class PickleReader {
  /** Names that a loader without `weights_only` would run. */
  readonly foreign = new Set<string>();
  private readonly cursor: PickleCursor;
  private stack: PickleValue[] = [];
  private readonly marks: PickleValue[][] = [];
  private readonly memo = new Map<number, PickleValue>();

  /** @param start Byte of the file at which the pickle begins, for errors. */
  constructor(bytes: Uint8Array, start: number) {
    this.cursor = new PickleCursor(bytes, start);
  }

  /** The value the pickle describes. */
  read(): PickleValue {
    for (;;) {
      const code = this.cursor.u8();
      if (code === 0x2e) break;
      this.step(code);
    }
    const value = this.pop();
    if (this.stack.length > 0 || this.marks.length > 0) this.fail('structure', 'values are left over');
    if (!this.cursor.isAtEnd()) this.fail('structure', 'bytes follow the pickle');
    return value;
  }

  private step(code: number): void {
    const value = this.made(code);
    if (value === undefined) this.change(code);
    else this.push(value);
  }

  /** The value an opcode puts on the stack; undefined for those that change what is there. */
  private made(code: number): PickleValue | undefined {
    switch (String.fromCharCode(code)) {
      case 'N':
        return null;
      case '\x88':
        return true;
      case '\x89':
        return false;
      case 'K':
        return this.cursor.u8();
      case 'M':
        return this.cursor.u16();
      case 'J':
        return this.cursor.i32();
      case '\x8a':
        return this.cursor.long();
      case 'G':
        return this.cursor.f64();
      case 'X':
        return this.cursor.text(this.cursor.u32());
      case 'c':
        return this.global();
      case 'h':
        return this.recalled(this.cursor.u8());
      case 'j':
        return this.recalled(this.cursor.u32());
      case ')':
        return { kind: 'tuple', items: [] };
      case '\x85':
      case '\x86':
      case '\x87':
        return { kind: 'tuple', items: this.popMany(code - 0x84) };
      case 't':
        return { kind: 'tuple', items: this.popMarked() };
      case '}':
        return { kind: 'dict', entries: new Map() };
      case ']':
        return { kind: 'list', items: [] };
      case 'Q':
        return this.storage(this.pop());
      case 'R':
      case '\x81':
        return this.called();
      default:
        return undefined;
    }
  }

  private change(code: number): void {
    switch (String.fromCharCode(code)) {
      case '\x80':
        if (this.cursor.u8() !== protocol) this.fail('version', 'pickle protocol');
        break;
      case '(':
        this.marks.push(this.stack);
        this.stack = [];
        break;
      case 'q':
        this.remember(this.cursor.u8());
        break;
      case 'r':
        this.remember(this.cursor.u32());
        break;
      case 'a':
        this.append(this.popMany(1));
        break;
      case 'e':
        this.append(this.popMarked());
        break;
      case 's':
        this.setItems(this.popMany(2));
        break;
      case 'u':
        this.setItems(this.popMarked());
        break;
      case 'b':
        this.build();
        break;
      default:
        this.fail('type', `opcode 0x${code.toString(16)}`);
    }
  }

  private called(): PickleValue {
    const args = this.pop();
    const callee = this.pop();
    if (!isKind(args, 'tuple')) this.fail('structure', 'a call without arguments');
    const isKnown = isKind(callee, 'global');
    if (isKnown && !isHarmless(callee.name)) this.foreign.add(callee.name);
    const result = isKnown ? resultOf(callee.name, args) : undefined;
    if (result === undefined && isKnown && callee.name.startsWith('torch._utils._rebuild_')) {
      this.fail('structure', `arguments of ${callee.name.slice(0, 200)}`);
    }
    return result ?? { kind: 'object', parts: [...args.items] };
  }

  /** Sets an object's state; that of a dictionary (`_metadata`) holds no tensors. */
  private build(): void {
    const state = this.pop();
    const target = this.stack.at(-1);
    if (isKind(target, 'object')) target.parts.push(state);
    else if (!isKind(target, 'dict') && !isKind(target, 'tensor'))
      this.fail('structure', 'state of no object');
  }

  private storage(id: PickleValue): PickleValue {
    const [tag, type, key, , count] = isKind(id, 'tuple') ? id.items : [];
    const isStorage = tag === 'storage' && isKind(type, 'global') && typeof key === 'string';
    if (!isStorage || typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) {
      return this.fail('structure', 'a persistent id that is no storage');
    }
    return { kind: 'storage', className: type.name, key, count };
  }

  private append(items: readonly PickleValue[]): void {
    const list = this.stack.at(-1);
    if (!isKind(list, 'list')) return this.fail('structure', 'items of no list');
    for (const item of items) list.items.push(item);
  }

  private setItems(items: readonly PickleValue[]): void {
    const dict = this.stack.at(-1);
    if (items.length % 2 !== 0) this.fail('structure', 'a key without a value');
    if (isKind(dict, 'object')) {
      for (const item of items) dict.parts.push(item);
      return;
    }
    if (!isKind(dict, 'dict')) return this.fail('structure', 'items of no dictionary');
    for (let index = 0; index < items.length; index += 2) {
      const [key = null, value = null] = [items[index], items[index + 1]];
      if (dict.entries.has(key))
        this.fail('duplicate', typeof key === 'string' ? `key ${key.slice(0, 200)}` : 'a key');
      dict.entries.set(key, value);
    }
  }

  private global(): PickleValue {
    const module = this.cursor.line();
    return { kind: 'global', name: `${module}.${this.cursor.line()}` };
  }

  private remember(key: number): void {
    const value = this.stack.at(-1);
    if (value === undefined) this.fail('structure', 'nothing to remember');
    this.memo.set(key, value);
    if (this.memo.size > limits.pickleValues) this.fail('limit', 'too many values are remembered');
  }

  private recalled(key: number): PickleValue {
    const value = this.memo.get(key);
    if (value === undefined) this.fail('structure', `value ${key} was never kept`);
    return value;
  }

  private push(value: PickleValue): void {
    if (this.stack.length === limits.pickleValues) this.fail('limit', 'too many values');
    this.stack.push(value);
  }

  private pop(): PickleValue {
    const value = this.stack.pop();
    if (value === undefined) this.fail('structure', 'a value is missing');
    return value;
  }

  private popMany(count: number): PickleValue[] {
    if (this.stack.length < count) this.fail('structure', 'a value is missing');
    return this.stack.splice(-count);
  }

  private popMarked(): PickleValue[] {
    const items = this.stack;
    const before = this.marks.pop();
    if (before === undefined) this.fail('structure', 'a mark is missing');
    this.stack = before;
    return items;
  }

  private fail(code: ModelFileErrorCode, detail: string): never {
    return this.cursor.fail(code, detail);
  }
}

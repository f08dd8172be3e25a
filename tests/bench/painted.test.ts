import { expect, test } from 'vitest';
import { paintedIn } from './painted.ts';

const task = (ts: number, dur: number, tdur = dur): object => ({
  name: 'ThreadControllerImpl::RunTask',
  pid: 1,
  tid: 1,
  ts,
  dur,
  tdur,
});
const moment = (name: string, ts: number, tid = 1): object => ({ name, pid: 1, tid, ts });
const traceOf = (...traceEvents: readonly object[]): Buffer => Buffer.from(JSON.stringify({ traceEvents }));

test('tells what comes before the picture of the answer from what follows it', () => {
  const trace = traceOf(
    task(0, 4000, 3000),
    moment('input-a', 1000),
    moment('Paint', 3000),
    moment('answered', 4500),
    task(5000, 2000),
    moment('Paint', 6000),
    task(10_000, 1000),
    moment('input-b', 10_500),
    moment('Paint', 10_800),
    moment('answered', 11_500),
  );
  expect(paintedIn(trace, 'input-')).toEqual([
    { mark: 'input-a', answerMilliseconds: 3, allMilliseconds: 5 },
    { mark: 'input-b', answerMilliseconds: 1, allMilliseconds: 1 },
  ]);
});

test('counts a task between the input and its picture', () => {
  const trace = traceOf(
    task(0, 2000),
    moment('input-a', 500),
    task(3000, 500),
    task(4000, 1000),
    moment('Paint', 4500),
  );
  expect(paintedIn(trace, 'input-')[0]?.answerMilliseconds).toBe(3.5);
});

test('counts every picture before the one that shows an awaited answer', () => {
  const trace = traceOf(
    task(0, 2000),
    moment('input-a', 500),
    moment('Paint', 1500),
    task(3000, 1000),
    moment('Paint', 3500),
    moment('answered', 4500),
    task(5000, 1000),
    moment('Paint', 5500),
  );
  expect(paintedIn(trace, 'input-')).toEqual([
    { mark: 'input-a', answerMilliseconds: 3, allMilliseconds: 4 },
  ]);
});

test('leaves out other threads, and finds nothing where nothing is marked', () => {
  const trace = traceOf(task(0, 2000), moment('input-a', 500), moment('Paint', 100, 2), moment('Paint', 600));
  expect(paintedIn(trace, 'input-')[0]?.answerMilliseconds).toBe(2);
  expect(paintedIn(trace, 'other-')).toEqual([]);
});

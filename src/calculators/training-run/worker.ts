// Trains apart from the page, so that the page stays responsive and can end it at any moment.
import { readDigits } from './digits.ts';
import type { ArmReport, Settings } from './experiment.ts';
import { runExperiment } from './experiment.ts';

/** What the page asks for. */
export interface RunRequest {
  readonly settings: Settings;
  /** Address of the digits. */
  readonly dataAddress: string;
}

/** What the worker answers: an epoch, the end, or that the digits could not be had. */
export type RunMessage =
  { readonly kind: 'epoch'; readonly report: ArmReport } | { readonly kind: 'done' | 'failed' };

async function train({ settings, dataAddress }: RunRequest): Promise<void> {
  const response = await fetch(dataAddress);
  if (!response.ok) throw new Error(`${dataAddress}: ${response.status}`);
  const digits = readDigits(await response.text());
  for (const report of runExperiment(settings, digits)) tell({ kind: 'epoch', report });
  tell({ kind: 'done' });
}

function tell(message: RunMessage): void {
  postMessage(message);
}

addEventListener('message', (event: MessageEvent<RunRequest>) => {
  train(event.data).catch(() => {
    tell({ kind: 'failed' });
  });
});

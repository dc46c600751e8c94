import * as v from 'valibot';
import { envelopeSchema, type Envelope } from '#protocol/envelope.ts';
import { idSchema } from '#protocol/ids.ts';
import type { StoredEnvelope } from '#store/centre-store.ts';

const headSchema = v.object({
  spegla: v.literal('envelopes'),
  v: v.literal(1),
  space: idSchema,
});

/** What a file holds. Lines that are no envelopes come back as they stood, with a reason. */
export interface ExchangeFile {
  readonly space: string;
  readonly envelopes: readonly Envelope[];
  readonly unread: readonly { reason: string; text: string }[];
}

/** The file with everything: a head line, then an envelope per line (docs/protocol.md, "File"). */
export function toExchangeFile(space: string, envelopes: readonly StoredEnvelope[]): string {
  const lines = envelopes.map((envelope) => JSON.stringify(envelope));
  return [JSON.stringify({ spegla: 'envelopes', v: 1, space }), ...lines, ''].join('\n');
}

/** Reads such a file; undefined where the first line is not its head. */
export function fromExchangeFile(text: string): ExchangeFile | undefined {
  const [first = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const head = v.safeParse(headSchema, tryJson(first));
  if (!head.success) return undefined;
  const envelopes: Envelope[] = [];
  const unread: { reason: string; text: string }[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const parsed = v.safeParse(envelopeSchema, tryJson(line));
    if (parsed.success) envelopes.push(parsed.output);
    else
      unread.push({ reason: `badEnvelope: ${v.getDotPath(parsed.issues[0]) ?? ''}`, text: line });
  }
  return { space: head.output.space, envelopes, unread };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

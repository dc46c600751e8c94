import { onTestFinished } from 'vitest';
import * as v from 'valibot';
import { headEventSchema, paths } from '#protocol/routes.ts';

/** Opens the stream and gives its lines one by one; undefined when it has ended. */
export async function listen(origin: string, space: string, token: string) {
  const aborter = new AbortController();
  onTestFinished(() => aborter.abort());
  const response = await fetch(origin + paths.events(space), {
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'br, gzip' },
    signal: aborter.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  async function line(): Promise<string | undefined> {
    for (;;) {
      const end = text.indexOf('\n');
      if (end >= 0) {
        const found = text.slice(0, end);
        text = text.slice(end + 1);
        return found;
      }
      const chunk = await reader?.read();
      if (chunk?.value === undefined) return undefined;
      text += chunk.value;
    }
  }
  const event = async () => v.parse(headEventSchema, JSON.parse((await line()) ?? ''));
  return { response, line, event, hangUp: () => aborter.abort() };
}

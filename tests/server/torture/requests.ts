/** What came of a request. `dead`: no reply, and whether it was done nobody knows. */
export type Answered =
  | { readonly type: 'done'; readonly body: unknown }
  | { readonly type: 'refused'; readonly status: number; readonly text: string }
  | { readonly type: 'dead' };

/** Sends one request to a server that may die while it does. */
export async function ask(
  origin: string,
  method: string,
  path: string,
  token: string,
  body?: unknown,
): Promise<Answered> {
  try {
    const response = await fetch(origin + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) return { type: 'refused', status: response.status, text };
    return { type: 'done', body: text === '' ? null : JSON.parse(text) };
  } catch {
    return { type: 'dead' };
  }
}

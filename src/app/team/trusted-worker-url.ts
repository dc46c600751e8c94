interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

declare global {
  /** Not in every browser, and not in TypeScript's library. */
  var trustedTypes: PolicyFactory | undefined;
}

/** The file names of the workers that a page may start: its service worker, and the one that opens answers. */
const workerFile = /^(?:sw\.js|open-answers(?:-[\w-]+)?\.(?:js|ts))$/u;

let policy: ScriptUrlPolicy | undefined;

/** A worker's URL through the page's one Trusted Types policy, which lets nothing but our own workers through. */
export function trustedWorkerUrl(scriptUrl: string): string {
  if (globalThis.trustedTypes === undefined) return scriptUrl;
  policy ??= globalThis.trustedTypes.createPolicy('spegla-worker', {
    createScriptURL(url) {
      const { origin, pathname } = new URL(url, location.href);
      const file = pathname.split('/').at(-1) ?? '';
      if (origin !== location.origin || !workerFile.test(file)) throw new TypeError('not a worker');
      return url;
    },
  });
  return policy.createScriptURL(scriptUrl);
}

// Inlined into answer.html by build/first-screen.ts and allowed by its hash. A tap counts before
// anything else is loaded: it is written on <html data-language>, where main.tsx finds it.
(() => {
  const root = document.documentElement;

  // The card's way is the longest: it is asked for here, and browser-deps.ts takes the reply over. The link is read as
  // records/links.ts does, the token derived as crypto/purposes.ts does.
  const link =
    /^#1\.([\w-]{22})\.([\w-]{22})\.[\w-]{22}(?:\.k([\w-]{22}))?(?:\.(n)|\.o([\w.:/%[\]-]+))?$/.exec(
      location.hash,
    ) ?? [];
  const [, round, secret, kiosk, none, other] = link;
  const askForCard = async (url) => {
    const kind = kiosk ? 'kiosk' : 'answer';
    const raw = atob((kiosk ?? secret).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(raw, (c) => c.codePointAt(0));
    const key = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits']);
    const info = new TextEncoder().encode(`spegla/1 ${kind} token`);
    const way = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
    const bits = new Uint8Array(await crypto.subtle.deriveBits(way, key, 256));
    const token = btoa(String.fromCodePoint(...bits));
    const authorization = `Bearer ${token.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')}`;
    return fetch(url, {
      headers: { authorization },
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(60_000),
    });
  };
  if (round && !none && isSecureContext) {
    const origin = other ? other.replace(/^(?!http:)/, 'https://') : location.origin;
    const url = `${origin}/v1/rounds/${round}/card`;
    const reply = askForCard(url);
    reply.catch(() => undefined); // Who takes it over hears of it.
    window.speglaCard = { url, reply };
  }

  // The texts of a language on their way before its button is tapped, or at once then. A kiosk's form may be another.
  const fetchAhead = ({ dataset }) => {
    const [answer, parents] = dataset.files?.split(' ') ?? [];
    for (const name of [answer && `answer-${answer}`, parents && !kiosk && `parents-${parents}`]) {
      if (!name) continue;
      const ahead = document.createElement('link');
      ahead.rel = 'modulepreload';
      ahead.href = `assets/${name}.js`;
      document.head.append(ahead);
    }
  };

  const welcome = document.getElementById('welcome');
  const status = document.getElementById('welcome-status');
  const again = document.getElementById('welcome-again');
  const buttons = [...welcome.querySelectorAll('[data-language]')];

  const speak = (button) => {
    const { dataset } = button;
    root.lang = dataset.language;
    root.dir = button.dir;
    document.getElementById('welcome-title').textContent = dataset.welcome;
    document.getElementById('welcome-lead').textContent = dataset.lead;
    again.textContent = dataset.again;
    for (const other of buttons) other.ariaCurrent = String(other === button);
  };
  // suggestedLanguage's rule, by the same table. It only comes first and greets: nobody is chosen for.
  const meant = (tag) => buttons.find(({ dataset }) => new RegExp(dataset.tags, 'i').test(tag));
  let spoken = navigator.languages.map(meant).find(Boolean) ?? buttons[0];
  const item = spoken.parentElement;
  item.parentElement.prepend(item);
  speak(spoken);
  fetchAhead(spoken);
  // Fonts for five more scripts cost a cheap phone a tenth of a second: the first frame has the first two languages, and
  // the room of the others, whose words come with one soon after.
  welcome.dataset.early = '';
  requestAnimationFrame(() => setTimeout(() => delete welcome.dataset.early, 100));

  for (const button of buttons) {
    button.addEventListener('click', () => {
      spoken = button;
      speak(button);
      fetchAhead(button);
      for (const other of buttons) other.ariaPressed = String(other === button);
      status.textContent = button.dataset.wait;
      root.dataset.language = button.dataset.language;
      document.dispatchEvent(new Event('spegla-language'));
    });
  }

  // A script that does not arrive: say so, instead of waiting for ever.
  const fail = (event) => {
    const { localName, rel } = event.target;
    // What was only fetched ahead is asked for again when it is needed.
    if (localName !== 'script' && rel !== 'stylesheet') return;
    status.textContent = spoken.dataset.failed;
    again.hidden = false;
  };
  addEventListener('error', fail, true);
  again.addEventListener('click', () => location.reload());
})();

// Inlined into answer.html by build/first-screen.ts and allowed by its hash. A tap counts before
// anything else is loaded: it is written on <html data-language>, where main.tsx finds it.
(() => {
  const root = document.documentElement;
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
  };
  const wanted = navigator.languages.map((tag) => tag.split('-')[0]);
  const code = wanted.find((tag) => buttons.some((button) => button.dataset.language === tag));
  let spoken = buttons.find((button) => button.dataset.language === code) ?? buttons[0];
  speak(spoken);

  for (const button of buttons) {
    button.addEventListener('click', () => {
      spoken = button;
      speak(button);
      for (const other of buttons) other.ariaPressed = String(other === button);
      status.textContent = button.dataset.wait;
      root.dataset.language = button.dataset.language;
      document.dispatchEvent(new Event('spegla-language'));
    });
  }

  // A script that does not arrive: say so, instead of waiting for ever.
  const fail = (event) => {
    if (event.target.localName !== 'script' && event.target.localName !== 'link') return;
    status.textContent = spoken.dataset.failed;
    again.hidden = false;
  };
  addEventListener('error', fail, true);
  again.addEventListener('click', () => location.reload());
})();

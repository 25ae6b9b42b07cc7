// Starts the program: at once on a page that it brings to life, elsewhere when it is wanted. Every page works without it.
let program;
const start = () =>
  (program = program || import('BINDINGS').then(({ default: init }) => init({ module_or_path: 'WASM' })));

if ('alive' in document.getElementById('main').dataset) {
  start().catch(() => {
    // The form stays a plain one, and says that this phone keeps no draft of it.
    const note = document.getElementById('no-program');
    if (!note) return;
    // Heard as well as seen, wherever somebody is on the page by now.
    note.setAttribute('role', 'status');
    note.hidden = false;
  });
} else {
  // A touch tells that more pages follow; so may an idle moment, where bytes are cheap.
  const wanted = () => start().catch(() => {});
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, wanted, { once: true, passive: true });
  const { saveData = false, effectiveType = '4g' } = navigator.connection || {};
  if (!saveData && effectiveType === '4g') {
    addEventListener('load', () => (window.requestIdleCallback || setTimeout)(wanted));
  }
}

if ('serviceWorker' in navigator) {
  addEventListener('load', () => navigator.serviceWorker.register('/offline.js', { scope: '/' }).catch(() => {}));
}

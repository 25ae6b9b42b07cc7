// Starts the program: at once on a page that it brings to life, elsewhere when it is wanted. Every page works without it.
let program;
const start = () =>
  (program = program || import('BINDINGS').then(({ default: init }) => init({ module_or_path: 'WASM' })));

// A session ends whatever its person does, and is in a cookie that no script reads: the tab remembers when its first page after
// the link's own was opened, and the page says in time that it is about to close.
const { view } = document.getElementById('main').dataset;
if (view === 'link' || view === 'own') {
  const now = Date.now();
  let opened = now;
  try {
    if (view === 'own' && Math.abs(now - sessionStorage.opened) < SESSION_MS) opened = Number(sessionStorage.opened);
    if (view === 'own') sessionStorage.opened = opened;
    else delete sessionStorage.opened;
  } catch {
    // Nothing may be kept: counted from this page on.
  }
  setTimeout(() => {
    const soon = document.getElementById('ends-soon');
    if (soon) soon.hidden = false;
  }, opened + SAID_AFTER_MS - now);
}

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

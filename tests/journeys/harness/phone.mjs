// A phone: a browser context of its own at 360×740, which notes whatever no page may do.

import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Longer than anything takes on a busy machine; a step that reaches it has failed. */
const STEP_MS_MAX = 20_000;

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: ARGUMENTS });
}

export class Phone {
  /**
   * @param options `javaScript` (true), `width` and `height` (360×740), `storageRefused` (false), `keepsPages` (false: no
   *   service worker, so that faults put before the network are met),
   *   `tolerates`: patterns of complaints that belong to the test, such as the console's line about a status of 422
   */
  static async open(browser, portal, options = {}) {
    const { javaScript = true, width = 360, height = 740, storageRefused = false, keepsPages = false, tolerates = [] } = options;
    const context = await browser.newContext({
      baseURL: portal.address,
      javaScriptEnabled: javaScript,
      viewport: { width, height },
      isMobile: true,
      hasTouch: true,
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
      serviceWorkers: keepsPages ? 'allow' : 'block',
    });
    context.setDefaultTimeout(STEP_MS_MAX);
    if (storageRefused) await context.addInitScript(refuseStorage);
    if (javaScript) {
      await context.addInitScript(watchLayout);
      await context.addInitScript(watchProgram);
    }
    const phone = new Phone(context, portal, javaScript, tolerates);
    phone.page = await context.newPage();
    return phone;
  }

  constructor(context, portal, javaScript, tolerates) {
    this.context = context;
    this.portal = portal;
    /** Whether the page's program runs here; without it pages are posted and loaded. */
    this.hasProgram = javaScript;
    this.tolerates = tolerates;
    this.complaints = [];
    const { origin } = new URL(portal.address);
    context.on('console', (message) => message.type() === 'error' && this.complain('console', message.text()));
    context.on('weberror', (error) => this.complain('script', error.error().stack));
    context.on('request', (request) => {
      if (new URL(request.url()).origin !== origin) this.complain('request to another origin', request.url());
    });
  }

  complain(kind, words) {
    const complaint = `${kind}: ${words}`;
    if (!this.tolerates.some((pattern) => pattern.test(complaint))) this.complaints.push(complaint);
  }

  /** Closes the phone and fails with everything that was noted. */
  async close() {
    await this.context.close();
    if (this.complaints.length > 0) throw new Error(`the page complained:\n${this.complaints.join('\n')}`);
  }
}

/** As a browser does that forbids a page to keep anything. */
function refuseStorage() {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  }
}

/** Notes when the page's program has taken over: from then on it hears taps. Playwright's own listeners have options. */
function watchProgram() {
  const { addEventListener } = window;
  window.addEventListener = function (kind, listener, ...options) {
    if (kind === 'click' && options.length === 0) window.isTakenOver = true;
    return addEventListener.call(this, kind, listener, ...options);
  };
}

/** Adds up every movement of what stands on the page, also those that a tap would excuse. */
function watchLayout() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const moved = entry.sources.map((source) => source.node?.outerHTML?.slice(0, 120) ?? 'text');
      window.shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

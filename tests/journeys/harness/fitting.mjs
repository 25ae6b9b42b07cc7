// What every page must be for people who zoom, enlarge text, see another language, or stand no motion. Each check gives its
// findings, one line each, and nothing where the page is good.

/** Sideways scroll, and words that are cut off. */
export function overflow(page) {
  return page.evaluate(() => {
    const findings = [];
    const { scrollWidth } = document.documentElement;
    const { innerWidth } = window;
    const called = (one) => `${one.tagName.toLowerCase()}.${one.className} "${one.textContent.trim().slice(0, 40)}"`;
    if (scrollWidth > innerWidth) {
      const wide = [...document.body.querySelectorAll('*')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1);
      findings.push(`${scrollWidth} px wide in ${innerWidth}: ${wide.slice(0, 3).map(called).join(', ')}`);
    }
    for (const one of document.body.querySelectorAll('*:not(.heard, input, textarea)')) {
      const { overflowX, overflowY } = getComputedStyle(one);
      if (!one.checkVisibility() || (overflowX === 'visible' && overflowY === 'visible') || one.closest('.heard, svg')) continue;
      if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) findings.push(`cut off: ${called(one)}`);
    }
    return findings;
  });
}

/** Targets below 24 CSS px, and below 44 where something is pressed or filled in; links within a sentence are excepted, as in WCAG 2.5.8. */
export function targets(page) {
  return page.evaluate(() => {
    const isWithinSentence = (link) => {
      const block = link.closest('p, li, dd, span:not([class])');
      return getComputedStyle(link).display === 'inline' && block && block.textContent.trim() !== link.textContent.trim();
    };
    const findings = [];
    for (const one of document.querySelectorAll('a[href], button, input:not([type="hidden"]), textarea')) {
      const { left } = one.getBoundingClientRect();
      if (!one.checkVisibility() || one.closest('.heard, .skip, .trap') || left < 0 || (one.matches('a') && isWithinSentence(one))) continue;
      const { width, height } = (one.matches('[type="radio"], [type="checkbox"]') ? one.closest('label') : one).getBoundingClientRect();
      const wanted = one.matches('a:not(.primary, .secondary)') ? 24 : 44;
      // Half a pixel is what fractions of a rem come to.
      if (height < wanted - 0.5 || width < Math.min(wanted, 44) - 0.5) findings.push(`${width.toFixed()}×${height.toFixed()} of ${wanted}: ${one.outerHTML.slice(0, 100)}`);
    }
    return findings;
  });
}

/** Style that puts things in another order than the document has them. */
export function order(page) {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((one) => {
        const style = getComputedStyle(one);
        const isPlaced = style.gridRowStart !== 'auto' || style.gridRowEnd !== 'auto' || style.gridAutoFlow.includes('dense');
        return isPlaced || style.order !== '0' || style.flexDirection.endsWith('-reverse') || style.flexWrap === 'wrap-reverse' || style.float !== 'none' || one.tabIndex > 0;
      })
      .map((one) => `another order: ${one.outerHTML.slice(0, 100)}`));
}

/** Whatever moves although less motion was asked for; to appear late is no motion. */
export async function motion(page) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page.evaluate(() => {
    // A transition that runs already began before less motion was asked for; what could begin one is looked at below.
    const isMotion = (animation) => animation instanceof CSSAnimation && animation.effect.getKeyframes().some((frame) => Object.keys(frame).some((name) => !['visibility', 'offset', 'computedOffset', 'easing', 'composite'].includes(name)));
    const running = document.getAnimations().filter(isMotion).map((one) => `animation of ${one.effect.target.outerHTML.slice(0, 80)}`);
    const changing = [...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration.split(', ').some((time) => time !== '0s'));
    return [...running, ...changing.map((one) => `transition of ${one.outerHTML.slice(0, 80)}`)];
  });
}

const OFTEN = {
  sv: 'och att det som på är av för med den till du inte om ett kan din vi eller har när från ditt dina vad',
  en: 'and the of to you is that it for with your on are not or we can this what when have from do be',
};

/** Sentences that are in another language than the page or the element says. */
export function languageOfParts(page) {
  return page.evaluate((often) => {
    const words = Object.fromEntries(Object.entries(often).map(([language, all]) => [language, new Set(all.split(' '))]));
    const findings = [];
    const judge = (one, text) => {
      const said = text.toLowerCase().match(/\p{L}+/gu) ?? [];
      if (said.length < 4) return;
      const language = one.closest('[lang]').lang;
      const count = (of) => said.filter((word) => words[of].has(word)).length;
      if (count(language) < count(language === 'sv' ? 'en' : 'sv')) findings.push(`not in ${language}: ${text.slice(0, 80)}`);
    };
    for (const one of document.querySelectorAll('title, body *:not(script, style, noscript, textarea, .typed)')) {
      const own = [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join(' ');
      for (const text of [own, one.getAttribute('aria-label'), one.getAttribute('title'), one.getAttribute('alt')]) judge(one, text ?? '');
    }
    return findings;
  }, OFTEN);
}

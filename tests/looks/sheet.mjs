// The sheet of all pictures: a row for each page or state and language, light beside dark, phone beside desktop, then on paper.

const STYLE = `
  body { margin: 1rem; font: 14px/1.4 system-ui; background: #888; }
  nav a { display: inline-block; margin-right: .8em; color: #fff; }
  h2 { margin: 2rem 0 .5rem; }
  .row { display: flex; gap: .75rem; align-items: start; overflow-x: auto; }
  figure { flex: none; margin: 0; }
  figcaption { font-size: 12px; }
  img { display: block; height: auto; background: #fff; }
  img.phone { width: 270px; }
  img.desktop, img.paper { width: 560px; }
`;

/** The HTML of the sheet; pictures lie beside it, named `<name>.<language>.<screen>.<scheme>.png`. Some are printed too. */
export function sheet(names, languages, screens, schemes, printed) {
  const picture = (name, language, screen, scheme) => {
    const file = `${name}.${language}.${screen}.${scheme}.png`;
    return `<figure><figcaption>${file}</figcaption><a href="${file}"><img class="${screen}" loading="lazy" alt="" src="${file}"></a></figure>`;
  };
  const row = (name, language) => {
    const pictures = screens.flatMap((screen) => schemes.map((scheme) => picture(name, language, screen, scheme)));
    if (printed.includes(name)) pictures.push(picture(name, language, 'paper', 'print'));
    return `<div class="row">${pictures.join('')}</div>`;
  };
  const sections = names.map((name) => `<h2 id="${name}">${name}</h2>${languages.map((language) => row(name, language)).join('')}`);
  const links = names.map((name) => `<a href="#${name}">${name}</a>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title><style>${STYLE}</style><h1>Screenshots</h1><nav>${links.join(' ')}</nav>${sections.join('\n')}</html>\n`;
}

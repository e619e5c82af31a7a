/** The page's own files: style sheets, the icon, and the browser's scripts with their types taken out. */
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/** A file to serve. */
export interface Asset {
  readonly type: string;
  readonly body: string;
}

/** All assets by their path. @param styles style sheets besides the page's own, served as `/styles/N.css` */
export function loadAssets(styles: readonly URL[]): ReadonlyMap<string, Asset> {
  const here = (file: string) => new URL(file, import.meta.url);
  const scripts = readdirSync(here('browser/')).filter((file) => file.endsWith('.ts'));
  const css = (url: URL): Asset => ({ type: 'text/css; charset=utf-8', body: readFileSync(url, 'utf8') });
  return new Map<string, Asset>([
    ['/icon.svg', { type: 'image/svg+xml', body: readFileSync(here('icon.svg'), 'utf8') }],
    ...[here('page.css'), ...styles].map((url, index): [string, Asset] => [`/styles/${index}.css`, css(url)]),
    ...scripts.map((file): [string, Asset] => [
      `/browser/${file}`,
      {
        type: 'text/javascript; charset=utf-8',
        body: stripTypeScriptTypes(readFileSync(here(`browser/${file}`), 'utf8')),
      },
    ]),
  ]);
}

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
  const script = (url: URL): Asset => ({
    type: 'text/javascript; charset=utf-8',
    body: stripTypeScriptTypes(readFileSync(url, 'utf8')),
  });
  const style = (url: URL): Asset => ({ type: 'text/css; charset=utf-8', body: readFileSync(url, 'utf8') });
  return new Map<string, Asset>([
    ['/icon.svg', { type: 'image/svg+xml', body: readFileSync(new URL('../icon.svg', import.meta.url), 'utf8') }],
    ...filesOf('styles', '.css').map(({ path, url }): [string, Asset] => [path, style(url)]),
    ...styles.map((url, index): [string, Asset] => [`/styles/${index}.css`, style(url)]),
    ...filesOf('browser', '.ts').map(({ path, url }): [string, Asset] => [path, script(url)]),
  ]);
}

function filesOf(folder: string, ending: string): { path: string; url: URL }[] {
  const names = readdirSync(new URL(`../${folder}/`, import.meta.url)).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => ({
    path: `/${folder}/${name}`,
    url: new URL(`../${folder}/${name}`, import.meta.url),
  }));
}

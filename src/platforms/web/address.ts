/** The page's address. */

/** A host as an address has it: IPv6 in brackets. https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2 */
export function hostInAddress(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Where the page of a host and a port is. */
export function pageAddress({ host, port }: { readonly host: string; readonly port: number }): string {
  return `http://${hostInAddress(host)}:${port}/`;
}

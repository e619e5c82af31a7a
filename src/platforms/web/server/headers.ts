/** What a browser may do with the page: load from the page's own server and nowhere else, run no inline script or style. */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** The security headers of every response. */
export function headers(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // With none at all, a form's own posts would come from the origin `null`.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: false, // the page is plain HTTP on the own machine
  });
}

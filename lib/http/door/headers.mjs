/**
 * What every answer tells the browser: take no content for another type, send no address of ours to other sites (it
 * may hold the id of a plan), show us in no frame, load no plug-in, and ask for no device.
 */
export const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Content-Security-Policy": "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** Addresses whose answers are no pages: files of the build, which workers run as they are, and the API's. */
const NO_PAGE = /^\/(_next\/|api\/|mcp(\?|$)|healthz|readyz)/;

/** Whether a page may be what an address answers. @param {string} url */
export const mayBePage = (url) => !NO_PAGE.test(url);

/** By which a page's own first script is given the nonce of its answer. */
export const NONCE_HEADER = "x-nonce";

/**
 * The content security policy of a page: only scripts that carry the nonce of this very answer run, and what those load
 * themselves; nothing comes from elsewhere, nothing is sent elsewhere. Charts set style attributes.
 * @param {string} nonce @param {readonly string[]} [ancestors] origins whose pages may show it in a frame
 */
export const pagePolicy = (nonce, ancestors = []) =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    `frame-ancestors ${ancestors.length > 0 ? ancestors.join(" ") : "'none'"}`,
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
  ].join("; ");

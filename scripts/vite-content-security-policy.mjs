const POLICY = [
  "default-src 'none'",
  // WebAssembly may be compiled, and only that: unlike 'unsafe-eval' this turns no text into script, and a module reaches
  // nothing but what our own script hands to it, which is a piece of memory. A browser that does not know the word
  // refuses the module, and the kernel runs as script.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Writes the policy into the built page: nothing is loaded from, and nothing is sent to, any other host. The
 * development server is left out, as it needs inline styles and a socket.
 * @returns {import('vite').Plugin}
 */
export function contentSecurityPolicy() {
  return {
    name: 'turfcast:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

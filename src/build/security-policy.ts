/**
 * The site's Content-Security-Policy for Astro, which adds its own script hashes and writes the meta element. Nothing
 * comes from another origin, nothing inline runs but Astro's hashed island loader, no style attribute applies, and
 * with Trusted Types no string becomes a script or markup.
 *
 * `wasm-unsafe-eval` is for the search index's WebAssembly. Directives that a meta element cannot carry are in
 * `headers.ts`.
 */
export const contentSecurityPolicy = {
  directives: [
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ],
  scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
  styleDirective: { resources: ["'self'"] },
} as const;

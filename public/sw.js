// Keeps what a reader has visited, so that it is there again without a network: pages, their parts, and what search has
// loaded. The build puts a hash of the whole site in place of BUILD; with a new build, what the old one kept goes.
{
  const { scope } = self.registration;
  const cacheName = `${scope} BUILD`;
  /** Files that have a hash of their content in their name. */
  const unchanging = /\/_astro\/|\/pagefind\/(index|fragment)\/|\.pf_meta$/;

  self.addEventListener('install', () => {
    self.skipWaiting();
  });

  self.addEventListener('activate', (event) => {
    event.waitUntil(takeOver());
  });

  // A page that was loaded before there was a worker tells what it is made of.
  self.addEventListener('message', (event) => {
    if (Array.isArray(event.data)) event.waitUntil(keepAll(event.data));
  });

  self.addEventListener('fetch', (event) => {
    const { method, url } = event.request;
    if (method === 'GET' && url.startsWith(scope)) event.respondWith(answer(event));
  });

  async function takeOver() {
    const names = await caches.keys();
    // Other sites of the same origin have caches too.
    const old = names.filter((name) => name.startsWith(`${scope} `) && name !== cacheName);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  }

  async function answer(event) {
    const { request } = event;
    const cache = await caches.open(cacheName);
    const key = keyOf(request.url);
    const kept = () => cache.match(key);
    if (unchanging.test(key)) {
      const file = await kept();
      if (file) return file;
    }
    try {
      const response = await fetch(request);
      if (isKept(response)) event.waitUntil(cache.put(key, response.clone()));
      return response;
    } catch (error) {
      const file = await kept();
      if (file) return file;
      throw error;
    }
  }

  async function keepAll(urls) {
    const cache = await caches.open(cacheName);
    const keys = new Set(urls.filter((url) => String(url).startsWith(scope)).map(keyOf));
    await Promise.all(
      [...keys].map(async (key) => {
        if (await cache.match(key)) return;
        const response = await fetch(key);
        if (isKept(response)) await cache.put(key, response);
      }),
    );
  }

  /** The query only says what a page's script shows; the file is the same. */
  function keyOf(url) {
    const key = new URL(url);
    key.search = '';
    key.hash = '';
    return key.href;
  }

  function isKept(response) {
    return response.status === 200 && !response.redirected;
  }
}

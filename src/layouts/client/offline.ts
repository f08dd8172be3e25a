/** Has the service worker keep what is visited for when there is no network. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const isFirstVisit = serviceWorker.controller === null;
  const start = async (): Promise<void> => {
    await serviceWorker.register(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/sw.js`);
    if (!isFirstVisit) return;
    // What was loaded before there was a worker.
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const { active } = await serviceWorker.ready;
    active?.postMessage([location.href, ...loaded]);
  };
  addEventListener('load', () => {
    start().catch(() => {
      // Where the browser keeps nothing, the site works as it did.
    });
  });
}

// Runs before anything is drawn: sets the reader's theme, so that no page flashes in the other one, and the Trusted
// Types policy that refuses every script but the site's own files and every string of markup.
{
  const root = document.documentElement;
  root.dataset.script = '';
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage may be refused; the system's theme then applies.
  }
  const home = new URL('.', document.currentScript.src);
  if (window.trustedTypes) {
    trustedTypes.createPolicy('default', {
      createScriptURL(address) {
        const url = new URL(address, location.href);
        const file = url.href.startsWith(home.href) ? url.href.slice(home.href.length) : '';
        if (/^((_astro|pagefind)\/[\w.\/-]+\.js(\?[\w=-]*)?|sw\.js)$/.test(file)) return url.href;
        throw new TypeError(`refused to load the script ${address}`);
      },
    });
  }
}

import { expect, test } from '@playwright/test';

test.describe('the page’s policy refuses', () => {
  const attempts: Readonly<Record<string, string>> = {
    'an inline script': `const s = document.createElement('script'); s.text = 'window.hit = 1'; document.body.append(s)`,
    'markup from a string': `document.body.innerHTML += '<img src=x onerror="window.hit = 1">'`,
    eval: `eval('window.hit = 1')`,
    'a script of another origin': `const s = document.createElement('script'); s.src = 'https://example.com/x.js'; document.body.append(s)`,
    'a style attribute': `document.body.setAttribute('style', 'outline: 9px solid red')`,
    'a request to another origin': `await fetch('https://example.com/')`,
  };
  for (const [name, code] of Object.entries(attempts)) {
    test(name, async ({ page }) => {
      // What is refused raises an event or throws at once. The attempt runs as a file of the site, for the driver's own evaluation is not bound by the policy.
      await page.route('**/_astro/attempt.js', (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          body: `try { ${code} } catch (error) { document.documentElement.dataset.refused = '' }`,
        }),
      );
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', () => {
          document.documentElement.dataset.refused = '';
        });
      });
      await page.goto('/en/model-size/');
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.type = 'module';
        script.src = new URL('/_astro/attempt.js', location.href).href;
        document.head.append(script);
      });
      await expect(page.locator('html')).toHaveAttribute('data-refused', '');
      expect(await page.evaluate(() => 'hit' in window)).toBe(false);
      expect(await page.evaluate(() => getComputedStyle(document.body).outlineWidth)).not.toBe('9px');
    });
  }
});

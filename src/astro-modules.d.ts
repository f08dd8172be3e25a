/** What a plain TypeScript program sees of an Astro component; `astro check` reads the component itself. */
declare module '*.astro' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
  const component: AstroComponentFactory;
  export default component;
}

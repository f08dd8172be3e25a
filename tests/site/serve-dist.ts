// The built site for the browser tests: `node tests/site/serve-dist.ts PORT`.
import { serveSite } from './serve.ts';

await serveSite('dist', '/', Number(process.argv[2]));

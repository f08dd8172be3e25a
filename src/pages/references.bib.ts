import type { APIRoute } from 'astro';
import { readContent } from '../collections/index.ts';

/** All sources as written, for readers' own bibliographies. */
export const GET: APIRoute = () => new Response(readContent('references.bib'));

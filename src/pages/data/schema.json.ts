import type { APIRoute } from 'astro';
import { jsonSchema } from '../../catalogue/index.ts';

/** The JSON Schema of every data file. */
export const GET: APIRoute = () => Response.json(jsonSchema());

import type { APIRoute } from 'astro';
import { listData } from '../../catalogue/index.ts';

/** All networks with their totals, for other programs. */
export const GET: APIRoute = ({ site }) => {
  if (site === undefined) throw new Error('data files need a site address');
  return Response.json(listData({ site, base: import.meta.env.BASE_URL }));
};

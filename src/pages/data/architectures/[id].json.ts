import type { APIRoute, GetStaticPaths } from 'astro';
import { architectureIds, networkData } from '../../../catalogue/index.ts';

export const getStaticPaths = (() =>
  architectureIds.map((id) => ({ params: { id }, props: { id } }))) satisfies GetStaticPaths;

/** One network with every layer, for other programs. */
export const GET: APIRoute<{ id: string }> = ({ props, site }) => {
  if (site === undefined) throw new Error('data files need a site address');
  return Response.json(networkData(props.id, { site, base: import.meta.env.BASE_URL }));
};

import type { APIRoute } from 'astro';
import { drawPicture, PICTURES, type PictureName } from '~/picture.ts';

export const getStaticPaths = () => PICTURES.map((name) => ({ params: { name }, props: { name } }));

/** The picture of a topic, for those who share a link. */
export const GET: APIRoute<{ name: PictureName }> = async ({ props: { name } }) =>
  new Response(new Uint8Array(await drawPicture(name)), { headers: { 'content-type': 'image/png' } });

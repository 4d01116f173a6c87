/**
 * The picture that stands beside a link to a page where people share it: the sign and the name of its topic. One a topic and one for
 * the rest, since what shows such a picture writes the title of the page below it anyway; one a page would be 6 MB and half a
 * minute of every build. Its letters come from a font of the project, so that it is the same on every machine. Build-time only.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { create, type Font } from 'fontkitten';
import sharp from 'sharp';
import { GLYPHS } from './components/glyphs.ts';
import { SITE } from './site.ts';
import { TOPICS, type TopicId } from './topics.ts';

/** What Open Graph asks for. */
export const SIZE = { width: 1200, height: 630 } as const;

export type PictureName = TopicId | 'site';

/** The names of all pictures: none without a host, since their addresses must be whole. */
export const PICTURES: readonly PictureName[] = SITE.url ? ['site', ...TOPICS.map(({ id }) => id)] : [];

/** The picture of a page of a topic, as an address from the root of the site; undefined where there are none. */
export function pictureOf(topic: string | undefined): string | undefined {
  const name = PICTURES.find((own) => own === topic) ?? PICTURES[0];
  return name && `/pictures/${name}.png`;
}

/** What a picture says, and what a reader who does not see it is told. */
export const titleOf = (name: PictureName): string => TOPICS.find(({ id }) => id === name)?.title ?? SITE.name;

// The light theme's own: styles/theme.css.
const [PAPER, INK, INK_2, ACCENT] = ['#fbfcfa', '#15211e', '#41504b', '#00566b'];
const MARGIN = 88;

/** Draws one. */
export async function drawPicture(name: PictureName): Promise<Buffer> {
  const sign = name === 'site' ? GLYPHS.note : GLYPHS[name];
  const under = name === 'site' ? 'Docker, Compose, Swarm, Kubernetes and Helm: every command checked' : SITE.name;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">
    <rect width="100%" height="100%" fill="${PAPER}"/>
    <rect width="24" height="100%" fill="${ACCENT}"/>
    <path d="M${MARGIN} 488H${SIZE.width - MARGIN}" stroke="${INK}" stroke-width="4"/>
    <g transform="translate(${MARGIN - 18} 76) scale(9)" fill="none" stroke="${ACCENT}" color="${ACCENT}" stroke-width="1.25">${sign}</g>
    ${written(titleOf(name), { size: 108, weight: 700, colour: INK, at: 424 })}
    ${written(under, { size: 32, weight: 400, colour: INK_2, at: 550 })}
  </svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true, effort: 10, colours: 32 }).toBuffer();
}

interface Lettering {
  /** In px, at most. */
  readonly size: number;
  readonly weight: 400 | 700;
  readonly colour: string;
  /** Where its base line lies. */
  readonly at: number;
}

/** A line of text as outlines: no font of the machine is asked. */
function written(text: string, { size, weight, colour, at }: Lettering): string {
  const font = fontOf(weight);
  let width = 0;
  const outlines = [...text].map((letter) => {
    const glyph = font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
    const outline = `<path transform="translate(${width})" d="${glyph.path.toSVG()}"/>`;
    width += glyph.advanceWidth;
    return outline;
  });
  // What is longer than the rule becomes smaller.
  const scale = Math.min(size / font.unitsPerEm, (SIZE.width - 2 * MARGIN) / width);
  return `<g fill="${colour}" transform="translate(${MARGIN} ${at}) scale(${scale} ${-scale})">${outlines.join('')}</g>`;
}

function fontOf(weight: 400 | 700): Font {
  // The build bundles this file, so the packages are looked up from the project's root.
  const require = createRequire(pathToFileURL(join(process.cwd(), 'package.json')));
  const font = create(readFileSync(require.resolve(`@fontsource/roboto/files/roboto-latin-${weight}-normal.woff`)));
  if (font.isCollection) throw new Error('a collection of fonts where one was expected');
  return font;
}

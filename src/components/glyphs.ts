/** Bodies of the signs; the files of the design reference, without their frames. */
export const GLYPHS = {
  commands: '<path d="m3 6 4 4-4 4M9.5 15H17"/>',
  docker:
    '<rect x="2" y="10.75" width="7.25" height="6"/><rect x="10.75" y="10.75" width="7.25" height="6"/><rect x="6.25" y="3.25" width="7.5" height="6"/>',
  dockerfile:
    '<path d="M3.25 2.25h13.5v15.5H3.25z"/><path d="M10 6.5h4M10 10h4M10 13.5h2.5"/><path fill="currentColor" stroke="none" d="M6 5.5h2v2H6zM6 9h2v2H6zM6 12.5h2v2H6z"/>',
  helm: '<path d="M2.25 2.25h15.5v15.5H2.25z"/><path d="M2.25 7.5h3M2.25 12.5h3M7.5 17.75v-3M12.5 17.75v-3"/><path d="M6.5 12 10 8.5l2 2 3-4"/><circle fill="currentColor" stroke="none" cx="6.25" cy="12.25" r="1.5"/><path d="m13.5 4.75 3 3M16.5 4.75l-3 3"/>',
  k8s: '<path d="M2.25 2.25h15.5v15.5H2.25zM2.25 6h15.5"/><rect x="4.75" y="8.75" width="2.5" height="6.25" rx="1.25"/><rect x="8.75" y="8.75" width="2.5" height="6.25" rx="1.25"/><rect x="12.75" y="8.75" width="2.5" height="6.25" rx="1.25"/>',
  link: '<path d="M8 12 12 8M9 5.5l2-2a3.9 3.9 0 0 1 5.5 5.5l-2 2M11 14.5l-2 2A3.9 3.9 0 0 1 3.5 11l2-2"/>',
  menu: '<path d="M2 5.5h16M2 10h16M2 14.5h16"/>',
  note: '<path d="M3.25 2.25h13.5v15.5H3.25zM6.5 2.25v15.5"/>',
  search: '<circle cx="8.5" cy="8.5" r="5.75"/><path d="m12.75 12.75 5 5"/>',
  swarm:
    '<path d="M10 7v3M4 13v-3h12v3M10 10v3"/><path fill="currentColor" stroke="none" d="M7.5 2h5v5h-5z"/><path d="M2 13.25h4v4H2zM8 13.25h4v4H8zM14 13.25h4v4h-4z"/>',
  theme:
    '<circle cx="10" cy="10" r="7.25"/><path fill="currentColor" stroke="none" d="M10 2.75a7.25 7.25 0 0 1 0 14.5z"/>',
  troubleshooting:
    '<path d="M2 4h16M10 4v9.5M7.5 6.75H10M10 9.25h2.5M7.5 11.75H10M2 17.75h5M13 17.75h5"/><path fill="currentColor" stroke="none" d="M8.5 13h3l.75 4.75h-4.5z"/>',
  warn: '<path d="M10 2.5 18.25 17H1.75z"/><path d="M10 8v4.25"/><path fill="currentColor" stroke="none" d="M9.25 13.75h1.5v1.5h-1.5z"/>',
} as const;

export type GlyphName = keyof typeof GLYPHS;

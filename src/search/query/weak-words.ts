/** Words of plain talk that stand in few notes and say little all the same: rarity must not make them strong. */
import { stem } from './stem.ts';

/** Their stems. */
export const WEAK_WORDS: ReadonlySet<string> = new Set(
  `able actually computer laptop machine pc add allow allowed already always another anything anyway avoid basic best better bit called case cause certain change
  common compare compared complete completely correct correctly currently deal detail details differ difference different easily easy
  enough everything exact exactly example examples explain explained explanation fast find fix former found give given go good guide handle happen happening
  happens help idea immediately inside instead keep kind know known later leave let like line list little look make makes mean meaning means
  mention  need needed nothing number often order overview part particular perform place possible problem proper properly provide purpose print put
  quick quickly reason really right safe safely see set several show simple simply single sort specific specify still stuff sure take tell
  thing try trying two use used useful user using various versus view vs want way ways work working works write wrong wrote written`
    .split(/\s+/)
    .filter(Boolean)
    .map(stem),
);

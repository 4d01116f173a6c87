/** Words of grammar and of asking: they are neither indexed nor searched, but for the small ones. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about all also am an and any are as at be because been being both but by can cannot could did do does doing done each else
  ever every for from had has have having he hence here how however i if in into is isn it its itself just let ll may me might
  more most much must my need no nor not now of on one only onto or our ours own please re s same say shall she should so some
  such t than thank that the their them then there these they thing this those though to too until us very want was way we were
  what when where whether which while who whom whose why will with without won would yet you your aren couldn didn doesn don hadn hasn haven isn wasn weren wouldn s t d m re ve`.split(
    /\s+/,
  ),
);

/** Those that tell "docker in docker" from "docker", "all images" from "images": searched among the asks, where wordings are compared. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'all any before after between both each every from in into no not on one only other own same without until more'.split(
    ' ',
  ),
);

/** What the name of a hole says about the values that it holds. */

/** Names of holes that hold a number. */
const NUMBERS = new Set(
  'n count code port node_port line total pid http_code status_code seconds number column'.split(' '),
);

/** Names of holes that hold a sentence or a list, and of those that hold a path or an address; all others hold a name. */
const FREE = new Set(
  `reason detail text message output errors error violations list names pods resources fields command args explanation request
attributes volumes keys formats services endpoints containers addresses labels options finalizers groups domains value pattern status
levels expression`.split(/\s+/),
);
const WIDE = new Set(
  'url path file manifest host image ref address source target folder registry id digest endpoint tags range resource object'.split(
    ' ',
  ),
);

/** Whether a hole of this name holds a number. */
export const isNumberName = (name: string): boolean => NUMBERS.has(name.toLowerCase());

/** Whether a hole of this name holds a sentence or a list. */
export const isFreeName = (name: string): boolean => FREE.has(name.toLowerCase());

/** Words for which a hole of this name has room. */
export const roomOf = (name: string): number => (isFreeName(name) ? 60 : WIDE.has(name.toLowerCase()) ? 24 : 12);

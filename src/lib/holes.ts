/** A piece of an error message: literal text, or the example that fills one of its {holes}. */
export interface MessagePart {
  readonly text: string;
  readonly hole?: string;
}

/** Cuts a message at its {holes} and fills each with its example; a hole without one keeps its braces. */
export function fillHoles(message: string, holes: Readonly<Record<string, string>>): MessagePart[] {
  return message
    .split(/(\{[a-z][\w-]*\})/i)
    .filter(Boolean)
    .map((text) => {
      const hole = /^\{([a-z][\w-]*)\}$/i.exec(text)?.[1];
      return hole === undefined ? { text } : { text: holes[hole] ?? text, hole };
    });
}

/** Names of the {holes} of a message. */
export function holesIn(message: string): string[] {
  return [...message.matchAll(/\{([a-z][\w-]*)\}/gi)].map((match) => match[1] ?? '');
}

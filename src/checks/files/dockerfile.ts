/** Dockerfiles and pieces of them, by dockerfile-utils. Pure. */
import { DockerfileParser } from 'dockerfile-ast';
import { ValidationCode, ValidationSeverity, validate } from 'dockerfile-utils';
import type { Problem } from '../../lib/finding.ts';
import { nearest } from '../../lib/nearest.ts';

const INSTRUCTIONS =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  );

/** Checks a Dockerfile; a part needs no FROM, and may show two ways of the same instruction. */
export function checkDockerfile(text: string, isPart: boolean): Problem[] {
  const multiple = isPart ? ValidationSeverity.IGNORE : ValidationSeverity.ERROR;
  const found = validate(text, {
    deprecatedMaintainer: ValidationSeverity.ERROR,
    instructionCasing: ValidationSeverity.ERROR,
    instructionCmdMultiple: multiple,
    instructionEntrypointMultiple: multiple,
    instructionHealthcheckMultiple: multiple,
    directiveCasing: ValidationSeverity.ERROR,
    emptyContinuationLine: ValidationSeverity.ERROR,
  });
  const problems = found.filter(({ code }) => !(isPart && code === ValidationCode.NO_SOURCE_IMAGE));
  const first = DockerfileParser.parse(text).getFROMs()[0];
  if (!isPart && !first && problems.length === 0)
    return [
      {
        line: 0,
        found: 'a Dockerfile without FROM',
        allowed: 'a whole Dockerfile',
        fix: 'add FROM, or mark the block dockerfile part',
      },
    ];
  return problems.map(({ range, message: text }) => {
    const message = typeof text === 'string' ? text : text.value;
    const word = /Unknown instruction: (\S+)/.exec(message)?.[1];
    const near = word ? nearest(word.toUpperCase(), INSTRUCTIONS) : undefined;
    return {
      line: range.start.line,
      found: message,
      allowed: word ? INSTRUCTIONS.join(', ') : 'what the Dockerfile reference allows',
      fix: near
        ? `did you mean ${near}?`
        : message.startsWith('MAINTAINER')
          ? 'write LABEL org.opencontainers.image.authors="..."'
          : 'see docs.docker.com/reference/dockerfile/',
    };
  });
}

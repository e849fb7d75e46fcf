/** The lines of a story: when, what is typed in words, the name that its folio gets, and whether it has a screen. */
export const storyOf = (text) =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, day, hour, hidden, name, typed] =
        /^(\d\d-\d\d) (\d\d:\d\d) {2}(\()?(?:(\w+) = )?quejas (.*)$/.exec(line) ?? [];
      if (typed === undefined) throw new Error(`no line of a story: ${line}`);
      return {
        at: `2026-${day}T${hour}:00-06:00`,
        words: [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word),
        name,
        isShown: hidden === undefined,
      };
    });

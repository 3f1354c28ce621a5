import type { NewFile } from '../../edits/fix.ts';
import { PIN_MARKER } from '../../processes/contexts.ts';
import type { PinPlace } from '../../processes/facts.ts';
import type { Settings } from '../../processes/settings.ts';

/** The module that gives a package's, or a folder's scripts', processes their context. */
export function pinModule(place: PinPlace, { pinVariable }: Settings): NewFile {
  const owner = place.package === null ? 'these scripts' : place.package;
  return {
    path: place.path,
    text: moduleText(owner, place.function, pinVariable ?? variableFor(place.package)),
  };
}

function variableFor(name: string | null): string {
  const prefix = name?.replace(/\W/g, '_').toUpperCase() ?? 'MULTIPROCESSING';
  return `${prefix}_START_METHOD`;
}

function moduleText(owner: string, name: string, variable: string): string {
  return `"""The start method of the processes of ${owner}, for code that still depends on fork."""

import multiprocessing
import os
import sys


def ${name}():  ${PIN_MARKER}
    """Return the context to start processes from: fork, where it exists and is safe.

    ${variable} in the environment names another start method, and so does
    an application that has set one.
    """
    asked = os.environ.get("${variable}")
    if asked:
        return multiprocessing.get_context(asked)
    methods = multiprocessing.get_all_start_methods()
    default = methods[0]
    # Every lock and queue fixes the default as a side effect: that alone is no choice.
    chosen = multiprocessing.get_start_method(allow_none=True) or default
    # Windows has no fork, and on macOS it is not safe with the system's libraries.
    if chosen == default and "fork" in methods and sys.platform != "darwin":
        chosen = "fork"
    return multiprocessing.get_context(chosen)
`;
}

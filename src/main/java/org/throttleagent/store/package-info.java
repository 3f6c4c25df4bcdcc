/** Where a key's state lives: in this process, in a table of bounded size. */
@NullMarked
package org.throttleagent.store;

import org.jspecify.annotations.NullMarked;

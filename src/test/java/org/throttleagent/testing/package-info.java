/** A world on virtual time: a clock that starts anywhere, requests, waiters and servers with a limit. */
@NullMarked
package org.throttleagent.testing;

import org.jspecify.annotations.NullMarked;

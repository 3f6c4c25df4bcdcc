/** Whether a refused request goes again. */
@NullMarked
package org.throttleagent.retry;

import org.jspecify.annotations.NullMarked;

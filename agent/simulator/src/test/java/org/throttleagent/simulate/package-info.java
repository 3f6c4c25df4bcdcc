@NullMarked
package org.throttleagent.simulate;

import org.jspecify.annotations.NullMarked;

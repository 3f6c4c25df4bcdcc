/**
 * The half of the weaver that runs in the build and is not shipped: it finds the advice of a client module, lets Byte Buddy
 * weave it into carriers, checks them, and writes patches and their index.
 */
@NullMarked
package org.throttleagent.weaver.build;

import org.jspecify.annotations.NullMarked;

/** Holds the documents to what the build has made. */
@NullMarked
package org.throttleagent.readme;

import org.jspecify.annotations.NullMarked;

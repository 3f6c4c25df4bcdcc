/**
 * The settings: read from agent arguments, system properties, the environment and a file, in this order of precedence, under
 * the same keys everywhere. {@link org.throttleagent.runtime.settings.Option} declares every one of them; all that is read
 * comes in as {@link org.throttleagent.runtime.settings.Sources}, so nothing here depends on the JVM that it runs in.
 */
@NullMarked
package org.throttleagent.runtime.settings;

import org.jspecify.annotations.NullMarked;

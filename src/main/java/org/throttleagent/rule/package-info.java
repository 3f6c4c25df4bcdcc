/**
 * Which requests share a limit, and what holds for them.
 *
 * <p>A request falls under the most specific {@linkplain org.throttleagent.rule.RequestPattern pattern} that matches it, and
 * so under the rule that has this pattern; under no other. Of two patterns that match, the more specific is the one with, in
 * this order,
 *
 * <ol>
 *   <li>more characters of the host written out (no stars), then fewer stars in the host;
 *   <li>more characters of the path written out, then fewer stars in the path, a pattern without a path coming last;
 *   <li>a port;
 *   <li>a method;
 *   <li>a scheme;
 *   <li>the rule's name that comes first in the alphabet.
 * </ol>
 *
 * <p>Everything here is an immutable value, but {@link org.throttleagent.rule.Keys}, which is safe for use by many threads.
 */
@NullMarked
package org.throttleagent.rule;

import org.jspecify.annotations.NullMarked;

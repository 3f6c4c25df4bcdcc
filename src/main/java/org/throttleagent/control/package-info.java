/**
 * What a server's answers teach about its limit, without any rule of the user's: when it is closed, how much is left, and
 * how fast it refills. {@link org.throttleagent.control.Learned} is one immutable value; the instants it is given decide.
 */
@NullMarked
package org.throttleagent.control;

import org.jspecify.annotations.NullMarked;

/** Stands for what the JDK has. */
@NullMarked
package sun.net.www;

import org.jspecify.annotations.NullMarked;

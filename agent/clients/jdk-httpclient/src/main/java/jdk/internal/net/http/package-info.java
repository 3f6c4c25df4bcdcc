/** Stands for what the JDK has of this package, as far as advice calls it. */
@NullMarked
package jdk.internal.net.http;

import org.jspecify.annotations.NullMarked;
